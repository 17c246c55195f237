// Finishes the program of the production page: splits its wasm into a first and a later part (scripts/wasm/), makes both
// small, and gives the script of wasm-bindgen the lines that bring the later part (static/later-part.js). A page that is
// built for development stays in one part.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { readList } from "./wasm/later.mjs";
import { split } from "./wasm/split.mjs";
import { watched } from "./wasm/watch.mjs";

const SMALLER = ["-Oz", "--converge", "--reorder-functions-by-name", "--strip-debug", "--strip-producers", "--strip-target-features"];
const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

/// `folder` holds what Trunk has built.
export async function finishWasm(folder) {
  const [script] = readdirSync(folder).filter((name) => /^last-thread-standing-[0-9a-f]+\.js$/.test(name));
  const program = script.replace(/\.js$/, "_bg.wasm");
  if (process.env.WATCH_FUNCTIONS) watch(folder, script, program);
  else await finish(folder, script, program);
}

async function finish(folder, script, program) {
  const parts = split(readFileSync(`${folder}/${program}`), readList());
  const [first, later] = await Promise.all([smaller("first", parts.first), smaller("later", parts.later)]);

  const firstName = hashedName("last-thread-standing", first, "wasm");
  const laterName = `later/${hashedName("last-thread-standing", later, "wasm")}`;
  const glue = transformSync(withLater(readFileSync(`${folder}/${script}`, "utf8"), laterName), { minify: true, target: "es2022" }).code;
  const glueName = hashedName("last-thread-standing", glue, "js");

  for (const name of [script, program]) rmSync(`${folder}/${name}`);
  writeFileSync(`${folder}/${firstName}`, first);
  writeFileSync(`${folder}/${laterName}`, later);
  writeFileSync(`${folder}/${glueName}`, glue);
  const page = readFileSync(`${folder}/index.html`, "utf8");
  writeFileSync(`${folder}/index.html`, page.replaceAll(program, firstName).replaceAll(script, glueName));
}

/// The script of wasm-bindgen, which knows nothing of a later part, with what brings that.
function withLater(script, laterName) {
  const bringing = readFileSync(new URL("../static/later-part.js", import.meta.url), "utf8");
  return withImports(script, "importsWithLater") + bringing.replace("%LATER%", () => laterName);
}

/// The script of wasm-bindgen, whose imports go through this function.
function withImports(script, through) {
  const makesImports = "function __wbg_get_imports() {";
  if (script.split(makesImports).length !== 2) throw new Error(`wasm-bindgen's script has not one ${makesImports}`);
  return script.replace(makesImports, `${makesImports} return ${through}(importsOfPage()); }\nfunction importsOfPage() {`);
}

/// Leaves a page in one part whose functions say when they are called (wasm/look.mjs).
function watch(folder, script, program) {
  const { bytes, functions } = watched(readFileSync(`${folder}/${program}`));
  writeFileSync(`${folder}/${program}`, bytes);
  writeFileSync(`${folder}/functions.json`, JSON.stringify(functions));
  const watching = `
globalThis.functionsSeen = new Set();
const withWatch = (imports) => ({ ...imports, watch: { called: (index) => globalThis.functionsSeen.add(index) } });
// The page does not go on to what it does when it is complete.
export const fetchLater = async () => false;
`;
  writeFileSync(`${folder}/${script}`, withImports(readFileSync(`${folder}/${script}`, "utf8"), "withWatch") + watching);
}

/// A part as small as wasm-opt makes it.
async function smaller(name, bytes) {
  const folder = new URL("../target/split/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  const [from, to] = [new URL(`${name}-whole.wasm`, folder), new URL(`${name}.wasm`, folder)];
  writeFileSync(from, bytes);
  const options = [...SMALLER, ...FEATURES.map((feature) => `--enable-${feature}`)];
  const command = new URL("../node_modules/.bin/wasm-opt", import.meta.url).pathname;
  const child = spawn(command, [from.pathname, "-o", to.pathname, ...options], { stdio: "inherit" });
  const status = await new Promise((resolve) => child.on("close", resolve));
  if (status !== 0) throw new Error(`wasm-opt could not make the ${name} part smaller (status ${status})`);
  return readFileSync(to);
}

function hashedName(stem, content, extension) {
  return `${stem}-${createHash("sha256").update(content).digest("hex").slice(0, 16)}.${extension}`;
}
