// The run on the page: the summary, the timeline, the playback, the console, the verdict.

import { expect, test, type Page } from "@playwright/test";

const summary = (page: Page) => page.getByRole("status", { name: "Summary" });
const moment = (page: Page) => page.getByRole("slider", { name: "Moment" });

async function writeProgram(page: Page, text: string) {
  await page.getByRole("tab", { name: "Code" }).click();
  await page.getByRole("textbox", { name: "Program" }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}

test("the summary and the lanes say who was cut off", async ({ page }) => {
  await page.goto("#/two-kinds-side-by-side");
  await expect(summary(page)).toHaveText("Exits at 2.000 s; 1 thread cut off.");
  const lanes = page.getByRole("region", { name: "Timeline" }).getByRole("listitem");
  await expect(lanes).toHaveCount(3);
  await expect(page.getByRole("listitem", { name: "MainThread, regular" })).toBeVisible();
  await expect(page.getByRole("listitem", { name: "Thread-1 (regular_job), regular" })).toBeVisible();
  await expect(page.getByRole("listitem", { name: "Thread-2 (daemon_job), daemon" })).toBeVisible();
});

test("the badge of a lane flips the flag in the text, and undo flips it back", async ({ page }) => {
  await page.goto("#/two-kinds-side-by-side");
  await page.getByRole("button", { name: "Make Thread-2 (daemon_job) regular" }).click();
  await expect(summary(page)).toHaveText("Exits at 4.000 s; no thread cut off.");
  await expect(page.getByRole("group", { name: "daemon_job" }).getByRole("switch", { name: "Daemon" })).not.toBeChecked();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(summary(page)).toHaveText("Exits at 2.000 s; 1 thread cut off.");
});

test("the switches and sliders of the parameters change the run", async ({ page }) => {
  await page.goto("#/two-kinds-side-by-side");
  const group = page.getByRole("group", { name: "regular_job" });
  await group.getByRole("slider", { name: /^sleep/ }).fill("3");
  await expect(summary(page)).toHaveText("Exits at 3.000 s; 1 thread cut off.");
  await group.getByRole("switch", { name: "Daemon" }).click();
  await group.getByRole("switch", { name: "Join" }).click();
  await expect(summary(page)).toHaveText("Exits at 0.000 s; 2 threads cut off.");
});

test("the moment is moved by the slider, by steps and by keys", async ({ page }) => {
  await page.goto("#/two-kinds-side-by-side");
  await expect(moment(page)).toHaveAttribute("aria-valuetext", "2.000 s");
  await moment(page).fill("1.5");
  await expect(moment(page)).toHaveAttribute("aria-valuetext", "1.500 s");
  await page.getByRole("button", { name: "Step forward" }).click();
  await expect(moment(page)).toHaveAttribute("aria-valuetext", "2.000 s");
  await page.keyboard.press("Home");
  await expect(moment(page)).toHaveAttribute("aria-valuetext", "0.000 s");
  await page.keyboard.press("End");
  await expect(moment(page)).toHaveAttribute("aria-valuetext", "2.000 s");
});

test("play goes from the beginning to the end, and pauses where it is told to", async ({ page }) => {
  await page.goto("#/two-kinds-side-by-side");
  await page.getByLabel("Speed").selectOption("20×");
  await page.getByRole("button", { name: "Play" }).click();
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  await expect(moment(page)).toHaveAttribute("aria-valuetext", "2.000 s");

  await page.getByLabel("Speed").selectOption("0.1×");
  await page.getByRole("button", { name: "Play" }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(moment(page)).not.toHaveAttribute("aria-valuetext", "2.000 s");
});

test("a click on a line of the console goes to its moment, and the code shows where the threads are", async ({ page }) => {
  await page.goto("#/daemon-loop-ends-with-main");
  await page.getByRole("list", { name: "Output" }).getByRole("button").nth(1).click();
  await expect(moment(page)).toHaveAttribute("aria-valuetext", "1.000 s");
  await page.getByRole("tab", { name: "Code" }).click();
  await expect(page.locator(".cm-place")).not.toHaveCount(0);
});

test("the verdict tells each thread's fate and what was lost", async ({ page }) => {
  await page.goto("#/finally-that-never-runs");
  await page.getByRole("tab", { name: "Verdict" }).click();
  const table = page.getByRole("table", { name: "Threads" });
  await expect(table.getByRole("columnheader")).toHaveText(["Thread", "Kind", "Fate", "Why", "Lost"]);
  const row = table.getByRole("row", { name: /heartbeat/ });
  await expect(row).toContainText("cut off");
  await expect(row).toContainText("finally");
  await page.getByRole("tab", { name: "Events" }).click();
  await expect(page.getByRole("table", { name: "Events" })).toContainText("is cut off");
});

test("a program that never exits is said to, with the reason", async ({ page }) => {
  await page.goto("#/regular-loop-never-ends");
  await expect(summary(page)).toHaveText("Never exits: Thread-1 (loop) never ends.");
  await page.getByRole("tab", { name: "Verdict" }).click();
  await expect(page.getByRole("tabpanel", { name: "Verdict" })).toContainText("same state");
});

test("what is not supported is said at its place", async ({ page }) => {
  await page.goto("");
  await writeProgram(page, "async def f():\n    pass\n");
  await expect(summary(page)).toContainText("not supported here");
  await expect(page.locator(".cm-lintRange-warning").first()).toBeVisible();
});

test("the page answers while a program runs away, and the run has an end", async ({ page }) => {
  await page.goto("");
  await writeProgram(page, "n = 0\nwhile True:\n    n = n * 3 + 1 if n < 10 ** 6 else n % 7919 + len(str(n))\n    print(n)\n");
  await page.getByRole("tab", { name: "Events" }).click();
  await expect(page.getByRole("tab", { name: "Events" })).toHaveAttribute("aria-selected", "true");
  await expect(summary(page)).toContainText(/Still running after|Never exits/);
});

test("text that comes while a program runs away drops that run", async ({ page }) => {
  await page.goto("");
  await writeProgram(page, "while True:\n    print(1)\n");
  await writeProgram(page, "print('over')\n");
  await expect(summary(page)).toHaveText("Exits at 0.000 s; no thread cut off.");
});

test("the timeline zooms, moves and shows the whole again", async ({ page }) => {
  await page.goto("#/daemon-loop-ends-with-main");
  const fit = page.getByRole("button", { name: "Fit" });
  await expect(fit).toBeDisabled();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(fit).toBeEnabled();
  await page.keyboard.press("0");
  await expect(fit).toBeDisabled();
});
