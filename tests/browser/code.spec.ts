import { expect, test } from "@playwright/test";
import { open, showTab, summary, write } from "./playground";

test.beforeEach(async ({ page }) => open(page, "daemon-is-cut-off"));

test("what is typed runs", async ({ page }) => {
  await write(page, "import time\nprint('one')\ntime.sleep(2)\nprint('two')\n");
  await expect(summary(page)).toContainText(/Exits at 2\.\d+ s/);
  await showTab(page, "Console");
  const console = page.getByRole("tabpanel", { name: "Console" });
  await expect(console).toContainText("one");
  await expect(console).toContainText("two");
});

test("a syntax error is said as CPython says it, and nothing of the text is lost", async ({ page }) => {
  await write(page, "print('one')\nprint('two'\n");
  await expect(page.getByText("'(' was never closed").first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Program" })).toContainText("print('two'");

  await write(page, "print('one')\nprint('two')\n");
  await expect(page.getByText("'(' was never closed")).toHaveCount(0);
  await expect(summary(page)).toHaveText(/^Exits at /);
});

test("valid Python that is not modelled is called that, at its place", async ({ page }) => {
  await write(page, "async def f():\n    pass\n");
  await expect(page.getByText(/not supported here/).first()).toBeVisible();
  await expect(page.getByText(/SyntaxError/)).toHaveCount(0);
});

test("an exception in the program is shown as its traceback", async ({ page }) => {
  await write(page, "def f():\n    return 1 / 0\n\nf()\n");
  await showTab(page, "Console");
  const console = page.getByRole("tabpanel", { name: "Console" });
  await expect(console).toContainText("Traceback (most recent call last):");
  await expect(console).toContainText("ZeroDivisionError: division by zero");
});

test("an edit in the code can be undone and done again", async ({ page }) => {
  const before = await summary(page).innerText();
  await write(page, "import time\ntime.sleep(7)\n");
  await expect(summary(page)).toContainText(/Exits at 7\.\d+ s/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(summary(page)).toHaveText(before);
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(summary(page)).toContainText(/Exits at 7\.\d+ s/);
});

test("a module that few programs import is fetched when one does", async ({ page }) => {
  await page.goto("");
  const fetched = page.waitForRequest(/library-\w+\.txt$/);
  await write(page, "import dataclasses\nimport time\n\n@dataclasses.dataclass\nclass Point:\n    x: int\n\ntime.sleep(2)\nprint(Point(3))\n");
  await fetched;
  await expect(summary(page)).toHaveText("Exits at 2.000 s; no thread cut off.");
  await showTab(page, "Console");
  await expect(page.getByRole("list", { name: "Output" })).toContainText("Point(x=3)");
});

test("on a phone, too, the numbers stand beside their lines", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  await open(page, "file-half-written-with-flush");
  await page.getByRole("tab", { name: "Code" }).click();
  await expect(page.getByRole("textbox", { name: "Program" })).toContainText("import threading");
  await page.getByRole("tab", { name: "Code" }).evaluate((tab) => tab.scrollIntoView());
  const drift = () =>
    page.evaluate(() => {
      const shown = (it: Element) => it.getBoundingClientRect().height > 0 && getComputedStyle(it).visibility !== "hidden";
      const numbers = [...document.querySelectorAll(".cm-lineNumbers .cm-gutterElement")].filter(shown);
      const lines = [...document.querySelectorAll(".cm-line")];
      const apart = numbers.slice(0, 10).map((it, at) => Math.abs(it.getBoundingClientRect().top - lines[at].getBoundingClientRect().top));
      return Math.max(...apart);
    });
  await expect.poll(drift).toBeLessThan(3);
  await context.close();
});
