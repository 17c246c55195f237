// What a person does with the playground, for the tests to say in a word.

import { readdirSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";

/// The names of all scenarios of the gallery, as they stand in links.
export const stems = readdirSync(new URL("../../static/scenarios/", import.meta.url))
  .filter((name) => name.endsWith(".py"))
  .map((name) => name.slice(0, -".py".length))
  .sort();

/// Notes what the browser complains about; ask at the end of a test.
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
  return complaints;
}

export function summary(page: Page): Locator {
  return page.getByRole("status", { name: "Summary" });
}

export function timeline(page: Page): Locator {
  return page.getByRole("region", { name: "Timeline" });
}

export function lane(page: Page, name: string): Locator {
  return timeline(page).getByRole("listitem", { name });
}

/// Opens a scenario of the gallery by its address and waits for its verdict, and until all of the page is there.
export async function open(page: Page, stem: string) {
  await page.goto(`#/${stem}`);
  await isWhole(page);
}

/// Waits until the first run is over and all of the page is drawn.
export async function isWhole(page: Page) {
  await expect(summary(page)).toHaveText(/\S/);
  await expect(page.locator("#page")).not.toHaveAttribute("aria-busy");
}

export async function showTab(page: Page, name: string) {
  await page.getByRole("tab", { name, exact: true }).click();
  await expect(page.getByRole("tab", { name, exact: true })).toHaveAttribute("aria-selected", "true");
}

/// Replaces the whole program, as pasting over everything would.
export async function write(page: Page, text: string) {
  await showTab(page, "Code");
  const program = page.getByRole("textbox", { name: "Program" });
  await program.fill(text);
}

/// A link to what the page shows, from the dialog `Share`.
export async function shareLink(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share" });
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  return link;
}

/// Programs that do not come to an end, by what they do.
export const runaways = {
  "counts for ever": "n = 0\nwhile True:\n    n += 1\n",
  "grows a list for ever": "items = []\nwhile True:\n    items.append('x' * 1000)\n",
  "prints for ever": "while True:\n    print('again')\n",
  "starts threads for ever":
    "import threading, time\nwhile True:\n    threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()\n",
  "recurses for ever": "def f():\n    f()\nf()\n",
  "multiplies for ever": "n = 3\nwhile True:\n    n *= n\n",
};

/// From now on no time passes for the page: what the test does next it does in one moment, however slow the machine is.
export async function stopTheClock(page: Page) {
  await page.evaluate(() => {
    const now = performance.now();
    performance.now = () => now;
  });
}

/// Begins to measure the longest time for which the page's own thread does not come round. Each time that it does is
/// marked as `round` in the browser's trace.
export async function watchGaps(page: Page) {
  await page.evaluate(() => {
    const state = window as unknown as { longestGapMs: number };
    state.longestGapMs = 0;
    let last = performance.now();
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const now = performance.now();
      state.longestGapMs = Math.max(state.longestGapMs, now - last);
      last = now;
      performance.mark("round");
      performance.clearMarks("round");
      setTimeout(() => channel.port2.postMessage(0), 1);
    };
    channel.port2.postMessage(0);
  });
}

/// In milliseconds, since `watchGaps`.
export function longestGap(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { longestGapMs: number }).longestGapMs);
}
