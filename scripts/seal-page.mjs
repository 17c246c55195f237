// Seals the production page: the service worker that keeps its files for when there is no network, a content security
// policy, and the headers to send for a host that reads them from `_headers` (docs/deployment.md). Trunk runs it after each
// build and sets the variables.
//
// The policy: the page may load its own files and nothing else, run its own scripts and no others, and send nothing
// anywhere. The inline script is Trunk's own and is allowed by its hash; a page served by `make watch` stays open, for
// Trunk's live reload.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { relative } from "node:path";

if (process.env.TRUNK_PROFILE === "release") {
  const folder = process.env.TRUNK_STAGING_DIR;
  const path = `${folder}/index.html`;
  const page = readFileSync(path, "utf8");

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
  const hashed = files.filter((file) => /-[0-9a-f]{16}(_bg)?\.\w+$/.test(file));
  if (hashed.length < 4) throw new Error(`only ${hashed.length} files have a hash in their names`);
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
    ...["", "index.html", "service-worker.js", "library.txt"].flatMap((file) => [`/${file}`, "  Cache-Control: no-cache"]),
    "/fonts/*",
    "  Cache-Control: public, max-age=2592000",
    ...hashed.flatMap((file) => [`/${file}`, "  Cache-Control: public, max-age=31536000, immutable"]),
  ];
  writeFileSync(`${folder}/_headers`, `${headers.join("\n")}\n`);
}
