// Measures how long the page takes, for every scenario of the gallery, from asking for all outcomes to the answer:
// `make bench`. The worker is there already, as it is for a person who has used the page for a second.

import { expect, test } from "@playwright/test";
import { readdirSync } from "node:fs";
import { open, showTab } from "../playground";

const stems = readdirSync(new URL("../../../static/scenarios", import.meta.url))
  .filter((name) => name.endsWith(".py"))
  .map((name) => name.slice(0, -3));

test("all outcomes of every scenario of the gallery", async ({ page }) => {
  test.setTimeout(10 * 60_000);
  // Another than the first, which opens below.
  await open(page, stems[stems.length - 1]);
  await showTab(page, "All outcomes");
  const exploration = page.getByRole("status", { name: "Exploration" });
  await expect(exploration).toHaveText(/^Explored/, { timeout: 30_000 });
  const figures: { stem: string; ms: number; states: string }[] = [];
  for (const stem of stems) {
    const ms = await page.evaluate(async (stem) => {
      const told = () => document.querySelector("[aria-label='Exploration']")?.textContent ?? "";
      const began = performance.now();
      location.hash = `/${stem}`;
      // The answer before this one is gone once the page has been drawn anew.
      let gone = false;
      await new Promise<void>((done) => {
        const look = () => {
          if (!told().startsWith("Explored")) gone = true;
          if ((gone && told().startsWith("Explored")) || performance.now() - began > 20_000) done();
          else setTimeout(look, 1);
        };
        look();
      });
      return performance.now() - began;
    }, stem);
    figures.push({ stem, ms, states: (await exploration.innerText()).match(/\d+ states/)?.[0] ?? "" });
  }
  figures.sort((a, b) => b.ms - a.ms);
  console.log("\nall outcomes, in milliseconds, from opening the scenario\n");
  for (const { stem, ms, states } of figures) console.log(`${ms.toFixed(0).padStart(8)}  ${stem} (${states})`);
});
