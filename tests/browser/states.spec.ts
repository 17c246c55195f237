// Every state of the page at every size: nothing overflows, nothing lies over anything else, and what is to be hit can be.
// Boxes are compared and not pixels, so that it is the same on every machine.

import { expect, test, type Page } from "@playwright/test";
import { showTab, summary, timeline, write } from "./playground";

// A page is opened once for each kind of screen, and then turned and resized as a person's would be.
const screens = {
  "a touched screen": {
    hasTouch: true,
    sizes: {
      "a small phone": { width: 320, height: 640 },
      "a phone": { width: 390, height: 844 },
      "a phone on its side": { width: 844, height: 390 },
      "a tablet": { width: 768, height: 1024 },
    },
  },
  "a screen with a mouse": {
    hasTouch: false,
    sizes: {
      "a desktop": { width: 1440, height: 900 },
      // A window of 1280 by 800 in which everything is twice as large.
      "a desktop at 200 %": { width: 640, height: 400 },
    },
  },
};

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const states: Record<string, { at: string; act?: (page: Page) => Promise<unknown> }> = {
  "parameters and console": { at: "#/two-kinds-side-by-side" },
  "code": { at: "#/finally-that-never-runs", act: (page) => showTab(page, "Code") },
  "verdict of a deadlock": { at: "#/deadlock-at-exit", act: (page) => showTab(page, "Verdict") },
  "all outcomes": {
    at: "#/daemon-is-cut-off",
    act: async (page) => {
      await showTab(page, "All outcomes");
      await expect(page.getByRole("status", { name: "Exploration" })).toContainText("Explored every schedule");
    },
  },
  "what if, two side by side": {
    at: "#/finally-that-never-runs",
    act: async (page) => {
      await showTab(page, "What if");
      await page.getByRole("button", { name: /^Side by side/ }).first().click();
    },
  },
  "state": { at: "#/lock-taken-to-the-grave?moment=1", act: (page) => showTab(page, "State") },
  "events": { at: "#/port-scanner", act: (page) => showTab(page, "Events") },
  "a lesson": { at: "#/phases-of-exit?moment=2.5" },
  "you are the scheduler": {
    at: "#/with-the-gil",
    act: async (page) => {
      await page.getByRole("switch", { name: "You are the scheduler" }).click();
      await expect(summary(page)).toContainText("Your turn");
    },
  },
  "gallery": { at: "#/two-kinds-side-by-side", act: (page) => press(page, "Scenario") },
  "share": { at: "#/two-kinds-side-by-side", act: (page) => press(page, "Share") },
  "help": { at: "#/two-kinds-side-by-side", act: (page) => press(page, "Help") },
  "reference": {
    at: "#/two-kinds-side-by-side",
    act: async (page) => {
      await press(page, "Help");
      await press(page, "Regular or daemon: the reference");
    },
  },
  "predict first": { at: "#/two-kinds-side-by-side?predict" },
  "a frame": { at: "#/two-kinds-side-by-side?embed" },
  "a link that was cut": { at: "#1abc" },
  "a syntax error": { at: "#/two-kinds-side-by-side", act: (page) => write(page, "def f(:\n") },
  "an empty program": { at: "#/two-kinds-side-by-side", act: (page) => write(page, "") },
};

/// What is wrong with the boxes of the page, in words.
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);
    const tooHigh = root.scrollHeight - root.clientHeight;
    // There the page is one screen, whose parts scroll by themselves.
    if (matchMedia("(min-width: 900px) and (min-height: 560px)").matches && tooHigh > 0) found.push(`the page is ${tooHigh} px too high`);

    const scope: ParentNode = document.querySelector("dialog[open], [role=dialog]") ?? document;
    const interactive = "button, a[href], input, select, textarea, summary, [role=switch], [role=tab], [role=slider]";
    type Box = { element: Element; left: number; top: number; right: number; bottom: number };
    const boxes: Box[] = [];
    for (const control of scope.querySelectorAll(interactive)) {
      // A check box is hit on its label too.
      const element = control.closest("label") ?? control;
      const style = getComputedStyle(control);
      if (style.visibility === "hidden" || !(control as HTMLElement).checkVisibility?.()) continue;
      let { left, top, right, bottom } = element.getBoundingClientRect();
      const [width, height] = [right - left, bottom - top];
      // What only a screen reader is told has no size.
      if (width <= 1 || height <= 1) continue;
      const name = control.getAttribute("aria-label") ?? control.textContent?.trim().slice(0, 40) ?? "";
      // A link in a sentence is as high as its line; the knots of the timeline have the keyboard and the parameters.
      const inSentence = control.matches(".line-link, p a, td a, li a, summary, .twin") || style.display === "inline";
      const onTimeline = control.closest(".timeline") !== null && control.matches("[role=slider]");
      if (!inSentence && !onTimeline && (width < 24 || height < 24)) {
        found.push(`"${name}" is ${Math.round(width)} by ${Math.round(height)} px`);
      }
      // The box of a link that runs over two lines holds more than the link.
      if (onTimeline || inSentence) continue;
      // What is scrolled out of its box does not count.
      for (let around = element.parentElement; around; around = around.parentElement) {
        if (getComputedStyle(around).overflow === "visible") continue;
        const clip = around.getBoundingClientRect();
        [left, top] = [Math.max(left, clip.left), Math.max(top, clip.top)];
        [right, bottom] = [Math.min(right, clip.right), Math.min(bottom, clip.bottom)];
      }
      if (right - left > 1 && bottom - top > 1) boxes.push({ element: control, left, top, right, bottom });
    }
    for (const [at, a] of boxes.entries()) {
      for (const b of boxes.slice(at + 1)) {
        if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 2 && high > 2) {
          const name = ({ element }: Box) => element.getAttribute("aria-label") ?? element.textContent?.trim().slice(0, 40);
          found.push(`"${name(a)}" and "${name(b)}" overlap by ${Math.round(wide)} by ${Math.round(high)} px`);
        }
      }
    }
    return [...new Set(found)];
  });
}

for (const [screen, { hasTouch, sizes }] of Object.entries(screens)) {
  test.describe(screen, () => {
    test.use({ viewport: Object.values(sizes)[0], hasTouch, reducedMotion: "reduce" });

    for (const [state, { at, act }] of Object.entries(states)) {
      test(`${state}, at every size`, async ({ page }) => {
        await page.goto(at);
        await expect(page.locator(".stage")).toBeVisible();
        await expect(page.locator("#page")).not.toHaveAttribute("aria-busy");
        await page.evaluate(() => document.fonts.ready);
        await act?.(page);
        for (const [size, viewport] of Object.entries(sizes)) {
          await page.setViewportSize(viewport);
          // What follows the size by script, as the timeline does, is drawn a frame later.
          await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
          await expect.poll(() => faults(page), { message: size }).toEqual([]);
        }
      });
    }
  });
}

test("a phone shows the verdict, the picture and the way to play it at once, upright and on its side", async ({ page }) => {
  for (const viewport of [{ width: 390, height: 844 }, { width: 844, height: 390 }]) {
    await page.setViewportSize(viewport);
    await page.goto("#/daemon-is-cut-off");
    await expect(summary(page)).toBeInViewport({ ratio: 1 });
    await expect(timeline(page)).toBeInViewport({ ratio: 0.9 });
  }
});
