// The program comes in two parts (docs/performance.md): the first draws a scenario, the later one follows. Nothing depends
// on when it comes.

import { expect, test, type Page } from "@playwright/test";
import { open, showTab, stems, summary, write } from "./playground";

/// A link to a program of somebody's own.
const OWN_LINK =
  "#1fZcxCoAwDEVx7SmyqSAOjt7AYziIgmhFCx7Ii_pCqViRTl2aof__l6TZJR5G1q9ZnJUe6ey49wtACgM2P8SeqzGdUyJ0U6Tn4babLF8t7iheI8aCDs8fPB1pHp4IF3F0Na3saNu7YbV_GISyb5S0GNH1wGqTcit4RaSrMpY6mtghV3UTC4gYuqUg4Q0";

const LATER = /\/later\/last-thread-standing-\w+\.wasm$/;

/// The ways in which the later part was asked for: `fetch` in time, `xhr` by something that could not wait.
async function holdBack(page: Page): Promise<{ ways: string[]; release(): Promise<void> }> {
  const ways: string[] = [];
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(LATER, async (route) => {
    const way = route.request().resourceType();
    ways.push(way);
    // What cannot wait is served, or the page would stand still.
    if (way !== "xhr") await released;
    await route.continue().catch(() => {});
  });
  return { ways, release: async () => (release(), void (await page.waitForTimeout(0))) };
}

test.use({ serviceWorkers: "block" });

test("the first picture of every scenario needs the first part alone", async ({ browser, baseURL }) => {
  test.setTimeout(900_000);
  const early: string[] = [];
  for (const link of [...stems.map((stem) => `#/${stem}`), "", "#/daemon-is-cut-off?embed", OWN_LINK]) {
    const page = await browser.newPage({ baseURL, serviceWorkers: "block" });
    const { ways } = await holdBack(page);
    await page.goto(link);
    await expect(summary(page)).toHaveText(/\S/);
    await expect(page.getByRole("region", { name: "Timeline" }).getByRole("listitem").first()).toBeVisible();
    if (ways.includes("xhr")) early.push(link);
    await page.close();
  }
  // If this fails, `make first-part` looks again at what a first picture needs.
  expect(early).toEqual([]);
});

test("a scenario that has come to rest stays in the first part until the later one has come", async ({ page }) => {
  const { ways, release } = await holdBack(page);
  await open(page, "daemon-is-cut-off");
  await expect.poll(() => ways).toEqual(["fetch"]);
  // Longer than a scenario takes to come to rest.
  await page.waitForTimeout(1500);
  expect(ways).toEqual(["fetch"]);
  await release();
  // What is explored is told with the later part's words.
  await expect(page.getByRole("button", { name: /^Every schedule/ })).toBeVisible();
  await showTab(page, "All outcomes");
  await expect(page.getByRole("tabpanel", { name: "All outcomes" })).toContainText(/every schedule/i);
  expect(ways).toEqual(["fetch"]);
});

test("whatever is used before the later part has come brings it at once", async ({ page }) => {
  const { ways } = await holdBack(page);
  await open(page, "daemon-is-cut-off");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Share" }).getByRole("textbox", { name: "Link" })).toHaveValue(/#/);
  await page.keyboard.press("Escape");
  await write(page, "import threading, decimal\nprint(decimal.Decimal('1.10') + 1, sorted({3: 1, 2: 2}, key=lambda n: -n))\n");
  await expect(summary(page)).toHaveText(/^Exits at 0\.\d+ s/);
  await showTab(page, "Console");
  await expect(page.getByRole("tabpanel", { name: "Console" })).toContainText("2.10 [3, 2]");
  await showTab(page, "All outcomes");
  await expect(page.getByRole("tabpanel", { name: "All outcomes" })).toContainText(/every schedule/i);
  expect(ways.filter((way) => way === "xhr").length).toBeGreaterThan(0);
});

test("without the later part the page draws what it can, and says what it lacks when it is wanted", async ({ page }) => {
  await page.route(LATER, (route) => route.fulfill({ status: 404, body: "not here" }));
  await open(page, "daemon-is-cut-off");
  await expect(summary(page)).toContainText("1 thread cut off");
  const notice = page.getByRole("alert").filter({ hasText: "could not be fetched" });
  await expect(notice).toBeHidden();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(notice).toBeVisible();
  await page.unroute(LATER);
  await notice.getByRole("link", { name: "Reload the page" }).click();
  await expect(summary(page)).toContainText("1 thread cut off");
  await expect(notice).toBeHidden();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Share" })).toBeVisible();
});

test("a connection that comes back brings the later part without a word", async ({ page }) => {
  let refused = 0;
  await page.route(LATER, (route) => (refused++ === 0 ? route.abort() : route.continue()));
  await open(page, "daemon-is-cut-off");
  await expect.poll(() => refused, { timeout: 60_000 }).toBeGreaterThan(1);
  await showTab(page, "All outcomes");
  await expect(page.getByRole("tabpanel", { name: "All outcomes" })).toContainText(/every schedule/i);
});
