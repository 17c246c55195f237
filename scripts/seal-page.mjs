// Writes a content security policy into the built page: it may load its own files and nothing else, run its own scripts
// and no others, and send nothing anywhere. Trunk runs it after each build and sets the variables. The inline script is
// Trunk's own and is allowed by its hash; a page served by `make watch` stays open, for Trunk's live reload.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

if (process.env.TRUNK_PROFILE === "release") {
  const path = `${process.env.TRUNK_STAGING_DIR}/index.html`;
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
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

  const head = '<meta charset="utf-8"';
  if (!page.includes(head)) throw new Error(`index.html has no ${head}…, after which the policy belongs`);
  writeFileSync(path, page.replace(head, () => `<meta http-equiv="Content-Security-Policy" content="${policy}" />\n    ${head}`));
}
