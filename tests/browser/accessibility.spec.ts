// The page by keyboard, by screen reader, on a phone.

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 390]) {
    test(`axe finds nothing, ${colorScheme}, ${width} pixels wide`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ baseURL, colorScheme, viewport: { width, height: 800 } });
      const page = await context.newPage();
      const expectNothing = async () => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.goto("#/finally-that-never-runs");
      await expect(page.getByRole("tablist")).toHaveCount(2);
      await expectNothing();
      for (const tab of ["Code", "Verdict", "What if", "State", "Events"]) {
        await page.getByRole("tab", { name: tab }).click();
        await expectNothing();
      }
      for (const dialog of ["Scenario", "Share", "Help"]) {
        await page.getByRole("button", { name: dialog, exact: true }).click();
        await expect(page.getByRole("dialog")).toBeVisible();
        await page.getByRole("dialog").evaluate((element) => Promise.all(element.getAnimations().map((it) => it.finished)));
        await expectNothing();
        await page.keyboard.press("Escape");
      }
      await page.getByRole("button", { name: "Help", exact: true }).click();
      await page.getByRole("button", { name: "Regular or daemon: the reference" }).click();
      await expect(page.getByRole("dialog", { name: "Reference" })).toBeVisible();
      await page.getByRole("dialog").evaluate((element) => Promise.all(element.getAnimations().map((it) => it.finished)));
      await expectNothing();
      await page.goto("about:blank");
      for (const how of ["predict", "embed"]) {
        await page.goto(`#/two-kinds-side-by-side?${how}`);
        await expect(page.getByRole(how === "predict" ? "form" : "toolbar")).toBeVisible();
        await expectNothing();
        await page.goto("about:blank");
      }
      await context.close();
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
