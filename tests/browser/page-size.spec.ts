import { readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { open } from "./playground";

/// What a first picture loads, as a host that compresses with brotli would send it, may not grow beyond these: the first part
/// of the program, and with it the page, its style sheet and its scripts. docs/performance.md has the aims, and where the
/// bytes are.
const FIRST_PART_BYTES_AT_MOST = 434 * 1024;
const FIRST_LOAD_BYTES_AT_MOST = 450 * 1024;
/// All that a visit may come to load, with the fonts, the editor and the rest of the library.
const EVERYTHING_BYTES_AT_MOST = 1130 * 1024;

/// What comes when the first picture is there, or when it is wanted: the rest of the program, the editor.
const LATER = "later";

/// What a first picture does not wait for: the fonts, the icon, the scenarios of the gallery, the modules that few programs
/// import, the worker.
const BESIDE = /^(fonts|later)$|\.svg$|^(gallery|library|worker)-/;

/// What a visit does not load: the licence of the fonts, the picture for those who unfurl links, and what only the host
/// reads.
const NOT_LOADED = ["LICENSE.txt", "preview.png", "_headers"];

const dist = new URL("../../dist/", import.meta.url);

test("the editor comes when the code is first shown, and not before", async ({ browser, baseURL }) => {
  // The service worker would fetch all of the page once it is there.
  const page = await browser.newPage({ baseURL, serviceWorkers: "block" });
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await open(page, "daemon-is-cut-off");
  expect(fetched.filter((path) => path.includes(`/${LATER}/editor-`))).toEqual([]);
  await page.getByRole("tab", { name: "Code" }).click();
  await expect(page.getByRole("textbox", { name: "Program" })).toContainText("import threading");
  expect(fetched.filter((path) => path.includes(`/${LATER}/editor-`))).toHaveLength(1);
  await page.close();
});

test("the page is small enough for a slow connection", () => {
  const sizes = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !NOT_LOADED.includes(entry.name))
    .map((entry) => ({
      name: entry.name,
      isFirst: !BESIDE.test(basename(entry.parentPath)) && !BESIDE.test(entry.name) && entry.name !== "service-worker.js",
      bytes: brotliCompressSync(readFileSync(`${entry.parentPath}/${entry.name}`)).length,
    }));
  const total = (list: typeof sizes) => list.reduce((sum, { bytes }) => sum + bytes, 0);
  const first = sizes.filter(({ isFirst }) => isFirst);

  for (const { name, bytes } of first) console.log(`${String(bytes).padStart(8)} bytes  ${name}`);
  console.log(`${String(total(first)).padStart(8)} bytes  for the first picture; beside it`);
  for (const { name, bytes } of sizes.filter(({ isFirst }) => !isFirst)) console.log(`${String(bytes).padStart(8)} bytes  ${name}`);
  console.log(`${String(total(sizes)).padStart(8)} bytes  in all`);

  const firstPart = first.filter(({ name }) => name.endsWith(".wasm"));
  expect(firstPart).toHaveLength(1);
  // The page, its style sheet, its own script and that of the program, and the program.
  expect(first).toHaveLength(5);
  expect(total(firstPart)).toBeLessThanOrEqual(FIRST_PART_BYTES_AT_MOST);
  expect(total(first)).toBeLessThanOrEqual(FIRST_LOAD_BYTES_AT_MOST);
  expect(total(sizes)).toBeLessThanOrEqual(EVERYTHING_BYTES_AT_MOST);
});
