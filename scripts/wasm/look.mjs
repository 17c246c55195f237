// Looks at which functions the first picture of each scenario of the gallery calls, and writes later.txt anew: the
// beginnings of the names of all others. `make first-part` builds the page that this opens; its functions say when they are
// called (finish-wasm.mjs).
// Use: look.mjs FOLDER

import { chromium } from "@playwright/test";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { findChromium, serve } from "../built-page.mjs";
import { LIST, wordsOf } from "./later.mjs";

/// What is smaller is not worth a line for itself.
const LEAST_BYTES = 80;
/// Longer than a scenario takes to come to rest (src/ui/hooks/explorer.rs).
const AFTER_MS = 1_200;
const FOLDER = process.argv[2];
/// Beside the gallery: what opens without a link, in a frame, and with a link of one's own.
const OTHERS = [
  "",
  "#/daemon-is-cut-off?embed",
  "#1fZcxCoAwDEVx7SmyqSAOjt7AYziIgmhFCx7Ii_pCqViRTl2aof__l6TZJR5G1q9ZnJUe6ey49wtACgM2P8SeqzGdUyJ0U6Tn4babLF8t7iheI8aCDs8fPB1pHp4IF3F0Na3saNu7YbV_GISyb5S0GNH1wGqTcit4RaSrMpY6mtghV3UTC4gYuqUg4Q0",
];
const root = new URL("../../", import.meta.url);

const server = await serve((name) => readFileSync(`${FOLDER}/${name}`));
const functions = JSON.parse(readFileSync(`${FOLDER}/functions.json`, "utf8"));
const seen = new Set();
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-quic"] });
try {
  const gallery = readdirSync(new URL("static/scenarios/", root)).filter((name) => name.endsWith(".py"));
  for (const link of [...OTHERS, ...gallery.map((name) => `#/${name.replace(/\.py$/, "")}`)]) {
    const page = await browser.newPage({ serviceWorkers: "block" });
    const look = async () => {
      await page.getByRole("status", { name: "Summary" }).filter({ hasText: /\S/ }).waitFor();
      // What the page does by itself when the picture is there, and before the rest has come, belongs to it.
      await page.waitForTimeout(AFTER_MS);
      for (const index of await page.evaluate(() => [...globalThis.functionsSeen])) seen.add(functions[index].name);
    };
    await page.goto(`${server.address}${link}`);
    await look();
    if (OTHERS.includes(link)) {
      // What was opened is there again after a reload.
      await page.reload();
      await look();
    }
    await page.close();
  }
} finally {
  await browser.close();
  server.close();
}
writeFileSync(LIST, listOfOthers(functions, seen));
console.log(`${seen.size} of ${functions.length} functions are called for a first picture.`);

/// The shortest beginnings that only other names have. They end before the first parameter of a type: which other types a
/// generic function serves tomorrow, nobody knows.
function listOfOthers(functions, seen) {
  const tree = { isSeen: false, next: new Map(), functions: [] };
  for (const one of functions) {
    const { name } = one;
    let branch = tree;
    for (const word of wordsOf(name)) {
      if (!branch.next.has(word)) branch.next.set(word, { isSeen: false, next: new Map(), functions: [] });
      branch = branch.next.get(word);
      branch.isSeen ||= seen.has(name);
      branch.functions.push(one);
    }
  }
  const beginnings = new Set();
  const collect = (branch, before) => {
    for (const [word, next] of branch.next) {
      const beginning = before + word;
      if (next.isSeen) collect(next, beginning);
      else if (!beginning.includes("<", 1)) beginnings.add(beginning);
      else for (const { name } of next.functions.filter(({ size }) => size >= LEAST_BYTES)) beginnings.add(wordsOf(name).join(""));
    }
  };
  collect(tree, "");
  const head = `# Functions that the first picture of a scenario does not need, by the beginnings of their names. A function that is not
# listed belongs to the first part; one that is comes later. \`make first-part\` writes this file anew.
`;
  return head + [...beginnings].sort().map((beginning) => `${beginning}\n`).join("");
}
