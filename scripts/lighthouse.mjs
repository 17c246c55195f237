// Asks Lighthouse about the page in dist/, served as hosts serve it: compressed, from a folder some way down. Fails where
// accessibility, best practices or SEO are not 100 of 100; performance hangs on the machine and is printed only.

import { launch } from "chrome-launcher";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import lighthouse, { desktopConfig } from "lighthouse";

const MUST_BE_100 = ["accessibility", "best-practices", "seo"];
const FOLDER = "/any/folder/";
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

const dist = new URL("../dist/", import.meta.url);
const chromium = execFileSync("sh", [fileURLToPath(new URL("find-chromium.sh", import.meta.url))], { encoding: "utf8" });

/// Each file is compressed once.
const compressed = new Map();

const server = createServer((request, response) => {
  const path = new URL(request.url, "http://localhost").pathname;
  const name = path.startsWith(FOLDER) ? path.slice(FOLDER.length) || "index.html" : "";
  try {
    if (!name || name.includes("..")) throw new Error("no such file");
    if (!compressed.has(name)) compressed.set(name, brotliCompressSync(readFileSync(new URL(name, dist))));
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-encoding": "br" }).end(compressed.get(name));
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, "localhost", resolve));
const address = `http://localhost:${server.address().port}${FOLDER}`;
await fetch(address);

const chrome = await launch({
  chromePath: chromium.trim(),
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-sync"],
});
let failed = false;
try {
  for (const [device, config] of [["phone", undefined], ["desktop", desktopConfig]]) {
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error" }, config);
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
