// Asks Lighthouse about the page in dist/, served as hosts serve it: compressed, from a folder some way down. Fails where
// accessibility, best practices or SEO are not 100 of 100; performance hangs on the machine and is printed only.

import { launch } from "chrome-launcher";
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import lighthouse, { desktopConfig } from "lighthouse";
import { findChromium, serve } from "./built-page.mjs";

const MUST_BE_100 = ["accessibility", "best-practices", "seo"];
const dist = new URL("../dist/", import.meta.url);

/// Each file is compressed once.
const compressed = new Map();

const read = (name) => {
  if (!compressed.has(name)) compressed.set(name, brotliCompressSync(readFileSync(new URL(name, dist))));
  return compressed.get(name);
};
const server = await serve(read, { folder: "/any/folder/", headers: { "content-encoding": "br" } });
await fetch(server.address);

const chrome = await launch({
  chromePath: findChromium(),
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-sync"],
});
let failed = false;
try {
  for (const [device, config] of [["phone", undefined], ["desktop", desktopConfig]]) {
    const { lhr } = await lighthouse(server.address, { port: chrome.port, logLevel: "error" }, config);
    for (const category of Object.values(lhr.categories)) {
      const score = Math.round(category.score * 100);
      console.log(`${device}: ${category.title} ${score}`);
      const lacking = category.auditRefs
        .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
        .map(({ id }) => `${lhr.audits[id].title} ${lhr.audits[id].displayValue ?? ""}`.trim());
      for (const what of lacking) console.log(`  ${what}`);
      if (process.argv.includes("--details")) {
        for (const id of ["layout-shifts", "largest-contentful-paint-element"]) {
          if (category.id === "performance") console.log(JSON.stringify(lhr.audits[id]?.details ?? null).slice(0, 3000));
        }
      }
      if (score < 100 && MUST_BE_100.includes(category.id)) failed = true;
    }
  }
} finally {
  await chrome.kill();
  server.close();
}
process.exitCode = failed ? 1 : 0;
