// The same program with one decision turned.

import { expect, test } from "@playwright/test";
import { open, showTab, summary } from "./playground";

test("each decision has a row with its outcome, and what differs is marked", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  await showTab(page, "What if");
  const table = page.getByRole("table", { name: "What if" });
  const regular = table.getByRole("row", { name: /Make daemon_job regular/ });
  await expect(regular).toContainText("Exits at 4.000 s; no thread cut off. (differs)");
  await expect(regular).toContainText("1 line more (differs)");
  await expect(table.getByRole("row", { name: /Take out the join of regular_job/ })).toBeVisible();
  await expect(table.getByRole("row", { name: /Run it without the GIL/ })).toBeVisible();
  await expect(table.getByRole("row", { name: /CPython 3.8/ })).not.toContainText("(differs)");
});

test("a row is applied as an edit of the text, and undone", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  await showTab(page, "What if");
  await page.getByRole("button", { name: "Join daemon_job", exact: true }).click();
  await expect(summary(page)).toHaveText("Exits at 4.000 s; no thread cut off.");
  await expect(page.getByRole("button", { name: "Take out the join of daemon_job", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(summary(page)).toHaveText("Exits at 2.000 s; 1 thread cut off.");
});

test("two runs stand side by side on one axis", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  await showTab(page, "What if");
  await page.getByRole("button", { name: "Side by side: Make daemon_job regular" }).click();
  const both = page.getByRole("region", { name: "Side by side" }).getByRole("img");
  await expect(both).toHaveCount(2);
  await expect(both.first()).toContainText("exit 2.000 s");
  await expect(both.last()).toContainText("exit 4.000 s");
});

test("a variant that runs away leaves the page awake", async ({ page }) => {
  await open(page, "daemon-loop-ends-with-main");
  await showTab(page, "What if");
  await expect(page.getByRole("row", { name: /Make loop regular/ })).toContainText("Never exits");
  await expect(page.getByText("The rest is being tried …")).toHaveCount(0);
});

test("daemon against regular is one click, from whatever is shown", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  await page.getByRole("button", { name: "Compare kinds" }).click();
  const pair = page.getByRole("region", { name: "Side by side" });
  await expect(pair.getByRole("img")).toHaveCount(2);
  await expect(pair).toBeFocused();
  await expect(pair.getByRole("img").first()).toBeInViewport();
  await expect(pair).toContainText("Make daemon_job regular");
  // It stays while the program is changed.
  await page.getByRole("spinbutton", { name: "sleep, line 14" }).fill("3");
  await expect(pair).toContainText("Exits at 3.000 s");
  await expect(page.getByRole("spinbutton", { name: "sleep, line 14" })).toBeFocused();
  await pair.getByRole("button", { name: "Close the comparison" }).click();
  await expect(pair).toHaveCount(0);
});

test("two scenarios stand side by side on one axis", async ({ page }) => {
  await open(page, "with-the-gil");
  await showTab(page, "What if");
  await page.getByRole("button", { name: "Keep this run" }).click();
  await page.getByRole("button", { name: "Scenario", exact: true }).click();
  await page.getByRole("link", { name: "Without the GIL" }).click();
  await page.getByRole("button", { name: "Side by side with the kept run" }).click();
  const pair = page.getByRole("region", { name: "Side by side" });
  await expect(pair.getByRole("img")).toHaveCount(2);
  await expect(pair.getByRole("figure").last()).toContainText("With the GIL");
  await page.getByRole("button", { name: "Forget it" }).click();
  await expect(pair).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Keep this run" })).toBeVisible();
});
