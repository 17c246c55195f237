// Measures, while a program runs away, the longest time for which the page does not answer: `make bench`.
// `wall` is by the clock on the wall, so whatever else the machine does at that time is in it. `processor` is what the
// page's own thread itself took of it, from the browser's own trace. Of each the median of several rounds.

import { expect, test, type Browser } from "@playwright/test";
import { longestGap, open, runaways, summary, watchGaps, write } from "../playground";

const ROUNDS = 5;

/// In milliseconds.
type Longest = { wall: number; processor: number };

test("the page's answer while a program runs away", async ({ browser, baseURL }) => {
  test.setTimeout(12 * 60_000);
  console.log(`\nlongest time without an answer while a program …, in milliseconds, median of ${ROUNDS}\n`);
  console.log("    wall processor");
  for (const [what, program] of Object.entries(runaways)) {
    const rounds: Longest[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await longest(browser, baseURL, program));
    const columns = [rounds.map(({ wall }) => wall), rounds.map(({ processor }) => processor)].map(median);
    console.log(columns.map((ms) => ms.toFixed(1).padStart(8)).join(" ") + `  ${what}`);
  }
});

async function longest(browser: Browser, baseURL: string | undefined, program: string): Promise<Longest> {
  const page = await browser.newPage({ baseURL });
  await open(page, "daemon-is-cut-off");
  const before = await summary(page).innerText();
  await browser.startTracing(page, { categories: ["blink.user_timing"] });
  await watchGaps(page);
  await write(page, program);
  await expect(summary(page)).not.toHaveText(before, { timeout: 30_000 });
  await expect(summary(page)).toHaveText(/^(Exits at|Never exits|Still running after)/, { timeout: 30_000 });
  const wall = await longestGap(page);
  const trace = JSON.parse((await browser.stopTracing()).toString());
  await page.close();
  return { wall, processor: longestOnProcessor(trace.traceEvents) };
}

/// `tts` is how much of the processor's time the thread had had by then, in microseconds.
type TraceEvent = { name: string; tts?: number };

function longestOnProcessor(events: TraceEvent[]): number {
  const rounds = events.filter(({ name }) => name === "round").map(({ tts }) => tts ?? 0);
  rounds.sort((a, b) => a - b);
  expect(rounds.length).toBeGreaterThan(1);
  return Math.max(...rounds.slice(1).map((at, index) => at - rounds[index])) / 1_000;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1];
}
