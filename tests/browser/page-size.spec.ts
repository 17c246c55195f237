import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { open } from "./playground";

/// What a first visit loads, as a host that compresses with brotli would send it, may not grow beyond this. It is more
/// than we want it to be: docs/performance.md has the aim, and where the bytes are.
const PAGE_BYTES_AT_MOST = 832 * 1024;
const WASM_BYTES_AT_MOST = 750 * 1024;

/// What comes when it is wanted: the editor.
const LATER = "later";

/// What a visit does not load: the licence of the fonts, the picture for those who unfurl links, the modules that few
/// programs import, the worker that comes when the page is there, and what only the host reads.
const NOT_LOADED = ["LICENSE.txt", "preview.png", "library.txt", "service-worker.js", "_headers"];

const dist = new URL("../../dist/", import.meta.url);

test("the editor comes when the code is first shown, and not before", async ({ browser, baseURL }) => {
  // The service worker would fetch all of the page once it is there.
  const page = await browser.newPage({ baseURL, serviceWorkers: "block" });
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await open(page, "daemon-is-cut-off");
  expect(fetched.filter((path) => path.includes(`/${LATER}/`))).toEqual([]);
  await page.getByRole("tab", { name: "Code" }).click();
  await expect(page.getByRole("textbox", { name: "Program" })).toContainText("import threading");
  expect(fetched.filter((path) => path.includes(`/${LATER}/editor-`))).toHaveLength(1);
  await page.close();
});

test("the page is small enough for a slow connection", () => {
  const sizes = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !NOT_LOADED.includes(entry.name) && !entry.parentPath.endsWith(LATER))
    .map((entry) => ({ name: entry.name, bytes: brotliCompressSync(readFileSync(`${entry.parentPath}/${entry.name}`)).length }));
  const total = (list: typeof sizes) => list.reduce((sum, { bytes }) => sum + bytes, 0);

  for (const { name, bytes } of sizes) console.log(`${String(bytes).padStart(8)} bytes  ${name}`);
  console.log(`${String(total(sizes)).padStart(8)} bytes  in all`);

  const wasm = sizes.filter(({ name }) => name.endsWith(".wasm"));
  expect(wasm).toHaveLength(1);
  expect(total(wasm)).toBeLessThanOrEqual(WASM_BYTES_AT_MOST);
  expect(total(sizes)).toBeLessThanOrEqual(PAGE_BYTES_AT_MOST);
});
