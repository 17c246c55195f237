// A built page on this machine, for the scripts that look at it in a browser: a static server, and where Chromium is.

import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

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

/// The path of the Chromium that the browser tests use; throws where there is none.
export function findChromium() {
  return execFileSync("sh", [fileURLToPath(new URL("find-chromium.sh", import.meta.url))], { encoding: "utf8" }).trim();
}

/// Serves a page from a folder of a host's. `read` gives the bytes of a file by its name and throws where there is none;
/// `headers` go with each of them. Gives the address, and the way to end it.
export async function serve(read, { folder = "/", headers = {} } = {}) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const name = path.slice(folder.length) || "index.html";
    try {
      if (!path.startsWith(folder) || name.includes("..")) throw new Error("no such file");
      const type = TYPES[extname(name)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, ...headers }).end(read(name));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "localhost", resolve));
  return { address: `http://localhost:${server.address().port}${folder}`, close: () => server.close() };
}
