// What a first visit sees while the program is on its way: a picture of the page, whose place the page takes.

import { expect, test, type Page } from "@playwright/test";
import { open, summary, write } from "./playground";

const PROGRAM = /\/last-thread-standing-\w+\.wasm$/;

/// Parts of the page that are in the picture, too.
const PARTS = [".page-header", ".summary", ".timeline", ".lane:nth-child(3) .lane-head", ".exit-line", ".flag-exit", ".playback", ".program-heading h2", ".parameters", ".results .console"];

/// Holds the program back.
async function holdBack(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(PROGRAM, async (route) => {
    if (!route.request().url().includes("/later/")) await released;
    await route.continue().catch(() => {});
  });
  return release;
}

/// Where the parts stand, in whole pixels.
function places(page: Page, root: string): Promise<Record<string, number[]>> {
  return page.evaluate(
    ([root, parts]) => {
      const shown = (part: string) => [...document.querySelectorAll(`${root} ${part}`)].find((element) => element.getClientRects().length > 0);
      const rounded = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round);
      return Object.fromEntries(parts.map((part) => [part, rounded(shown(part)!.getBoundingClientRect())]));
    },
    [root, PARTS] as const,
  );
}

test.use({ serviceWorkers: "block" });

for (const [width, height] of [[320, 640], [390, 844], [844, 390], [820, 1180], [1000, 800], [1280, 800], [1920, 1080]]) {
  test(`at ${width} by ${height} the page takes the place of its picture, and nothing moves`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const release = await holdBack(page);
    await page.goto("");
    await expect(page.locator("#first-picture").getByText("Two kinds side by side")).toBeVisible();
    await expect(page.locator("#first-picture .summary")).toHaveText("Exits at 2.000 s; 1 thread cut off.");
    // It is nothing to work with yet.
    await expect(page.getByRole("button", { name: "Share" })).toHaveCount(0);
    await page.evaluate(() => document.fonts.ready);
    const before = await places(page, "#first-picture");
    release();
    await expect(page.locator("#first-picture")).toHaveCount(0);
    await expect(summary(page)).toBeVisible();
    const after = await places(page, "#page");
    for (const part of PARTS) {
      for (const [index, place] of after[part].entries()) expect(Math.abs(place - before[part][index]), `${part} ${after[part]} ${before[part]}`).toBeLessThanOrEqual(3);
    }
  });
}

test("what else than the default scenario opens has no such picture", async ({ page, baseURL }) => {
  const release = await holdBack(page);
  await page.goto("#/daemon-is-cut-off");
  await expect(page.getByText("The playground is loading.")).toBeVisible();
  await expect(page.locator("#first-picture")).toHaveCount(0);
  release();
  await expect(summary(page)).toBeVisible();

  await open(page, "daemon-is-cut-off");
  await write(page, "print('my own work')\n");
  await expect(summary(page)).toHaveText(/^Exits at 0\.\d+ s/);
  await page.goto("about:blank");
  await page.goto(baseURL!);
  await expect(page.locator("#first-picture")).toHaveCount(0);
  await expect(summary(page)).toHaveText(/^Exits at 0\.\d+ s/);
});

test("when the program does not come the page says so", async ({ page }) => {
  await page.route(PROGRAM, (route) => route.abort());
  await page.goto("");
  await expect(page.getByRole("alert").filter({ hasText: "could not be fetched" })).toBeVisible();
});
