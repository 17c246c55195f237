// Every schedule of a program: what holds in all, each outcome with a witness that is played.

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { open, shareLink, showTab, summary, timeline, write } from "./playground";

/// Two sleepers of which either may wake up first; the one that usually comes later is a daemon.
const race = `import threading, time

def a():
    time.sleep(0.1)
    print('a')

def b():
    time.sleep(0.11)
    print('b')

threading.Thread(target=a, name='A').start()
threading.Thread(target=b, name='B', daemon=True).start()
`;

/// Six threads that print in every order: far more outcomes than are explored in an instant.
const many = `import threading

def work(name):
    for step in range(7):
        print(name, step)

for name in 'abcdef':
    threading.Thread(target=work, args=(name,)).start()
`;

test("all outcomes are listed with what holds in every schedule", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await write(page, race);
  await showTab(page, "All outcomes");
  const exploration = page.getByRole("status", { name: "Exploration" });
  await expect(exploration).toHaveText(/^Explored every schedule \(\d+ states?\): [2-9] outcomes\./);
  await expect(page.getByText("It always exits.")).toBeVisible();
  const threads = page.getByRole("list", { name: "Threads in every schedule" });
  await expect(threads.getByRole("listitem").filter({ hasText: "B finishes sometimes" })).toBeVisible();
  await expect(threads.getByRole("listitem").filter({ hasText: "A finishes always" })).toBeVisible();
  const outcomes = page.getByRole("list", { name: "Outcomes" }).getByRole("heading");
  await expect(outcomes.first()).toHaveText("1. What usually happens");
  await expect(outcomes.nth(1)).toHaveText(/unlucky switch|as well/);
  // What is not as usual is marked by its look and by a word.
  await expect(page.getByRole("list", { name: "Printed" }).getByText("b (differs)").first()).toBeVisible();
  await expect(page.getByText(/random runs/).last()).toContainText("estimate");
});

test("beside the summary and in the verdict stands what holds in every schedule", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await write(page, race);
  const short = page.getByRole("button", { name: /^Every schedule: always exits, B sometimes finishes, \d outcomes$/ });
  await expect(short).toBeVisible();
  await showTab(page, "Verdict");
  await expect(page.getByRole("region", { name: "Over all schedules" })).toContainText("B finishes sometimes");
  await short.click();
  await expect(page.getByRole("tab", { name: "All outcomes" })).toHaveAttribute("aria-selected", "true");
});

test("a witness is played, says what is unusual, travels in the link, and there is a way back", async ({ page, context, baseURL }) => {
  await open(page, "daemon-is-cut-off");
  await write(page, race);
  const usual = await summary(page).innerText();
  await showTab(page, "All outcomes");
  const outcome = page.getByRole("list", { name: "Outcomes" }).getByRole("listitem").filter({ hasText: "B finished" }).first();
  await outcome.getByRole("button", { name: /^Play outcome \d+$/ }).click();
  const witness = page.getByRole("region", { name: "Witness" });
  await expect(witness).toContainText(/^This is outcome \d of \d, not what usually happens\./);
  await expect(witness.getByRole("list", { name: "Switches" })).toContainText("B ");
  await expect(summary(page)).toContainText("no thread cut off");
  await expect(timeline(page).getByRole("listitem", { name: "B, daemon" })).toBeVisible();

  const link = await shareLink(page);
  const other = await context.newPage();
  await other.goto(new URL(link, baseURL).href);
  await expect(other.getByRole("region", { name: "Witness" })).toContainText("not what usually happens");
  await expect(other.getByRole("status", { name: "Summary" })).toContainText("no thread cut off");

  await page.getByRole("button", { name: "Back to the usual run" }).click();
  await expect(witness).toHaveCount(0);
  await expect(summary(page)).toHaveText(usual);
});

