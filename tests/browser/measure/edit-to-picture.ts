// Measures, in every scenario of the gallery, the time from an edit to the new picture: `make bench`.
// The edit turns a literal of the program by one through its field in Parameters. `ready` is the time from the field's
// event to the timeline's new elements, laid out; `painted` goes on to the end of the frame that shows them, so it holds
// up to a whole frame of waiting for the screen.

import { expect, test, type Page } from "@playwright/test";
import { open, showTab, stems } from "../playground";

const EDITS = 15;

/// Milliseconds from the edit.
type Times = { ready: number; painted: number };

test("edit to picture", async ({ page }) => {
  test.setTimeout(10 * 60_000);
  const rows: { stem: string; times: Times[] }[] = [];
  for (const stem of stems) {
    await open(page, stem);
    await showTab(page, "Parameters");
    const times = await measure(page);
    if (times.length > 0) rows.push({ stem, times });
  }

  const all = rows.flatMap(({ times }) => times);
  console.log("\nedit to picture, in milliseconds\n");
  console.log("  ready: median, p95, max;   painted: median, p95, max");
  for (const { stem, times } of rows) console.log(line(times, stem));
  console.log(line(all, `all ${rows.length} scenarios with a literal, ${all.length} edits`));
  expect(all.length).toBeGreaterThan(0);
});

/// Turns the first literal up and down, and waits for the picture each time.
async function measure(page: Page): Promise<Times[]> {
  return page.evaluate(async (edits) => {
    const region = document.querySelector('[aria-label="Timeline"]');
    const field = document.querySelector<HTMLInputElement>('input[type="number"]');
    if (!region || !field) return [];
    const original = Number(field.value);
    const times: { ready: number; painted: number }[] = [];
    for (let edit = 0; edit < edits; edit++) {
      const picture = new Promise<{ ready: number; painted: number }>((resolve, reject) => {
        const timeout = setTimeout(() => (observer.disconnect(), reject(new Error("no new picture"))), 5000);
        const observer = new MutationObserver(() => {
          observer.disconnect();
          clearTimeout(timeout);
          region.getBoundingClientRect(); // the browser lays out what has changed
          const ready = performance.now();
          // After the frame in which the change is painted.
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => resolve({ ready, painted: performance.now() });
            channel.port2.postMessage(0);
          });
        });
        observer.observe(region, { subtree: true, childList: true, attributes: true, characterData: true });
      });
      const input = document.querySelector<HTMLInputElement>('input[type="number"]')!;
      const start = performance.now();
      input.value = String(edit % 2 === 0 ? original + 1 : original);
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
      const end = await picture.catch(() => undefined);
      if (end === undefined) return times;
      // The first edit warms up.
      if (edit > 0) times.push({ ready: end.ready - start, painted: end.painted - start });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return times;
  }, EDITS);
}

function line(times: Times[], name: string): string {
  const columns = [times.map(({ ready }) => ready), times.map(({ painted }) => painted)].flatMap((column) => {
    const sorted = column.sort((a, b) => a - b);
    return [sorted[sorted.length >> 1], sorted[Math.floor(0.95 * (sorted.length - 1))], sorted[sorted.length - 1]];
  });
  return columns.map((ms) => ms.toFixed(1).padStart(8)).join(" ") + `  ${name}`;
}
