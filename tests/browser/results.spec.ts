import { expect, test } from "@playwright/test";
import { open, showTab, summary, write } from "./playground";

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

test("who was ended by an exception stands in the summary, and the verdict knows the line", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await write(page, "import threading\n\ndef work():\n    return [][3]\n\nthreading.Thread(target=work).start()\n");
  await expect(summary(page)).toHaveText("Exits at 0.000 s; no thread cut off, Thread-1 (work) failed.");
  await showTab(page, "Verdict");
  const failed = page.getByRole("table", { name: "Threads" }).getByRole("row", { name: /Thread-1/ });
  await expect(failed.getByRole("button", { name: "line 4" })).toBeVisible();
  await expect(page.getByRole("tabpanel", { name: "Verdict" })).toContainText("6 lines are printed, all to stderr.");
});

test("behind the exit the state has a way to where threads are still alive", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await showTab(page, "State");
  await page.getByRole("button", { name: "Just before the exit" }).click();
  await expect(page.getByRole("region", { name: "Thread-1 (function)" })).toBeVisible();
});

test("a lock that is called lock is not called lock twice", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await write(page, "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n");
  await showTab(page, "Verdict");
  await expect(page.getByRole("tabpanel", { name: "Verdict" })).toContainText("MainThread waits for the lock");
  await expect(page.getByRole("region", { name: "Timeline" })).not.toContainText("lock lock");
});

test("from a program that never exits one step leads to why, on a phone too", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "deadlock-at-exit");
  await page.getByRole("button", { name: "Why it never exits" }).click();
  await expect(page.getByRole("tab", { name: "Verdict" })).toBeFocused();
  await expect(page.getByRole("tab", { name: "Verdict" })).toBeInViewport();
  await expect(page.getByRole("tabpanel", { name: "Verdict" })).toContainText("wait for each other");
});
