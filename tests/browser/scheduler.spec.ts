// You are the scheduler: the person picks who goes on, by pointer or by keyboard.

import { expect, test, type Page } from "@playwright/test";
import { open, summary, write } from "./playground";

const race = `import threading

def a():
    print('a')

def b():
    print('b')

A = threading.Thread(target=a, name='A')
B = threading.Thread(target=b, name='B')
A.start()
B.start()
A.join()
B.join()
`;

function choices(page: Page) {
  return page.getByRole("list", { name: "Choices" }).getByRole("button");
}

function scheduler(page: Page) {
  return page.getByRole("region", { name: "Scheduler" });
}

async function begin(page: Page) {
  await open(page, "daemon-is-cut-off");
  await write(page, race);
  await page.getByRole("toolbar", { name: "Playback" }).getByRole("switch", { name: "You are the scheduler" }).click();
  await expect(choices(page).first()).toBeVisible();
}

/// Chooses until the run is over, whoever may go on but this thread, as long as there is another.
async function toTheEndWithout(page: Page, name: string) {
  for (let step = 0; step < 40 && (await choices(page).count()) > 0; step += 1) {
    const texts = await choices(page).allInnerTexts();
    const other = texts.findIndex((text) => !text.includes(`${name} goes on`));
    await choices(page).nth(Math.max(other, 0)).click();
    await expect(page.getByRole("button", { name: "Take back" })).toBeEnabled();
  }
}

test("each choice says who goes on, where, and what comes of it; the summary asks", async ({ page }) => {
  await begin(page);
  await expect(summary(page)).toHaveText(/^Your turn: .* or .*\?/);
  await expect(choices(page).filter({ hasText: /^1/ })).toHaveCount(1);
  await expect(scheduler(page).getByText("as usual")).toHaveCount(1);
  await expect(scheduler(page)).toContainText(/You found 0 of \d/);
});

test("the end that was reached is compared with all there are, and remembered", async ({ page }) => {
  await begin(page);
  await toTheEndWithout(page, "B");
  await expect(scheduler(page)).toContainText(/You came to outcome \d/);
  await expect(scheduler(page)).toContainText(/You found 1 of [2-9]/);
  await page.getByRole("button", { name: "Start over" }).click();
  await toTheEndWithout(page, "A");
  await expect(scheduler(page)).toContainText(/You found 2 of [2-9]/);
  await page.getByRole("button", { name: "Compare with all outcomes" }).click();
  await expect(page.getByText("found by hand").first()).toBeVisible();
});

test("by keyboard: numbers choose, Backspace takes back, the focus stays on the choices", async ({ page }) => {
  await begin(page);
  const first = await summary(page).innerText();
  const firstChoices = await choices(page).allInnerTexts();
  await choices(page).first().focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => choices(page).allInnerTexts()).not.toEqual(firstChoices);
  expect(await scheduler(page).evaluate((panel) => panel.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Backspace");
  await expect(summary(page)).toHaveText(first);
  await expect.poll(() => choices(page).allInnerTexts()).toEqual(firstChoices);
  await page.keyboard.press("2");
  await expect.poll(() => choices(page).allInnerTexts()).not.toEqual(firstChoices);
});

test("switched off, the usual run is back", async ({ page }) => {
  await begin(page);
  await page.getByRole("switch", { name: "You are the scheduler" }).click();
  await expect(scheduler(page)).toHaveCount(0);
  await expect(summary(page)).toHaveText(/^Exits at/);
});
