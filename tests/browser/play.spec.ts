// Playing: by event, by line, to a breakpoint; and what the page remembers of it.

import { expect, test, type Page } from "@playwright/test";
import { open, showTab, write } from "./playground";

const moment = (page: Page) => page.getByRole("slider", { name: "Moment" });
const at = (page: Page) => page.locator(".moment-readout");

test("one steps by line of code, both ways", async ({ page }) => {
  await open(page, "daemon-loop-ends-with-main");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Home");
  await page.getByRole("button", { name: "Next line" }).click();
  await expect(at(page)).not.toHaveText("0.000 000 s");
  const second = await at(page).textContent();
  await page.keyboard.press(".");
  await expect(at(page)).not.toHaveText(second!);
  await page.keyboard.press(",");
  await expect(at(page)).toHaveText(second!);
});

test("playing stops at a breakpoint, which is put there by a click or by F9", async ({ page }) => {
  await open(page, "regular-loop-never-ends");
  await showTab(page, "Code");
  const line = page.locator(".cm-line").filter({ hasText: /time\.sleep\(1\)/ });
  await line.click();
  await page.keyboard.press("F9");
  await expect(page.locator(".cm-breakpoint-gutter .cm-breakpoint:visible")).toHaveCount(1);
  await page.getByLabel("Speed").selectOption("1×");
  await page.getByRole("button", { name: "Play" }).click();
  // The first round is at the very beginning; the next one is a second later.
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  await page.getByRole("button", { name: "Play" }).click();
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  await expect(moment(page)).toHaveAttribute("aria-valuetext", "1.000 s");
});

test("the speed is remembered", async ({ page }) => {
  await open(page, "daemon-loop-ends-with-main");
  await page.getByLabel("Speed").selectOption("5×");
  await page.reload();
  await expect(page.getByLabel("Speed")).toHaveValue("5×");
});

test("the state of the process at the moment: variables, locks, files", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  await write(
    page,
    "import threading, time\n\ndb = threading.Lock()\n\ndef work(name):\n    rounds = 3\n    with db:\n        file = open('log.txt', 'w')\n        file.write('12345')\n        time.sleep(2)\n    rounds = 4\n    time.sleep(1)\n\nthreading.Thread(target=work, args=('x',)).start()\n",
  );
  await showTab(page, "State");
  await moment(page).fill("1");
  const panel = page.getByRole("tabpanel", { name: "State" });
  await expect(panel.getByRole("region", { name: "Thread-1 (work)" })).toContainText("rounds3");
  await expect(panel.getByRole("region", { name: "Locks, queues and signals" })).toContainText("lock dbheld by Thread-1 (work)");
  await expect(panel.getByRole("region", { name: "Files" })).toContainText("0 bytes on the disk, 5 in the buffer");
  await moment(page).fill("2.5");
  await expect(panel.getByRole("region", { name: "Thread-1 (work)" })).toContainText("rounds4");
  await expect(panel.getByRole("region", { name: "Locks, queues and signals" })).toContainText("lock dbfree");
  await moment(page).fill("1");
  await expect(panel.getByRole("region", { name: "Thread-1 (work)" })).toContainText("rounds3");
});
