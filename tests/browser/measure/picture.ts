// Takes the picture in the README from the page itself: `make picture`.

import { expect, test } from "@playwright/test";

test("the picture of the README", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("#/daemon-loop-beside-a-regular-loop");
  await expect(page.getByRole("status", { name: "Summary" })).toContainText("s;");
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: "docs/picture.png", animations: "disabled" });
});
