// What a visitor sees while the page comes: nothing that is there moves, however slow the device is.

import { expect, test, type Page } from "@playwright/test";
import { summary, timeline } from "./playground";

/// How far things have moved by themselves, as browsers count it (the `value` of each layout shift).
async function shifts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
    const told = (node: Node | null) => (node instanceof Element ? `${node.tagName}.${node.getAttribute("class")}` : "?");
    return new Promise<string[]>((resolve) => {
      new PerformanceObserver((list) => {
        const found = (list.getEntries() as Shift[]).filter((entry) => !entry.hadRecentInput);
        resolve(found.map(({ value, sources }) => `${value.toFixed(4)} ${sources.map(({ node }) => told(node)).join(" ")}`));
      }).observe({ type: "layout-shift", buffered: true });
      // Where nothing has moved the observer is silent.
      setTimeout(() => resolve([]), 300);
    });
  });
}

const screens = {
  "a phone": {
    viewport: { width: 390, height: 844 },
    scenarios: {
      "the default scenario": "",
      "a lesson whose library comes late": "#/port-scanner",
      "a frame": "#/two-kinds-side-by-side?embed",
    },
  },
  "a desktop": {
    viewport: { width: 1440, height: 900 },
    scenarios: { "the default scenario": "", "one that never exits": "#/regular-loop-never-ends" },
  },
};

for (const [screen, { viewport, scenarios }] of Object.entries(screens)) {
  for (const [what, link] of Object.entries(scenarios)) {
    test(`on ${screen} nothing moves while ${what} opens`, async ({ browser, baseURL }) => {
      const page = await browser.newPage({ baseURL, viewport, serviceWorkers: "block" });
      await page.route(/\/library-\w+\.txt$/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 700));
        await route.continue();
      });
      const devtools = await page.context().newCDPSession(page);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      await page.goto(link);
      await expect(timeline(page).getByRole("listitem").first()).toBeVisible();
      // The words of what holds in every schedule are the last to come; a device that is too slow for them leaves them out.
      const words = page.locator(".every-schedule button");
      if (!link.endsWith("embed")) await words.waitFor({ timeout: 30_000 }).catch(() => undefined);
      await expect(summary(page)).toHaveText(/xits/);
      expect(await shifts(page)).toEqual([]);
      await page.close();
    });
  }
}
