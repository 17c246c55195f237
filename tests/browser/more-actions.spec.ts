// What a person does with an outcome, a lesson, a join, a device that shares, and a screen that is to keep still.

import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { open, showTab, summary, write } from "./playground";

test("an outcome is saved as a Python file that forces it", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await showTab(page, "All outcomes");
  const outcome = page.getByRole("list", { name: "Outcomes" }).getByRole("listitem").filter({ hasText: "2. Needs" }).first();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    outcome.getByRole("button", { name: "Force outcome 2" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("a-daemon-is-cut-off-outcome-2.py");
  const text = readFileSync(await download.path(), "utf8");
  expect(text).toContain("# This file forces one of the ways in which the program can end");
  expect(text).toContain("_turn(0)\n    print(\"function started\")");
  await expect(outcome.getByRole("status")).toContainText("Saved");
});

test("an outcome that no text can force says why", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await write(page, "import threading\n\nfor name in 'ab':\n    threading.Thread(target=print, args=(name,)).start()\n");
  await showTab(page, "All outcomes");
  await page.getByRole("button", { name: "Force outcome 2" }).click();
  await expect(page.getByRole("list", { name: "Outcomes" }).getByRole("status")).toContainText("was seen to end otherwise");
});

test("a lesson of the gallery is presented with the page keys and the buttons", async ({ page }) => {
  await open(page, "phases-of-exit");
  const note = page.getByRole("region", { name: "Note" });
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Home");
  await expect(note).toContainText("the main thread has ended already");
  await page.keyboard.press("PageDown");
  await expect(note).toContainText("the last regular thread is done");
  await note.getByRole("button", { name: "Next note" }).click();
  await expect(note).toContainText("Daemons live through all of them");
  await page.keyboard.press("PageUp");
  await expect(note).toContainText("the last regular thread is done");
});

test("a join is taken out and put in by its switch, as an edit of the text", async ({ page }) => {
  await open(page, "join-brings-it-back");
  await expect(summary(page)).toHaveText("Exits at 10.000 s; no thread cut off.");
  await page.getByRole("switch", { name: "Join" }).click();
  await expect(summary(page)).toHaveText("Exits at 0.000 s; 1 thread cut off.");
  await expect(page.getByRole("switch", { name: "Join" })).not.toBeChecked();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("switch", { name: "Join" })).toBeChecked();
  await expect(summary(page)).toHaveText("Exits at 10.000 s; no thread cut off.");
});

test("where the device shares by itself, the link is handed to it", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.share = (data) => {
      (window as unknown as { shared: unknown }).shared = data;
      return Promise.resolve();
    };
  });
  await open(page, "daemon-is-cut-off");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("button", { name: "Share with …" }).click();
  const shared = await page.evaluate(() => (window as unknown as { shared: { title: string; url: string } }).shared);
  expect(shared.title).toBe("A daemon is cut off");
  expect(shared.url).toMatch(/#\/daemon-is-cut-off$/);
});

test("who wants no motion gets none", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "daemon-is-cut-off");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Share" })).toBeVisible();
  const moving = await page.evaluate(() =>
    document.getAnimations().filter((it) => Number(it.effect?.getComputedTiming().activeDuration) > 1).length,
  );
  expect(moving).toBe(0);
});
