// Finishes the production page: its program in two parts (finish-wasm.mjs), hashes in the names of its files, what a first
// visit sees (first-picture.mjs), the service worker that keeps them for when there is no network, a content security
// policy, and the headers to send for a host that reads them from `_headers` (docs/deployment.md). Trunk runs it after each
// build and sets the variables.
//
// The policy: the page may load its own files and nothing else, run its own scripts and no others, and send nothing
// anywhere. The inline scripts are Trunk's own and that of the first picture, and are allowed by their hashes; a page
// served by `make watch` stays open, for Trunk's live reload.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { finishWasm } from "./finish-wasm.mjs";
import { withFirstPicture } from "./first-picture.mjs";

if (process.env.TRUNK_PROFILE === "release") {
  const folder = process.env.TRUNK_STAGING_DIR;
  await finishWasm(folder);
  const path = `${folder}/index.html`;
  let page = readFileSync(path, "utf8");

  // The page asks its head for the names of these files: one that is open never gets another version's.
  for (const file of ["library.txt", "gallery.txt", "worker.js"]) {
    const [, stem, ending] = file.match(/(.*)\.(.*)/);
    const hash = createHash("sha256").update(readFileSync(`${folder}/${file}`)).digest("hex").slice(0, 16);
    const named = `<meta name="${stem}" content="${file}"`;
    if (!page.includes(named)) throw new Error(`index.html has no ${named}`);
    page = page.replace(named, `<meta name="${stem}" content="${stem}-${hash}.${ending}"`);
    renameSync(`${folder}/${file}`, `${folder}/${stem}-${hash}.${ending}`);
  }

  if (!process.env.WATCH_FUNCTIONS) page = await withFirstPicture(folder, page);

  const inlineScripts = [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g)].map(([, code]) => code);
  const hashes = inlineScripts.map((code) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`);
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(" ")}`,
    // Positions on the timeline are style attributes.
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

  const head = '<meta charset="utf-8"';
  if (!page.includes(head)) throw new Error(`index.html has no ${head}…, after which the policy belongs`);
  const sealed = `<meta http-equiv="Content-Security-Policy" content="${policy}" />\n    <meta name="service-worker" content="service-worker.js" />`;
  writeFileSync(path, page.replace(head, () => `${sealed}\n    ${head}`));

  // What a page without a network needs: everything but the licence of the fonts and the picture for links.
  const notKept = ["LICENSE.txt", "preview.png", "service-worker.js", "_headers"];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const kept = entries.filter((entry) => entry.isFile() && !notKept.includes(entry.name));
  const files = kept.map((entry) => relative(folder, `${entry.parentPath}/${entry.name}`)).sort();
  const version = createHash("sha256");
  for (const file of files) version.update(file).update(readFileSync(`${folder}/${file}`));
  // The page itself is kept under the address at which it is visited.
  const list = files.map((file) => (file === "index.html" ? "./" : file)).join(" ");
  const worker = readFileSync(new URL("../static/service-worker.js", import.meta.url), "utf8");
  const filled = worker.replace("%VERSION%", version.digest("hex").slice(0, 12)).replace("%FILES%", list);
  writeFileSync(`${folder}/service-worker.js`, filled);

  // A file with a hash in its name never changes. Everything else is asked for again, and mostly answered by "not modified".
  const hashed = files.filter((file) => /-([0-9a-f]{16}|[0-9A-Z]{8})\.\w+$/.test(file));
  if (hashed.length < 7) throw new Error(`only ${hashed.length} files have a hash in their names`);
  const headers = [
    "/*",
    // Others may show the page in a frame: it is made for that.
    `  Content-Security-Policy: ${policy}; frame-ancestors *`,
    "  X-Content-Type-Options: nosniff",
    "  Referrer-Policy: no-referrer",
    "  Cross-Origin-Opener-Policy: same-origin",
    "  Cross-Origin-Resource-Policy: cross-origin",
    // A frame in a sandbox has no origin, and its scripts are only given to it with this.
    "  Access-Control-Allow-Origin: *",
    "  Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "  Strict-Transport-Security: max-age=31536000",
    ...["", "index.html", "service-worker.js"].flatMap((file) => [`/${file}`, "  Cache-Control: no-cache"]),
    "/fonts/*",
    "  Cache-Control: public, max-age=2592000",
    ...hashed.flatMap((file) => [`/${file}`, "  Cache-Control: public, max-age=31536000, immutable"]),
  ];
  writeFileSync(`${folder}/_headers`, `${headers.join("\n")}\n`);
}
