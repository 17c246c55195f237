// The page by keyboard, by screen reader, on a phone.

import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { isWhole } from "./playground";

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 390]) {
    test.describe(`${colorScheme}, ${width} pixels wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      const expectNothing = async (page: Page) => {
        const axe = new AxeBuilder({ page }).options({ rules: { "target-size": { enabled: true } } });
        expect((await axe.analyze()).violations).toEqual([]);
      };
      const expectNothingInDialog = async (page: Page) => {
        const dialog = page.getByRole("dialog");
        await expect(dialog).toBeVisible();
        await dialog.evaluate((element) => Promise.all(element.getAnimations().map((it) => it.finished)));
        await expectNothing(page);
      };

      test("axe finds nothing in any tab", async ({ page }) => {
        await page.goto("#/finally-that-never-runs");
        await expect(page.getByRole("tablist")).toHaveCount(2);
        await expectNothing(page);
        for (const tab of ["Code", "Verdict", "All outcomes", "What if", "State", "Events"]) {
          await page.getByRole("tab", { name: tab }).click();
          await expectNothing(page);
        }
      });

      test("axe finds nothing in any dialog", async ({ page }) => {
        await page.goto("#/finally-that-never-runs");
        for (const dialog of ["Scenario", "Share", "Help"]) {
          await page.getByRole("button", { name: dialog, exact: true }).click();
          await expectNothingInDialog(page);
          await page.keyboard.press("Escape");
        }
        await page.getByRole("button", { name: "Help", exact: true }).click();
        await page.getByRole("button", { name: "Regular or daemon: the reference" }).click();
        await expect(page.getByRole("dialog", { name: "Reference" })).toBeVisible();
        await expectNothingInDialog(page);
      });

      test("axe finds nothing where a prediction is asked for, nor in a frame", async ({ page }) => {
        await page.goto("#/two-kinds-side-by-side?predict");
        await expect(page.getByRole("form", { name: "Predict first" })).toBeVisible();
        await expectNothing(page);
        await page.goto("about:blank");
        await page.goto("#/two-kinds-side-by-side?embed");
        await expect(page.getByRole("toolbar", { name: "Playback" })).toBeVisible();
        await expectNothing(page);
      });
    });
  }
}

test("a dialog takes the focus and gives it back", async ({ page }) => {
  await page.goto("");
  const button = page.getByRole("button", { name: "Scenario" });
  await button.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Scenarios" });
  await expect(dialog).toBeVisible();
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test("tabs are one stop, and arrows go from tab to tab", async ({ page }) => {
  await page.goto("");
  await page.getByRole("tab", { name: "Console" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Verdict" })).toBeFocused();
  await expect(page.getByRole("tab", { name: "Verdict" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("End");
  await expect(page.getByRole("tab", { name: "Events" })).toBeFocused();
});

test("the question mark opens the help, but not while typing", async ({ page }) => {
  await page.goto("");
  await page.getByRole("tab", { name: "Code" }).click();
  await page.getByRole("textbox", { name: "Program" }).press("?");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("tab", { name: "Code" }).focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Help" })).toBeVisible();
});

test("a phone has one column and no sideways scrolling, and targets that a finger hits", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true,
  });
  const page = await context.newPage();
  await page.goto("#/finally-that-never-runs");
  await isWhole(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  for (const name of ["Scenario", "Undo", "Share", "Theme", "Help"]) {
    const box = await page.getByRole("button", { name, exact: true }).boundingBox();
    expect(box!.height).toBeGreaterThanOrEqual(40);
    expect(box!.width).toBeGreaterThanOrEqual(40);
  }
  await context.close();
});

/// Where the keyboard is, as one would say it.
const focused = (page: Page) =>
  page.evaluate(() => {
    const it = document.activeElement;
    if (!it || it === document.body) return "nowhere";
    return `${it.getAttribute("role") ?? it.tagName.toLowerCase()} ${it.getAttribute("aria-label") ?? it.textContent?.trim().slice(0, 40)}`;
  });

test("Tab goes through the page in the order in which it is read, and always shows where it is", async ({ page }) => {
  await page.goto("#/two-kinds-side-by-side");
  await expect(page.getByRole("tab", { name: "Console" })).toBeVisible();
  const stops: string[] = [];
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (stop === "nowhere" || stops.includes(stop) && stop.includes("Scenario")) break;
    stops.push(stop);
    const seen = await page.evaluate(() => {
      const it = document.activeElement!;
      const own = getComputedStyle(it);
      const around = it.closest(".code-editor");
      const ring = own.outlineStyle !== "none" && parseFloat(own.outlineWidth) >= 2;
      return ring || around !== null || getComputedStyle(it, "::after").outlineStyle !== "none" || getComputedStyle(it, "::after").opacity === "1";
    });
    expect(seen, `${stop} shows that it has the focus`).toBe(true);
  }
  const at = (name: string) => {
    const found = stops.findIndex((stop) => stop.includes(name));
    expect(found, `${name} among ${stops.join(", ")}`).toBeGreaterThanOrEqual(0);
    return found;
  };
  const order = ["Scenario", "Share", "Theme", "Help", "Lanes", "Compare kinds", "Make Thread-2 (daemon_job) regular", "Play", "Moment", "You are the scheduler", "Speed", "Parameters", "input sleep, line 14", "Console"];
  const places = order.map(at);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test("what is pressed by the keyboard keeps it: a flag on its lane, the last undo, a dialog that leads to another", async ({ page }) => {
  await page.goto("#/two-kinds-side-by-side");
  await page.getByRole("button", { name: "Make Thread-2 (daemon_job) regular" }).press("Enter");
  await expect(page.getByRole("status", { name: "Summary" })).toHaveText("Exits at 4.000 s; no thread cut off.");
  const flipped = page.getByRole("button", { name: "Make Thread-2 (daemon_job) a daemon" });
  await expect(flipped).toBeFocused();
  await flipped.press("Enter");
  await expect(page.getByRole("status", { name: "Summary" })).toHaveText("Exits at 2.000 s; 1 thread cut off.");

  const undo = page.getByRole("button", { name: "Undo" });
  await undo.press("Enter");
  await expect(undo).toBeFocused();
  await undo.press("Enter");
  await expect(undo).toBeDisabled();
  await expect(page.getByRole("button", { name: "Redo" })).toBeFocused();

  const help = page.getByRole("button", { name: "Help" });
  await help.press("Enter");
  await page.getByRole("button", { name: "Regular or daemon: the reference" }).press("Enter");
  const reference = page.getByRole("dialog", { name: "Reference" });
  await expect(reference.getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(reference).toBeHidden();
  await expect(help).toBeFocused();
});

test("a button that goes away by what it did leaves the keyboard near its place", async ({ page }) => {
  await page.goto("#/two-kinds-side-by-side?predict");
  await page.getByRole("checkbox", { name: "Thread-1 (regular_job)" }).press("Space");
  await page.getByRole("textbox", { name: "What is the last line printed?" }).press("Enter");
  await expect(page.getByRole("status", { name: "Your prediction" })).toBeVisible();
  await expect.poll(() => focused(page)).not.toBe("nowhere");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status", { name: "Your prediction" })).toHaveCount(0);
  await expect.poll(() => focused(page)).not.toBe("nowhere");

  await page.getByRole("tab", { name: "Parameters" }).click();
  await page.getByRole("group", { name: "daemon_job" }).getByRole("button", { name: "Remove" }).press("Enter");
  await expect(page.getByRole("group", { name: "daemon_job" })).toHaveCount(0);
  await expect(page.getByRole("tabpanel", { name: "Parameters" })).toBeFocused();
});

test("what is announced does not chatter: a long run is said once, a moment that plays not at all", async ({ page }) => {
  await page.goto("");
  await page.getByRole("tab", { name: "Code" }).click();
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => {
      for (const live of document.querySelectorAll("[role=status], [role=alert], [aria-live]")) {
        const text = live.textContent!.trim();
        const name = live.getAttribute("aria-label");
        const entry = `${name}: ${text}`;
        if (live.getAttribute("aria-live") === "off" || !text || said.includes(entry)) continue;
        said.push(entry);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await page.getByRole("textbox", { name: "Program" }).fill("import threading, time\nn = 0\nwhile n < 3_000_000:\n    n += 1\ntime.sleep(3)\n");
  await expect(page.getByRole("status", { name: "Summary" })).toHaveText(/^(Exits at|Still running after)/);
  await page.getByLabel("Speed").selectOption("20×");
  await page.getByRole("button", { name: "Play" }).click();
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said.filter((entry) => entry.startsWith("Summary")).length).toBeLessThanOrEqual(4);
  expect(said.filter((entry) => entry.startsWith("At this moment"))).toEqual([]);
});

test("in the system's high contrast everything that a colour says can still be seen", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("#/two-kinds-side-by-side");
  await isWhole(page);
  const daemon = page.getByRole("group", { name: "daemon_job" }).getByRole("switch", { name: "Daemon" }).locator(".switch-track");
  const regular = page.getByRole("group", { name: "regular_job" }).getByRole("switch", { name: "Daemon" }).locator(".switch-track");
  const look = (track: typeof daemon) => track.evaluate((it) => [getComputedStyle(it).backgroundColor, getComputedStyle(it, "::after").translate]);
  expect(await look(daemon)).not.toEqual(await look(regular));
  for (const mark of [".badge-daemon", ".badge-regular"]) {
    const drawn = await page.locator(mark).first().evaluate((it) => {
      const { backgroundColor, borderTopWidth } = getComputedStyle(it, "::before");
      return backgroundColor !== "rgba(0, 0, 0, 0)" || parseFloat(borderTopWidth) > 0;
    });
    expect(drawn).toBe(true);
  }
});

test("text with the spacing that people set for themselves is not cut", async ({ page }) => {
  await page.goto("#/two-kinds-side-by-side");
  await page.addStyleTag({ content: "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }" });
  await isWhole(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll(".button, .tab, .badge, .switch, .summary, h2")]
      .filter((it) => (it as HTMLElement).checkVisibility() && it.clientWidth > 1 && it.scrollWidth > it.clientWidth + 1)
      .map((it) => it.textContent),
  );
  expect(cut).toEqual([]);
});

test("read from top to bottom the page says what it shows", async ({ page }) => {
  await page.goto("#/two-kinds-side-by-side");
  await expect(page.getByRole("tab", { name: "Console" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Timeline" }).getByRole("list").first()).toMatchAriaSnapshot(`
    - list:
      - listitem "MainThread, regular": /finished. It came to the end of the program's text at 2.000 s/
      - listitem "Thread-1 (regular_job), regular": /finished/
      - listitem "Thread-2 (daemon_job), daemon": /cut off.*the interpreter left at 2.000 s while it slept until 4.000 s/
  `);
  await expect(page.getByRole("region", { name: "Timeline" }).getByRole("paragraph").first()).toContainText(
    "Nobody waits for the daemon Thread-2 (daemon_job): the exit caught it while it slept until 4.000 s (line 20), and froze it there.",
  );
  const headings = await page.getByRole("heading").evaluateAll((all) => all.map((it) => Number(it.tagName[1])));
  expect(headings[0]).toBe(1);
  for (const [at, level] of headings.entries()) if (at > 0) expect(level - headings[at - 1]).toBeLessThanOrEqual(1);
});

test("the name of a thread is read as one word, by its lane, and not in two parts beside it", async ({ page }) => {
  await page.goto("#/two-kinds-side-by-side");
  await isWhole(page);
  const lane = page.getByRole("listitem", { name: "MainThread, regular" });
  await expect(lane).toBeVisible();
  expect(await lane.ariaSnapshot()).not.toContain("MainT hread");
});
