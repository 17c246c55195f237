// Without a network, and with more than one tab.

import { expect, test } from "@playwright/test";
import { open, showTab, summary, write } from "./playground";

test("after the first visit the page works without a network", async ({ page, context, baseURL }) => {
  await open(page, "two-kinds-side-by-side");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => !!navigator.serviceWorker.controller)).toBe(true);
  await context.setOffline(true);
  await page.goto("about:blank");
  await page.goto(`${baseURL}#/daemon-is-cut-off`);
  await expect(summary(page)).toContainText("1 thread cut off");
  await showTab(page, "Code");
  await expect(page.getByRole("textbox", { name: "Program" })).toContainText("threading");
});

test("a new version is announced", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => !!navigator.serviceWorker.controller)).toBe(true);
  await expect(page.getByText("A new version of the playground is here.")).toBeHidden();
  // A worker of another address takes the place of the old one, as one of another version does.
  await page.evaluate(() => navigator.serviceWorker.register("service-worker.js?another").then(() => undefined));
  await expect(page.getByText("A new version of the playground is here.")).toBeVisible();
});

test("two tabs leave each other's work alone", async ({ context }) => {
  const first = await context.newPage();
  await first.goto("");
  await write(first, "print('the first tab')\n");
  const second = await context.newPage();
  await second.goto("");
  await write(second, "print('the second tab')\n");
  await first.reload();
  await showTab(first, "Code");
  await expect(first.getByRole("textbox", { name: "Program" })).toContainText("the first tab");
  await second.reload();
  await showTab(second, "Code");
  await expect(second.getByRole("textbox", { name: "Program" })).toContainText("the second tab");
});
