import { expect, test, type Page } from "@playwright/test";
import { open, summary, timeline } from "./playground";

const colour = (page: Page) => page.evaluate(() => getComputedStyle(document.body).color);

test("the page follows the system's theme, and the button overrides it and is remembered", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, "daemon-is-cut-off");
  const light = await colour(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => colour(page)).not.toBe(light);
  const dark = await colour(page);

  // The button goes round the themes; one of them differs from what the system says.
  const button = page.getByRole("button", { name: /^Theme/ });
  for (let press = 0; press < 3 && (await colour(page)) === dark; press++) await button.click();
  await expect.poll(() => colour(page)).toBe(light);
  await page.reload();
  await expect(summary(page)).toHaveText(/\S/);
  expect(await colour(page)).toBe(light);
});

for (const width of [320, 375, 768]) {
  test(`nothing needs sideways scrolling at a width of ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const stem of ["daemon-is-cut-off", "port-scanner", "deadlock-at-exit"]) {
      await open(page, stem);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      await timeline(page).scrollIntoViewIfNeeded();
      await expect(timeline(page)).toBeVisible();
    }
  });
}

test("on a desktop the program, the timeline and the verdict are in sight together", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await expect(summary(page)).toBeInViewport();
  await expect(timeline(page)).toBeInViewport({ ratio: 0.9 });
  await expect(page.getByRole("tab", { name: "Parameters" })).toBeInViewport();
  await expect(page.getByRole("tab", { name: "Console" })).toBeInViewport();
});

test("on a phone the usual names of threads are there whole", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "two-kinds-side-by-side");
  const cut = await timeline(page)
    .locator(".lane-name span")
    .evaluateAll((parts) => parts.filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0).length);
  expect(cut).toBe(0);
});

for (const width of [400, 560, 640, 700]) {
  test(`in a frame of ${width} pixels the scale stands right above the lanes`, async ({ page }) => {
    await page.setViewportSize({ width, height: 420 });
    await open(page, "daemon-is-cut-off?embed");
    const left = (part: string) =>
      timeline(page).locator(part).first().evaluate((element) => element.getBoundingClientRect().x);
    // Within its lane a thread has some room at both ends.
    const room = (await left(".timeline-scale")) - (await left(".lane-track"));
    expect(room).toBeGreaterThanOrEqual(0);
    expect(room).toBeLessThan(20);
  });
}
