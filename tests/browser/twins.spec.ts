// What belongs together lights up together.

import { expect, test } from "@playwright/test";
import { lane, open, showTab, timeline } from "./playground";

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

test("a bar under the pointer lights up its line of code, its line of the console and its row", async ({ page }) => {
  await open(page, "regular-loop-never-ends");
  await showTab(page, "Code");
  const worker = lane(page, "Thread-1 (loop), regular");
  const box = (await worker.boundingBox())!;
  // Somewhere in a sleep of the loop.
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height - 20);
  await expect(page.locator(".cm-line.lit")).toHaveText(/time\.sleep\(1\)/);
  await expect(timeline(page).locator(".lit-mark")).toHaveCount(1);
  await showTab(page, "Events");
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height - 20);
  await expect(page.getByRole("table", { name: "Events" }).locator("tr.lit").filter({ hasText: "sleeps" })).toHaveCount(1);
});

test("a number of the parameters that has the focus lights up where it is used", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  await page.getByRole("spinbutton", { name: "sleep, line 14" }).focus();
  await expect(timeline(page).locator(".lit-mark")).toHaveCount(1);
  await page.getByRole("tab", { name: "Parameters" }).focus();
  await expect(timeline(page).locator(".lit-mark")).toHaveCount(0);
});

test("a row of the verdict lights up the place at which its thread ended", async ({ page }) => {
  await open(page, "finally-that-never-runs");
  await showTab(page, "Code");
  await showTab(page, "Verdict");
  await page.getByRole("table", { name: "Threads" }).getByRole("button", { name: /^How it came to that: .*heartbeat/ }).focus();
  await expect(page.locator(".cm-line.lit")).toHaveText(/time\.sleep/);
  await expect(timeline(page).locator(".lit-mark")).not.toHaveCount(0);
});

test("the head of a lane lights up the line at which its thread is, and goes there", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  await page.getByRole("slider", { name: "Moment" }).fill("1");
  const place = page.getByRole("button", { name: /^Thread-2 \(daemon_job\) is at line \d+/ });
  await place.focus();
  await expect(timeline(page).locator(".lit-mark")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: "Code" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("textbox", { name: "Program" })).toBeFocused();
});

test("hover and focus show the line of code", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  const tooltip = timeline(page).locator(".tooltip");
  const box = (await lane(page, "Thread-2 (daemon_job), daemon").boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height - 20);
  await expect(tooltip).toContainText("Sleeps");
  await expect(tooltip).toContainText("time.sleep(4)");
  await page.mouse.move(5, 5);
  await expect(tooltip).toHaveCount(0);
  await timeline(page).getByRole("slider", { name: "End of sleep, line 14" }).focus();
  await expect(tooltip).toContainText("time.sleep(2)");
});
