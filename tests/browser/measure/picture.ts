// Takes the picture in the README from the page itself: `make picture`.

import { expect, test } from "@playwright/test";

test("the picture of the README", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("#/daemon-loop-beside-a-regular-loop");
  await expect(page.getByRole("status", { name: "Summary" })).toContainText("s;");
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: "docs/picture.png", animations: "disabled" });
});

test("the picture for those who unfurl links", async ({ browser, baseURL }) => {
  // 1200 by 630 is what they all take.
  const context = await browser.newContext({ baseURL, viewport: { width: 800, height: 420 }, deviceScaleFactor: 1.5 });
  const page = await context.newPage();
  await page.goto("#/daemon-loop-beside-a-regular-loop?embed");
  await expect(page.getByRole("status", { name: "Summary" })).toContainText("s;");
  await page.getByRole("link", { name: "Open in playground" }).evaluate((link) => link.remove());
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: "static/preview.png", animations: "disabled" });
});
