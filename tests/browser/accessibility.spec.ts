// The page by keyboard, by screen reader, on a phone.

import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 390]) {
    test.describe(`${colorScheme}, ${width} pixels wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      const expectNothing = async (page: Page) => {
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      };
      const expectNothingInDialog = async (page: Page) => {
        const dialog = page.getByRole("dialog");
        await expect(dialog).toBeVisible();
        await dialog.evaluate((element) => Promise.all(element.getAnimations().map((it) => it.finished)));
        await expectNothing(page);
      };

      test("axe finds nothing in any tab", async ({ page }) => {
        await page.goto("#/finally-that-never-runs");
        await expect(page.getByRole("tablist")).toHaveCount(2);
        await expectNothing(page);
        for (const tab of ["Code", "Verdict", "What if", "State", "Events"]) {
          await page.getByRole("tab", { name: tab }).click();
          await expectNothing(page);
        }
      });

      test("axe finds nothing in any dialog", async ({ page }) => {
        await page.goto("#/finally-that-never-runs");
        for (const dialog of ["Scenario", "Share", "Help"]) {
          await page.getByRole("button", { name: dialog, exact: true }).click();
          await expectNothingInDialog(page);
          await page.keyboard.press("Escape");
        }
        await page.getByRole("button", { name: "Help", exact: true }).click();
        await page.getByRole("button", { name: "Regular or daemon: the reference" }).click();
        await expect(page.getByRole("dialog", { name: "Reference" })).toBeVisible();
        await expectNothingInDialog(page);
      });

      test("axe finds nothing where a prediction is asked for, nor in a frame", async ({ page }) => {
        await page.goto("#/two-kinds-side-by-side?predict");
        await expect(page.getByRole("form", { name: "Predict first" })).toBeVisible();
        await expectNothing(page);
        await page.goto("about:blank");
        await page.goto("#/two-kinds-side-by-side?embed");
        await expect(page.getByRole("toolbar", { name: "Playback" })).toBeVisible();
        await expectNothing(page);
      });
    });
  }
}

test("a dialog takes the focus and gives it back", async ({ page }) => {
  await page.goto("");
  const button = page.getByRole("button", { name: "Scenario" });
  await button.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Scenarios" });
  await expect(dialog).toBeVisible();
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test("tabs are one stop, and arrows go from tab to tab", async ({ page }) => {
  await page.goto("");
  await page.getByRole("tab", { name: "Console" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Verdict" })).toBeFocused();
  await expect(page.getByRole("tab", { name: "Verdict" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("End");
  await expect(page.getByRole("tab", { name: "Events" })).toBeFocused();
});

test("the question mark opens the help, but not while typing", async ({ page }) => {
  await page.goto("");
  await page.getByRole("tab", { name: "Code" }).click();
  await page.getByRole("textbox", { name: "Program" }).press("?");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("tab", { name: "Code" }).focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Help" })).toBeVisible();
});

test("a phone has one column and no sideways scrolling, and targets that a finger hits", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true,
  });
  const page = await context.newPage();
  await page.goto("#/finally-that-never-runs");
  await expect(page.getByRole("tab", { name: "Console" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  for (const name of ["Scenario", "Undo", "Share", "Theme", "Help"]) {
    const box = await page.getByRole("button", { name, exact: true }).boundingBox();
    expect(box!.height).toBeGreaterThanOrEqual(40);
    expect(box!.width).toBeGreaterThanOrEqual(40);
  }
  await context.close();
});
