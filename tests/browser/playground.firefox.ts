// The playground in Firefox: what a person does first. Firefox is spoken to by WebDriver BiDi, which needs no driver of its
// own; the elements are found by their accessible names, as in the other tests.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test as base } from "@playwright/test";
import { launch, type Browser, type Page } from "puppeteer-core";

const root = fileURLToPath(new URL("../..", import.meta.url));

const test = base.extend<{ firefoxPage: Page }, { firefox: Browser }>({
  firefox: [
    async ({}, use) => {
      const executablePath = execFileSync("sh", [`${root}/scripts/find-firefox.sh`], { encoding: "utf8" }).trim();
      const browser = await launch({ browser: "firefox", executablePath, headless: true });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  firefoxPage: async ({ firefox, baseURL }, use) => {
    // A profile of its own for each test.
    const context = await firefox.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await page.goto(`${baseURL}#/daemon-is-cut-off`);
    await expect.poll(() => summary(page)).toMatch(/1 thread cut off/);
    await use(page);
    expect(errors).toEqual([]);
    await context.close();
  },
});

const named = (role: string, name: string) => `::-p-aria([name="${name}"][role="${role}"])`;

function text(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => (element as HTMLElement).innerText).catch(() => "");
}

const summary = (page: Page) => text(page, named("status", "Summary"));

async function showTab(page: Page, name: string) {
  await page.locator(named("tab", name)).click();
}

/// Replaces the whole program, by keys; without blocks, since the editor would indent them.
async function write(page: Page, program: string) {
  await showTab(page, "Code");
  const editor = page.locator(named("textbox", "Program"));
  await editor.click();
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
  await page.keyboard.press("Delete");
  await page.keyboard.type(program);
}

test("a scenario of the gallery opens, and its timeline is drawn", async ({ firefoxPage: page }) => {
  const lanes = await page.$$(`${named("region", "Timeline")} >>> li`);
  expect(lanes.length).toBeGreaterThan(1);
  await page.locator(named("button", "Scenario")).click();
  const links = await page.$$("dialog[open] a[href*='#/']");
  expect(links.length).toBeGreaterThan(20);
  await links[3].click();
  await expect.poll(() => page.$("dialog[open]")).toBeNull();
  await expect.poll(() => summary(page)).toMatch(/^(Exits at|Never exits)/);
});

test("a program is typed, turned on its lane, and the change is undone", async ({ firefoxPage: page }) => {
  await write(page, "import threading, time\ndef job(): time.sleep(5)\nt = threading.Thread(target=job, name='worker')\nt.start()\n");
  await expect.poll(() => summary(page)).toMatch(/^Exits at 5\.\d+ s; no thread cut off\.$/);
  await page.locator(named("button", "Make worker a daemon")).click();
  await expect.poll(() => summary(page)).toMatch(/1 thread cut off/);
  await page.locator(named("button", "Undo")).click();
  await expect.poll(() => summary(page)).toMatch(/no thread cut off/);
});

test("a link opens the same scenario again, and a reload keeps it", async ({ firefoxPage: page }) => {
  await write(page, "import time\ntime.sleep(7)\nprint('shared')\n");
  await expect.poll(() => summary(page)).toMatch(/^Exits at 7\.\d+ s/);
  await page.locator(named("button", "Share")).click();
  const link = await page.$eval(named("textbox", "Link"), (element) => (element as HTMLInputElement).value);
  expect(link).toContain("#1");
  await page.goto("about:blank");
  await page.goto(link);
  await expect.poll(() => summary(page)).toMatch(/^Exits at 7\.\d+ s/);
  await page.reload();
  await expect.poll(() => summary(page)).toMatch(/^Exits at 7\.\d+ s/);
});

test("every schedule is explored", async ({ firefoxPage: page }) => {
  await showTab(page, "All outcomes");
  await expect.poll(() => text(page, named("tabpanel", "All outcomes"))).toMatch(/every schedule/i);
});

test("what is used before the program's later part has come brings it at once", async ({ firefoxPage: page }) => {
  // The later part never comes by itself.
  await page.evaluateOnNewDocument(() => {
    WebAssembly.compileStreaming = () => new Promise(() => {});
  });
  await page.reload();
  await expect.poll(() => summary(page)).toMatch(/1 thread cut off/);
  await showTab(page, "All outcomes");
  await expect.poll(() => text(page, named("tabpanel", "All outcomes"))).toMatch(/every schedule/i);
});

test("a program that runs away gets an answer, and the page goes on", async ({ firefoxPage: page }) => {
  test.setTimeout(400_000);
  await write(page, "items = []\nwhile True: items.append('x' * 1000)\n");
  await expect.poll(() => summary(page), { timeout: 240_000 }).toMatch(/limit of .+ was reached/);
  await write(page, "print('back again')\n");
  await expect.poll(() => summary(page)).toMatch(/^Exits at 0\.\d+ s/);
});
