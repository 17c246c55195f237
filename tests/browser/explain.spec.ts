// What the page explains: the story of a run, lessons, predictions, the reference, the gallery.

import { expect, test, type Page } from "@playwright/test";
import { open, shareLink, showTab, stems, summary, timeline, write } from "./playground";

const moment = (page: Page) => page.getByRole("slider", { name: "Moment" });

test("the verdict tells the run as a paragraph, and for each thread the steps that led to its fate", async ({ page }) => {
  await open(page, "finally-that-never-runs");
  await showTab(page, "Verdict");
  await expect(page.getByRole("tabpanel", { name: "Verdict" })).toContainText("Beside the main thread there is");
  await page.getByRole("button", { name: /^How it came to that: .*heartbeat/ }).click();
  const steps = page.getByRole("table", { name: "Threads" }).getByRole("list").filter({ hasText: "starts it" });
  await expect(steps).toContainText("MainThread makes it, a daemon.");
  await expect(steps).toContainText("and is frozen there.");
  await steps.getByRole("button").first().click();
  await expect(moment(page)).toHaveAttribute("aria-valuetext", "0.000 s");
});

const LESSON = `"""A lesson

What it shows.

At 1 s: both threads sleep.

At 3 s: main has ended, and the daemon is cut off.
"""
import threading, time
threading.Thread(target=time.sleep, args=(9,), daemon=True).start()
time.sleep(3)
`;

test("a lesson's notes are pinned to moments, and presented with the page keys", async ({ page }) => {
  await page.goto("");
  await write(page, LESSON);
  const notes = page.getByRole("list", { name: "Notes" });
  await expect(notes.getByRole("listitem")).toHaveCount(2);
  await notes.getByRole("button", { name: "1.000 s" }).click();
  await expect(moment(page)).toHaveAttribute("aria-valuetext", "1.000 s");
  const note = page.getByRole("region", { name: "Note", exact: true });
  await expect(note).toContainText("both threads sleep.");
  await page.keyboard.press("PageDown");
  await expect(note).toContainText("the daemon is cut off");
  await expect(notes.getByRole("listitem").nth(1)).toHaveAttribute("aria-current", "step");
  await page.keyboard.press("PageUp");
  await expect(moment(page)).toHaveAttribute("aria-valuetext", "1.000 s");
});

test("a link can ask for a prediction before it shows anything", async ({ page, browser }) => {
  await open(page, "two-kinds-side-by-side");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share" });
  await dialog.getByRole("checkbox", { name: "Ask what will happen before showing it" }).check();
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  expect(link).toMatch(/#\/two-kinds-side-by-side\?predict$/);

  const pupil = await (await browser.newContext()).newPage();
  await pupil.goto(link);
  const questions = pupil.getByRole("form", { name: "Predict first" });
  await expect(questions).toBeVisible();
  await expect(timeline(pupil)).toHaveCount(0);
  await expect(pupil.getByRole("tab", { name: "Console" })).toHaveCount(0);
  await questions.getByRole("checkbox", { name: "Thread-1 (regular_job)" }).check();
  await questions.getByRole("textbox", { name: "What is the last line printed?" }).fill("daemon job done");
  await questions.getByRole("button", { name: "Show what happens" }).click();
  await expect(summary(pupil)).toHaveText("Exits at 2.000 s; 1 thread cut off.");
  const answer = pupil.getByRole("status", { name: "Your prediction" });
  await expect(answer).toContainText("Right: Thread-1 (regular_job): finished.");
  await expect(answer).toContainText("Right: Thread-2 (daemon_job): cut off.");
  await expect(answer).toContainText("Not so: the last line is “main ended”.");
  await answer.getByRole("button", { name: "Close" }).click();
  await expect(answer).toHaveCount(0);
});

test("the reference compares the two kinds, and each line leads to a scenario", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  await page.keyboard.press("?");
  await page.getByRole("button", { name: "Regular or daemon: the reference" }).click();
  const reference = page.getByRole("dialog", { name: "Reference" });
  await expect(reference.getByRole("table")).toHaveCount(2);
  await expect(reference.getByRole("table", { name: "Java's daemons beside Python's" })).toContainText("atexit");
  await reference.getByRole("link", { name: "The finally that never runs" }).first().click();
  await expect(reference).toHaveCount(0);
  await expect(summary(page)).toHaveText("Exits at 2.500 s; 1 thread cut off.");
});

test("the gallery shows a picture of every scenario's timeline, and the page stays awake", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  await page.getByRole("button", { name: "Scenario", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Scenarios" });
  await expect(dialog.locator(".thumbnail")).toHaveCount(stems.length);
});

test("a link that asks nothing shows everything", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  expect(await shareLink(page)).not.toContain("predict");
});

test("the help says what the red line is", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await expect(timeline(page).getByTitle("Here the process is gone: nothing runs behind this line")).toBeVisible();
  await page.getByRole("button", { name: "Help", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Help" })).toContainText("The red line is the exit");
});
