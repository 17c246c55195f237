// What is typed stays: over a reload, a link that does not open, a storage that is full or forbidden, another link.

import { expect, test, type Page } from "@playwright/test";
import { open, showTab, summary, write } from "./playground";

const TYPED = "print('an hour of work')\n";

async function expectTyped(page: Page) {
  await showTab(page, "Code");
  await expect(page.getByRole("textbox", { name: "Program" })).toContainText("an hour of work");
}

async function type(page: Page) {
  await page.goto("");
  await expect(summary(page)).toHaveText(/\S/);
  await write(page, TYPED);
  await expect(summary(page)).toHaveText(/^Exits at 0\.\d+ s/);
}

test("over a reload", async ({ page }) => {
  await type(page);
  await page.reload();
  await expectTyped(page);
});

test("over a reload when the storage is full", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await type(page);
  await page.reload();
  await expectTyped(page);
});

test("over a reload when the storage is forbidden", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("forbidden", "SecurityError");
        },
      });
    }
  });
  await type(page);
  await page.reload();
  await expectTyped(page);
  expect(errors).toEqual([]);
});

test("when the storage fills up while it is typed", async ({ page }) => {
  await type(page);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await write(page, "print('an hour of work, and another')\n");
  await expect(summary(page)).toHaveText(/^Exits at 0\.\d+ s/);
  await page.waitForTimeout(300);
  await page.reload();
  await expectTyped(page);
  await expect(page.getByRole("textbox", { name: "Program" })).toContainText("and another");
});

test("when a link that does not open is followed", async ({ page, baseURL }) => {
  await type(page);
  await page.goto("about:blank");
  await page.goto(`${baseURL}#1this-is-no-link`);
  await expect(summary(page)).toHaveText(/^Exits at 0\.\d+ s/);
  await expectTyped(page);
  expect(page.url()).toContain("#1this-is-no-link");
});

test("when another link is opened in its place", async ({ page, baseURL }) => {
  await type(page);
  await page.goto("about:blank");
  await page.goto(`${baseURL}#/daemon-is-cut-off`);
  await expect(summary(page)).toContainText("1 thread cut off");
  await page.getByRole("button", { name: "Undo" }).click();
  await expectTyped(page);
});

test("when a new version of the page takes over", async ({ page }) => {
  await type(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => !!navigator.serviceWorker.controller)).toBe(true);
  await page.evaluate(() => navigator.serviceWorker.register("service-worker.js?another").then(() => undefined));
  const notice = page.getByText("A new version of the playground is here.");
  await expect(notice).toBeVisible();
  await notice.getByRole("link", { name: "Reload the page" }).click();
  await expect(summary(page)).toHaveText(/^Exits at 0\.\d+ s/);
  await expectTyped(page);
});

test("a scenario that is only looked at leaves nothing to undo", async ({ page, baseURL }) => {
  await open(page, "daemon-is-cut-off");
  await page.goto("about:blank");
  await page.goto(`${baseURL}#/two-kinds-side-by-side`);
  await expect(summary(page)).toHaveText(/\S/);
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
});

test("settings, tabs and theme, over a reload", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  await page.getByText("Run with").click();
  await page.getByLabel("Stdout").selectOption("pipe");
  await showTab(page, "Code");
  await showTab(page, "Verdict");
  await page.getByRole("button", { name: "Theme" }).click();
  await page.reload();
  await expect(summary(page)).toHaveText("Exits at 2.000 s; 1 thread cut off.");
  for (const tab of ["Code", "Verdict"]) await expect(page.getByRole("tab", { name: tab })).toHaveAttribute("aria-selected", "true");
  await expect(page.locator(".run-settings-now")).toContainText("stdout to a pipe");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});
