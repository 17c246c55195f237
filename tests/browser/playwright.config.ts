// The browser tests: the production page, served from a folder some way down, in the installed Chromium.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const root = fileURLToPath(new URL("../..", import.meta.url));

/// A port of its own for each checkout, so that two of them can be tested at the same time.
const port = 20000 + (createHash("sha256").update(root).digest().readUInt16BE(0) % 20000);
const address = `http://localhost:${port}/any/folder/`;

const chromium = execFileSync("sh", [`${root}/scripts/find-chromium.sh`], { encoding: "utf8" }).trim();

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  forbidOnly: !!process.env.CI,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Generous: how fast the page is is measured elsewhere, and a machine with other work may be five times slower.
  timeout: 180_000,
  expect: { timeout: 40_000 },
  // All tests together: a page that hangs must not hang the whole run.
  globalTimeout: 40 * 60_000,
  reporter: [["list"], ["./closing-line.ts"]],
  // `make test` runs what is called *.spec.ts, and *.firefox.ts where there is a Firefox; `make bench` and `make picture`
  // run a file of measure/.
  projects: [
    { name: "tests", testMatch: "*.spec.ts" },
    { name: "firefox", testMatch: "*.firefox.ts" },
    { name: "measure", testMatch: "measure/*.ts" },
  ],
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 800 },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: chromium,
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `sh scripts/serve-for-tests.sh ${port}`,
    cwd: root,
    url: address,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
