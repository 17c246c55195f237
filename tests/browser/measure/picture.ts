// Takes the picture in the README from the page itself: `make picture`.

import { writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import UPNG from "upng-js";

/// An animated PNG in few colours: some hundred kilobytes.
const FRAMES = 40;
const FRAME_MS = 120;
const REST_MS = 2_500;
const COLOURS = 64;
const HEIGHT = 390;

test("the picture of the README", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("#/daemon-loop-beside-a-regular-loop");
  await expect(page.getByRole("status", { name: "Summary" })).toContainText("s;");
  // What the page says last: what holds in every schedule, and what happens at the moment.
  await expect(page.getByRole("button", { name: /^Every schedule/ })).toBeVisible();
  await expect(page.getByRole("status", { name: "At this moment" })).toHaveText(/exits/);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: "docs/picture.png", animations: "disabled" });
});

test("the README's picture that moves", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, viewport: { width: 800, height: HEIGHT }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto("#/daemon-loop-beside-a-regular-loop?embed");
  await expect(page.getByRole("status", { name: "Summary" })).toContainText("s;");
  await page.getByRole("link", { name: "Open in playground" }).evaluate((link) => link.remove());
  await page.evaluate(() => document.fonts.ready);
  const moment = page.getByRole("slider", { name: "Moment" });
  const end = Number(await moment.getAttribute("max"));
  const pictures: ArrayBuffer[] = [];
  for (let frame = 0; frame <= FRAMES; frame++) {
    await moment.fill(String((end * frame) / FRAMES));
    await moment.blur();
    const png = UPNG.decode(await page.screenshot({ animations: "disabled" }));
    pictures.push(UPNG.toRGBA8(png)[0]);
  }
  // It rests at the end before it begins again.
  const delays = pictures.map((_, at) => (at === FRAMES ? REST_MS : FRAME_MS));
  writeFileSync("docs/playing.png", Buffer.from(UPNG.encode(pictures, 800, HEIGHT, COLOURS, delays)));
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
