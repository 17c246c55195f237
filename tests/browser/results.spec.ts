import { expect, test } from "@playwright/test";
import { open, showTab, summary } from "./playground";

test("the verdict says what became of each thread and what was lost", async ({ page }) => {
  await open(page, "finally-that-never-runs");
  await expect(summary(page)).toContainText("1 thread cut off");
  await showTab(page, "Verdict");
  const threads = page.getByRole("table", { name: "Threads" });
  for (const column of ["Thread", "Kind", "Fate", "Why", "Lost"]) {
    await expect(threads.getByRole("columnheader", { name: column, exact: true })).toBeVisible();
  }
  const cut = threads.getByRole("row").filter({ hasText: "cut off" });
  await expect(cut).toHaveCount(1);
  await expect(cut).toContainText("daemon");
  await expect(cut).toContainText(/finally/);
});

test("a program that never exits is proved not to, with who waits for whom", async ({ page }) => {
  await open(page, "deadlock-at-exit");
  await expect(summary(page)).toHaveText(/^Never exits: /);
  await showTab(page, "Verdict");
  await expect(page.getByRole("tabpanel", { name: "Verdict" })).toContainText(/waits for/);
});

test("an endless loop in a regular thread is answered too", async ({ page }) => {
  await open(page, "regular-loop-never-ends");
  await expect(summary(page)).toHaveText(/^Never exits: .* never ends/);
});

test("the events are a table equal to the timeline", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await showTab(page, "Events");
  const events = page.getByRole("table", { name: "Events" });
  await expect(events.getByRole("row").nth(5)).toBeVisible();
  await expect(events).toContainText(/cut/i);
});

test("the console shows what was printed, and not what a cut thread would have printed", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await showTab(page, "Console");
  const console = page.getByRole("tabpanel", { name: "Console" });
  await expect(console).toContainText("main ended");
  await expect(console).not.toContainText("function ended");
});
