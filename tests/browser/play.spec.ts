// Playing: by event, by line, to a breakpoint; and what the page remembers of it.

import { expect, test, type Page } from "@playwright/test";
import { lane, open, showTab, timeline, write } from "./playground";

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

test("playing stops at a breakpoint, which is put there by F9", async ({ page }) => {
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

test("the keys of the help sheet: play, step, begin, end, presenter's keys", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  await page.getByRole("heading", { level: 1 }).click();
  const value = () => moment(page).getAttribute("aria-valuetext");
  await page.keyboard.press("Home");
  await expect(at(page)).toHaveText("0.000 000 s");
  await page.keyboard.press("ArrowRight");
  const first = await at(page).textContent();
  expect(first).not.toBe("0.000 000 s");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await expect(at(page)).toHaveText(first!);
  // Without a lesson a presenter goes from line to line.
  await page.keyboard.press("Home");
  await page.keyboard.press("PageDown");
  const line = await at(page).textContent();
  await page.keyboard.press("Home");
  await page.keyboard.press(".");
  await expect(at(page)).toHaveText(line!);
  await page.keyboard.press("PageDown");
  await expect(at(page)).not.toHaveText(line!);
  await page.keyboard.press("PageUp");
  await expect(at(page)).toHaveText(line!);
  await page.keyboard.press("End");
  await expect.poll(value).toBe("2.000 s");
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  await expect.poll(value).not.toBe("2.000 s");
});

test("one steps by event and by line with the buttons, both ways", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  await moment(page).fill("1");
  for (const [forward, back] of [["Step forward", "Step back"], ["Next line", "Previous line"]]) {
    await page.getByRole("button", { name: back }).click();
    const before = await at(page).textContent();
    await page.getByRole("button", { name: forward }).click();
    await expect(at(page)).not.toHaveText(before!);
    await page.getByRole("button", { name: back }).click();
    await expect(at(page)).toHaveText(before!);
  }
});

test("a step says what happens there; playing says nothing", async ({ page }) => {
  await open(page, "daemon-loop-ends-with-main");
  const told = page.getByRole("status", { name: "At this moment" });
  await page.getByRole("list", { name: "Output" }).getByRole("button").nth(1).click();
  await expect(told).toHaveText(/^1\.000 s: .*prints "still here/);
  await expect(told).toHaveAttribute("aria-live", "off");
  await page.getByRole("button", { name: "Step forward" }).click();
  await expect(told).toHaveText(/^1\.000 s: Thread-1 \(loop\) sleeps/);
  await expect(told).toHaveAttribute("aria-live", "polite");
  await page.getByRole("button", { name: "Play" }).click();
  await expect(told).toHaveAttribute("aria-live", "off");
});

test("a breakpoint is put in and taken away by a click in front of the line", async ({ page }) => {
  await open(page, "regular-loop-never-ends");
  await showTab(page, "Code");
  const line = page.locator(".cm-line").filter({ hasText: /time\.sleep\(1\)/ });
  const gutter = (await page.locator(".cm-breakpoint-gutter").boundingBox())!;
  const { y, height } = (await line.boundingBox())!;
  const shown = page.locator(".cm-breakpoint-gutter .cm-breakpoint:visible");
  await page.mouse.click(gutter.x + gutter.width / 2, y + height / 2);
  await expect(shown).toHaveCount(1);
  await page.mouse.click(gutter.x + gutter.width / 2, y + height / 2);
  await expect(shown).toHaveCount(0);
});

test("queues are looked into at the moment, too", async ({ page }) => {
  await open(page, "port-scanner");
  await showTab(page, "State");
  await moment(page).fill("0.1");
  const syncs = page.getByRole("tabpanel", { name: "State" }).getByRole("region", { name: "Locks, queues and signals" });
  await expect(syncs).toContainText(/queue ports\[25, 53, .*10 not done; MainThread waits/);
});

test("unfinished business is drawn behind the line of the exit", async ({ page }) => {
  await open(page, "finally-that-never-runs");
  const cut = lane(page, "Thread-1 (heartbeat), daemon");
  await expect(cut).toContainText(/lost: .*finally/);
  await expect(cut.locator(".ghost")).toHaveCount(1);
});

test("the picture is moved by keys, and by dragging it", async ({ page }) => {
  await open(page, "daemon-loop-ends-with-main");
  const ruler = timeline(page).locator(".ruler");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Home");
  await page.keyboard.press("+");
  const before = await ruler.innerText();
  await page.keyboard.press("d");
  await expect.poll(() => ruler.innerText()).not.toBe(before);
  const after = await ruler.innerText();
  await page.keyboard.press("a");
  await expect.poll(() => ruler.innerText()).not.toBe(after);
  const back = await ruler.innerText();
  const box = (await lane(page, "MainThread, regular").boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.8, box.y + 55);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 55, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => ruler.innerText()).not.toBe(back);
});