test("a schedule that no longer fits is said to be one", async ({ page }) => {
  const scenario = { text: "print('alone')\n", settings: "schedule=1t0+1.7.7 engine=0.0.1" };
  await page.goto("#/daemon-is-cut-off");
  await expect(summary(page)).toHaveText(/\S/);
  // What is remembered is a file: its last line holds the settings.
  await page.evaluate((file) => {
    for (const storage of [localStorage, sessionStorage]) {
      storage.setItem("last-thread-standing.scenario", file);
      storage.setItem("last-thread-standing.fragment", "");
    }
  }, `${scenario.text}# settings: ${scenario.settings}\n`);
  await page.goto("about:blank");
  await page.goto("");
  await expect(page.getByRole("region", { name: "Witness" })).toContainText("It was recorded by version 0.0.1, and this is");
});

test("exploring can be stopped, leaves the page awake, and typing drops it", async ({ page }) => {
  test.setTimeout(400_000);
  await open(page, "daemon-is-cut-off");
  await showTab(page, "All outcomes");
  await write(page, many);
  await expect(page.getByText(/^Exploring every schedule: [1-9][\d,]* states so far/)).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("status", { name: "Exploration" })).toContainText("before it was stopped");
  await write(page, "print('alone')\n");
  await expect(page.getByRole("status", { name: "Exploration" })).toHaveText(/^Explored every schedule \(\d+ states?\): 1 outcome\./);
});

test("a worker that breaks is started anew and the page says so; when it breaks again there is a button", async ({ page }) => {
  const breakWorker = async () => {
    await expect.poll(() => page.workers().length).toBe(1);
    await page.workers()[0].evaluate(() => void setTimeout(() => { throw new Error("broken by the test"); }));
  };
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await open(page, "daemon-is-cut-off");
  await showTab(page, "All outcomes");
  await write(page, many);
  await expect(page.getByText(/^Exploring every schedule: [1-9][\d,]* states so far/)).toBeVisible();
  await breakWorker();
  await expect(page.getByText("It had stopped by a mistake of the playground's own and was started anew.")).toBeVisible();
  await expect(page.getByText(/^Exploring every schedule: [1-9][\d,]* states so far/)).toBeVisible();
  await breakWorker();
  await page.getByRole("button", { name: "Explore it again" }).click();
  await expect(page.getByText(/^Exploring every schedule: [1-9][\d,]* states so far/)).toBeVisible();
  // What was written is still there, and what is written next is explored.
  await write(page, "print('alone')\n");
  await expect(page.getByRole("status", { name: "Exploration" })).toHaveText(/^Explored every schedule \(\d+ states?\): 1 outcome\./);
  expect(errors).toEqual([]);
});

test("what is worth a look is listed with its place, the outcome that shows it, and a change that mends it", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await write(page, `import threading, time

lock = threading.Lock()

def work():
    with lock:
        time.sleep(1)

threading.Thread(target=work, name='worker', daemon=True).start()
`);
  await showTab(page, "Verdict");
  const lints = page.getByRole("region", { name: "Worth a look" });
  await expect(lints).toContainText("worker can be cut off inside");
  await lints.getByRole("button", { name: /^line \d+$/ }).first().click();
  await expect(page.getByRole("tab", { name: "Code" })).toHaveAttribute("aria-selected", "true");
  await lints.getByRole("button", { name: /^(Join|Make) worker/ }).first().click();
  await expect(summary(page)).toContainText("no thread cut off");
  await expect(lints).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(summary(page)).toContainText("1 thread cut off");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in outcomes, witness and scheduler, ${colorScheme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, colorScheme, viewport: { width: 390, height: 800 } });
    const page = await context.newPage();
    const expectNothing = async () => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await open(page, "daemon-is-cut-off");
    await write(page, race);
    await showTab(page, "All outcomes");
    await page.getByRole("button", { name: "Play outcome 2" }).click();
    await expect(page.getByRole("region", { name: "Witness" })).toBeVisible();
    await expectNothing();
    await page.getByRole("switch", { name: "You are the scheduler" }).click();
    await expect(page.getByRole("list", { name: "Choices" })).toBeVisible();
    await showTab(page, "Verdict");
    await expectNothing();
    await context.close();
  });
}
