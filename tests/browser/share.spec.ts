import { expect, test } from "@playwright/test";
import { open, shareLink, showTab, summary, write } from "./playground";

test("a link opens the same scenario for someone else", async ({ page, browser, baseURL }) => {
  await open(page, "daemon-is-cut-off");
  await write(page, "# für später\nimport time\ntime.sleep(5)\nprint('shared')\n");
  await expect(summary(page)).toContainText(/Exits at 5\.\d+ s/);
  const link = await shareLink(page);
  expect(link.startsWith(baseURL!)).toBe(true);

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(link);
  await expect(summary(stranger)).toContainText(/Exits at 5\.\d+ s/);
  await showTab(stranger, "Code");
  await expect(stranger.getByRole("textbox", { name: "Program" })).toContainText("# für später");
});

test("a scenario of the gallery has a short link by its name", async ({ page }) => {
  await open(page, "port-scanner");
  expect(await shareLink(page)).toMatch(/#\/port-scanner$/);
});

for (const [what, spoil] of [
  ["cut short", (fragment: string) => fragment.slice(0, fragment.length / 2)],
  ["altered", (fragment: string) => fragment.slice(0, 5) + "AAAA" + fragment.slice(9)],
  ["of another version", (fragment: string) => `#9${fragment.slice(2)}`],
  ["not made of a link's letters", (fragment: string) => `${fragment.slice(0, 10)}!${fragment.slice(10)}`],
  ["far too long", (fragment: string) => fragment + "A".repeat(300_000)],
  ["to a scenario that does not exist", () => "#/no-such-scenario"],
] as const) {
  test(`a link ${what} is explained and stays in the address`, async ({ page }) => {
    await open(page, "daemon-is-cut-off");
    await write(page, "import time\ntime.sleep(5)\nprint('shared with some length to it')\n");
    await expect(summary(page)).toContainText(/Exits at 5\.\d+ s/);
    const spoilt = spoil(new URL(await shareLink(page)).hash);

    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto("about:blank");
    await page.goto(spoilt);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("alert")).toContainText(/link|scenario/i);
    await expect(summary(page)).toHaveText(/\S/);
    expect(new URL(page.url()).hash).toBe(spoilt);
    expect(errors).toEqual([]);
  });
}

test("what was written is there again after a reload", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await write(page, "import time\ntime.sleep(6)\n");
  await expect(summary(page)).toContainText(/Exits at 6\.\d+ s/);
  await page.reload();
  await expect(summary(page)).toContainText(/Exits at 6\.\d+ s/);
});

test("what a broken link is told with is set as code, not between backticks", async ({ page }) => {
  await page.goto("#9AAAA");
  const notice = page.getByRole("alert").filter({ hasText: "newer version" });
  await expect(notice.getByRole("code")).toHaveText("9");
  await expect(notice).not.toContainText("`");
});
