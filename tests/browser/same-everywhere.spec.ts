// The page's wasm, as it is shipped, makes the traces that the same code makes natively.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { open, summary, write } from "./playground";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("every program of the gallery and of the conformance tests, and every witness, has the same trace here as natively", async ({ page }) => {
  test.setTimeout(900_000);
  // Leaves the native digests in target/traces.json and target/witnesses.json.
  execFileSync("cargo", ["test", "--locked", "--quiet", "--test", "traces"], { cwd: root, stdio: "pipe" });
  const native: Record<string, string | null> = JSON.parse(readFileSync(`${root}/target/traces.json`, "utf8"));
  const files = Object.fromEntries(Object.keys(native).map((name) => [name, readFileSync(root + name, "utf8")]));
  // Witnesses stand there as whole files, with the schedule among the settings.
  const witnesses: Record<string, string> = JSON.parse(readFileSync(`${root}/target/witnesses.json`, "utf8"));
  expect(Object.keys(witnesses).length).toBeGreaterThan(20);
  for (const file of Object.keys(witnesses)) files[file] = file;

  await open(page, "daemon-is-cut-off");
  // Brings the modules that the page fetches only when they are wanted.
  await write(page, "import textwrap\nprint(textwrap.shorten('all here', 20))\n");
  await expect(summary(page)).toHaveText(/^Exits at 0\.\d+ s/);

  const here = await page.evaluate((files) => {
    const { trace_digest } = (window as unknown as { wasmBindings: { trace_digest(file: string): bigint | undefined } }).wasmBindings;
    return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, trace_digest(file)?.toString() ?? null]));
  }, files);

  expect(Object.keys(here).length).toBeGreaterThan(100);
  expect(here).toEqual({ ...native, ...witnesses });
});
