// What belongs together lights up together.

import { expect, test } from "@playwright/test";
import { open, showTab, timeline } from "./playground";

test("a line of the console lights up its line of code and its place on the timeline", async ({ page }) => {
  await open(page, "regular-loop-never-ends");
  await showTab(page, "Code");
  await page.getByRole("list", { name: "Output" }).getByRole("button").nth(1).hover();
  await expect(page.locator(".cm-line.lit")).toHaveText(/print\(/);
  await expect(timeline(page).locator(".lit-mark")).toHaveCount(1);
  await page.getByRole("heading", { level: 1 }).hover();
  await expect(page.locator(".lit")).toHaveCount(0);
});

test("a line of code lights up every place where it was run, and what it printed", async ({ page }) => {
  await open(page, "regular-loop-never-ends");
  await showTab(page, "Code");
  const printing = page.locator(".cm-line").filter({ hasText: /^ +print\(/ }).first();
  await printing.hover();
  await expect(page.getByRole("list", { name: "Output" }).locator(".lit")).not.toHaveCount(0);
  await expect(timeline(page).locator(".lit-mark")).not.toHaveCount(0);
});

test("by the keyboard too: the row of an event that has the focus lights up its twins", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  await showTab(page, "Events");
  await page.getByRole("table", { name: "Events" }).getByRole("row", { name: /prints "main ended/ }).getByRole("button").focus();
  await expect(timeline(page).locator(".lit-mark")).toHaveCount(1);
});
