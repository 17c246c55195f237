// Edits where one looks: on the timeline and in the parameters. All of them are edits of the text.

import { expect, test, type Page } from "@playwright/test";
import { lane, open, showTab, stopTheClock, summary, timeline, write } from "./playground";

const program = (page: Page) => page.getByRole("textbox", { name: "Program" });

test("the end of a sleep is dragged on the timeline, and the number in the text follows", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  const end = lane(page, "Thread-1 (regular_job), regular").getByRole("slider", { name: "End of sleep, line 14" });
  const from = (await end.boundingBox())!;
  await page.mouse.move(from.x + 12, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x - 60, from.y + 12, { steps: 4 });
  await page.mouse.move(from.x - 100, from.y + 12, { steps: 4 });
  await page.mouse.up();
  await expect(summary(page)).toHaveText(/Exits at 1\.[3-9]\d+ s; 1 thread cut off\./);
  const value = await page.getByRole("spinbutton", { name: "sleep, line 14" }).inputValue();
  expect(Number(value)).toBeGreaterThan(1.2);
  expect(Number(value)).toBeLessThan(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(summary(page)).toHaveText("Exits at 2.000 s; 1 thread cut off.");
});

test("the same goes by the keyboard", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  const end = timeline(page).getByRole("slider", { name: "End of sleep, line 14" });
  await end.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("spinbutton", { name: "sleep, line 14" })).toHaveValue("2.05");
  await expect(end).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(summary(page)).toHaveText("Exits at 1.950 s; 1 thread cut off.");
});

test("threads are added from templates, and taken away again", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  const templates = page.getByRole("group", { name: "Add a thread" });
  for (const [template, name] of [
    ["One-off job", "Thread-3 (job), regular"],
    ["Heartbeat loop", "Thread-4 (heartbeat), daemon"],
    ["Queue worker", "Thread-5 (worker), daemon"],
    ["File writer", "Thread-6 (writer), regular"],
  ] as const) {
    await templates.getByRole("button", { name: template }).click();
    await expect(lane(page, name)).toBeVisible();
  }
  await page.getByRole("group", { name: "heartbeat", exact: true }).getByRole("button", { name: "Remove" }).click();
  await expect(lane(page, "Thread-4 (heartbeat), daemon")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(lane(page, "Thread-4 (heartbeat), daemon")).toBeVisible();
});

test("a thread is duplicated", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  await page.getByRole("group", { name: "daemon_job" }).getByRole("button", { name: "Duplicate" }).click();
  await expect(summary(page)).toHaveText("Exits at 2.000 s; 2 threads cut off.");
});

test("a body is wrapped in try … finally, and its comments stay", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await write(
    page,
    "import threading, time\n\n\ndef f():\n    # a comment\n    time.sleep(5)  # long\n\n\nthreading.Thread(target=f, daemon=True).start()\ntime.sleep(1)\n",
  );
  await showTab(page, "Parameters");
  await page.getByRole("group", { name: "f", exact: true }).getByRole("button", { name: "Wrap in try … finally" }).click();
  await showTab(page, "Verdict");
  await expect(page.getByRole("table", { name: "Threads" })).toContainText("the finally block at line");
  await showTab(page, "Code");
  await expect(program(page)).toContainText("# a comment");
  await expect(program(page)).toContainText("# long");
});

test("the flag of a thread is said or inherited", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  const group = page.getByRole("group", { name: "daemon_job" });
  await group.getByRole("button", { name: "Inherit the flag" }).click();
  await expect(lane(page, "Thread-2 (daemon_job), regular")).toBeVisible();
  await expect(group.getByRole("switch", { name: "Daemon" })).toContainText("inherited");
  await expect(group.getByRole("button", { name: "Inherit the flag" })).toHaveCount(0);
  await group.getByRole("switch", { name: "Daemon" }).click();
  await expect(lane(page, "Thread-2 (daemon_job), daemon")).toBeVisible();
});

test("a thread is given a name, and another one", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  const group = page.getByRole("group", { name: "daemon_job" });
  const field = group.getByRole("textbox", { name: /^name, line \d+$/ });
  await expect(field).toHaveAttribute("placeholder", "Thread-2 (daemon_job)");
  await stopTheClock(page);
  await field.fill("listener");
  await field.press("Enter");
  await expect(lane(page, "listener, daemon")).toBeVisible();
  await group.getByRole("textbox", { name: /^name, line \d+$/ }).fill("watcher");
  await group.getByRole("textbox", { name: /^name, line \d+$/ }).press("Enter");
  await expect(lane(page, "watcher, daemon")).toBeVisible();
  // Two changes of one control in a moment are undone together.
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(lane(page, "Thread-2 (daemon_job), daemon")).toBeVisible();
});

test("a join is put in by its switch", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  await page.getByRole("group", { name: "daemon_job" }).getByRole("switch", { name: "Join" }).click();
  await expect(summary(page)).toHaveText("Exits at 4.000 s; no thread cut off.");
  await showTab(page, "Code");
  // The editor holds what is in sight.
  await program(page).press("Control+End");
  await expect(program(page)).toContainText("daemon.join()");
});

test("what is taken away and put in leaves comments and the rest of the text as they were", async ({ page }) => {
  const text =
    "import threading, time\n\n\n# what it does\ndef f():\n    time.sleep(5)  # long\n\n\nt = threading.Thread(\n    target=f,  # it\n)\nt.start()\ntime.sleep(1)  # and out\n";
  await open(page, "daemon-is-cut-off");
  await write(page, text);
  const typed = await program(page).innerText();
  await showTab(page, "Parameters");
  const group = page.getByRole("group", { name: "f", exact: true });
  await group.getByRole("switch", { name: "Daemon" }).click();
  await expect(summary(page)).toHaveText("Exits at 1.000 s; 1 thread cut off.");
  await group.getByRole("switch", { name: "Join" }).click();
  await expect(summary(page)).toHaveText("Exits at 6.000 s; no thread cut off.");
  await showTab(page, "Code");
  for (const comment of ["# what it does", "# long", "# it", "# and out"]) await expect(program(page)).toContainText(comment);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => program(page).innerText()).toBe(typed);
});
