// The scenario on the page: the gallery, the two views of one text, undo, links, what survives a reload.

import { expect, test, type Page } from "@playwright/test";
import { isWhole } from "./playground";

const program = (page: Page) => page.getByRole("textbox", { name: "Program" });
const summary = (page: Page) => page.getByRole("status", { name: "Summary" });
const heading = (page: Page) => page.getByRole("heading", { level: 2 }).first();

async function writeProgram(page: Page, text: string) {
  await page.getByRole("tab", { name: "Code" }).click();
  await program(page).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}

test("the gallery opens a scenario by its title, and the address says which", async ({ page }) => {
  await page.goto("");
  await page.getByRole("button", { name: "Scenario" }).click();
  const gallery = page.getByRole("dialog", { name: "Scenarios" });
  await gallery.getByRole("link", { name: "Join brings it back" }).click();
  await expect(gallery).toBeHidden();
  await expect(heading(page)).toHaveText("Join brings it back");
  expect(new URL(page.url()).hash).toBe("#/join-brings-it-back");
});

test("an address with a name opens that scenario", async ({ page }) => {
  await page.goto("#/finally-that-never-runs");
  await expect(heading(page)).toHaveText("The finally that never runs");
});

test("a turned number is an edit of the text, and is undone and redone", async ({ page }) => {
  await page.goto("#/daemon-loop-ends-with-main");
  const group = page.getByRole("group", { name: "main thread" });
  const number = group.getByRole("spinbutton").first();
  const label = await number.getAttribute("aria-label");
  await number.fill("5");
  await expect(group.getByRole("slider", { name: label! })).toHaveValue("5");
  await page.getByRole("tab", { name: "Code" }).click();
  await expect(program(page)).toContainText("time.sleep(5)");

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(program(page)).not.toContainText("time.sleep(5)");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(program(page)).toContainText("time.sleep(5)");
  await program(page).press("Control+z");
  await expect(program(page)).not.toContainText("time.sleep(5)");
});

test("a finding stands at its place, and what was typed stays", async ({ page }) => {
  await page.goto("");
  await writeProgram(page, "print(1)\nprint((2)\n");
  await expect(summary(page)).toHaveText("Cannot run: line 2: SyntaxError: '(' was never closed");
  await expect(page.locator(".cm-lintRange-error")).toHaveCount(1);
  await expect(program(page)).toContainText("print((2)");
});

test("what was typed survives a reload", async ({ page }) => {
  await page.goto("#/thread-names");
  await writeProgram(page, 'print("mine")\n');
  await page.reload();
  await expect(program(page)).toContainText('print("mine")');
});

test("a shared link opens the same scenario for someone else", async ({ page, browser }) => {
  await page.goto("");
  await writeProgram(page, 'print("grüße, 👋")\n');
  await page.locator("summary", { hasText: "Run with" }).click();
  await page.getByLabel("Stdout").selectOption("pipe");
  await page.getByRole("button", { name: "Share" }).click();
  const link = await page.getByRole("dialog", { name: "Share" }).getByRole("textbox", { name: "Link" }).inputValue();

  const someoneElse = await (await browser.newContext()).newPage();
  await someoneElse.goto(link);
  await someoneElse.getByRole("tab", { name: "Code" }).click();
  await expect(program(someoneElse)).toContainText('print("grüße, 👋")');
  await expect(someoneElse.locator("summary", { hasText: "Run with" })).toContainText("stdout to a pipe");
  await someoneElse.context().close();
});

test("a link that was cut is explained, and stays in the address bar", async ({ page }) => {
  for (const [fragment, sentence] of [
    ["/no-such-scenario", "There is no scenario named"],
    ["1AAAA", "link"],
    ["9what-is-this", "newer version"],
    ["1%%%", "character"],
  ]) {
    await page.goto("about:blank");
    await page.goto(`#${fragment}`);
    await expect(page.getByRole("alert")).toContainText(sentence);
    await expect(heading(page)).toBeVisible();
    expect(new URL(page.url()).hash).toBe(`#${fragment}`);
  }
});

test("the theme goes from the system's to light to dark and is kept", async ({ page }) => {
  await page.goto("");
  const root = page.locator("html");
  await page.getByRole("button", { name: "Theme" }).click();
  await expect(root).toHaveAttribute("data-theme", "light");
  await page.getByRole("button", { name: "Theme" }).click();
  await expect(root).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(root).toHaveAttribute("data-theme", "dark");
});

test("the page works where the browser forbids it to remember anything", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } });
  });
  await page.goto("#/thread-names");
  await expect(heading(page)).toBeVisible();
});

test("a page that was stopped by a mistake of its own says so, and does not run the same program again by itself", async ({ page }) => {
  await page.goto("#/thread-names");
  await isWhole(page);
  await expect(page.getByRole("alert")).toBeHidden();
  await page.evaluate(() => {
    localStorage.setItem("last-thread-standing.slice", "running");
    dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
  });
  await expect(page.getByRole("alert")).toContainText("Reload the page");
  await page.reload();
  await expect(summary(page)).toContainText("was not run again");
  await writeProgram(page, "print(1)\n");
  await expect(summary(page)).toContainText("Exits at");
});
