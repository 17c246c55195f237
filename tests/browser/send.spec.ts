// Sending a scenario, embedding it, taking it away and bringing one in.

import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { complaintsOf, open, showTab, summary, timeline, write } from "./playground";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Share" });

async function openShare(page: Page) {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(dialog(page)).toBeVisible();
}

async function downloaded(page: Page, name: string): Promise<{ name: string; text: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), dialog(page).getByRole("button", { name }).click()]);
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), text: bytes.toString("utf8"), bytes };
}

test("a link is copied bare, as Markdown and as a frame", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "daemon-is-cut-off");
  await openShare(page);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await dialog(page).getByRole("button", { name: "Copy link" }).click();
  await expect(dialog(page).getByRole("status")).toHaveText("Copied.");
  expect(await copied()).toMatch(/#\/daemon-is-cut-off$/);
  await dialog(page).getByRole("button", { name: "Copy Markdown" }).click();
  await expect.poll(copied).toMatch(/^\[.+\]\(http.+#\/daemon-is-cut-off\)$/);
  await dialog(page).getByRole("button", { name: "Copy HTML embed" }).click();
  await expect.poll(copied).toMatch(/^<iframe src="http.+#\/daemon-is-cut-off\?embed" title=".+" width="100%" height="\d+"/);
});

test("a link that is too long for a chat message is said to be", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await openShare(page);
  await expect(dialog(page).getByRole("status")).toHaveText(/^\d+ characters\.$/);
  await page.keyboard.press("Escape");
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647);
  await write(page, Array.from({ length: 300 }, () => `x${random()} = ${random()}\n`).join(""));
  await openShare(page);
  await expect(dialog(page).getByRole("status")).toContainText("more than the 2000 of a chat message");
});

test("settings and the moment travel in the link", async ({ page, browser }) => {
  await open(page, "two-kinds-side-by-side");
  await page.getByText("Run with").click();
  await page.getByLabel("Runtime").selectOption("free-threaded");
  await page.getByRole("slider", { name: "Moment" }).fill("1.5");
  await openShare(page);
  await dialog(page).getByRole("checkbox", { name: "Open at 1.500 s" }).check();
  const link = await dialog(page).getByRole("textbox", { name: "Link" }).inputValue();
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole("slider", { name: "Moment" })).toHaveAttribute("aria-valuetext", "1.500 s");
  await expect(stranger.locator(".run-settings-now")).toContainText("free-threaded");
});

test("in a frame the page is small, and opens in the playground with what the reader changed", async ({ page, baseURL, context }) => {
  // Someone's page, which has a policy of its own.
  const body = `<iframe id="frame" src="./#/two-kinds-side-by-side?embed" width="700" height="440"></iframe>`;
  await page.route("**/article.html", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(`${baseURL}article.html`);
  const frame = page.frameLocator("#frame");
  await expect(frame.getByRole("status", { name: "Summary" })).toHaveText("Exits at 2.000 s; 1 thread cut off.");
  await expect(frame.getByRole("toolbar", { name: "Playback" })).toBeVisible();
  await expect(frame.getByRole("tab")).toHaveCount(0);
  await expect(frame.getByRole("button", { name: "Scenario" })).toHaveCount(0);
  await frame.getByRole("button", { name: "Make Thread-2 (daemon_job) regular" }).click();
  await expect(frame.getByRole("status", { name: "Summary" })).toHaveText("Exits at 4.000 s; no thread cut off.");
  const [playground] = await Promise.all([
    context.waitForEvent("page"),
    frame.getByRole("link", { name: "Open in playground" }).click(),
  ]);
  await expect(summary(playground)).toHaveText("Exits at 4.000 s; no thread cut off.");
  await expect(playground.getByRole("button", { name: "Scenario" })).toBeVisible();
});

for (const [width, height] of [[320, 440], [400, 360], [700, 400]] as const) {
  test(`a frame of ${width} by ${height} px holds all that it needs: nothing is scrolled but the threads`, async ({ page, baseURL }) => {
    const body = `<body style="margin: 0"><iframe id="frame" src="./#/two-kinds-side-by-side?embed" width="${width}" height="${height}" style="border: 0"></iframe>`;
    await page.setViewportSize({ width, height: 800 });
    await page.route("**/article.html", (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto(`${baseURL}article.html`);
    const frame = page.frameLocator("#frame");
    await expect(frame.getByRole("status", { name: "Summary" })).toHaveText(/^Exits at/);
    const room = await frame.locator("html").evaluate((root) => [root.scrollWidth - root.clientWidth, root.scrollHeight - root.clientHeight]);
    expect(room).toEqual([0, 0]);
    for (const name of ["Play", "Step back", "Step forward"]) {
      await expect(frame.getByRole("button", { name, exact: true })).toBeInViewport({ ratio: 1 });
    }
    await expect(frame.getByRole("link", { name: "Open in playground" })).toBeInViewport({ ratio: 1 });
    await expect(frame.getByRole("slider", { name: "Moment" })).toBeInViewport({ ratio: 1 });
    const lanes = frame.getByRole("group", { name: "Lanes" });
    expect(await lanes.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    expect(await lanes.evaluate((box) => box.clientHeight)).toBeGreaterThan(110);
    const last = frame.getByRole("listitem").last();
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport();
  });
}

test("a frame leaves the reader's own work alone", async ({ page }) => {
  await page.goto("");
  await write(page, "print('my own work')\n");
  await page.goto("about:blank");
  await page.goto("#/two-kinds-side-by-side?embed");
  await expect(summary(page)).toContainText("1 thread cut off");
  await page.goto("about:blank");
  await page.goto("");
  await showTab(page, "Code");
  await expect(page.getByRole("textbox", { name: "Program" })).toContainText("my own work");
});

test("the scenario is taken away as a file that Python runs", async ({ page }) => {
  await open(page, "without-the-gil");
  await openShare(page);
  const file = await downloaded(page, "Python file");
  expect(file.name).toMatch(/^[a-z0-9-]+\.py$/);
  expect(file.text).toBe(readFileSync(new URL("../../static/scenarios/without-the-gil.py", import.meta.url), "utf8"));
});

test("the timeline is taken away as a picture that can be read on its own", async ({ page, browser }) => {
  const complaints = complaintsOf(page);
  await open(page, "two-kinds-side-by-side");
  await write(page, "import threading\nthreading.Thread(target=print, args=('x',), name='<script>alert(1)</script>').start()\n");
  await openShare(page);
  const svg = await downloaded(page, "Timeline as SVG");
  expect(svg.text).not.toContain("<script");
  const viewer = await (await browser.newContext()).newPage();
  await viewer.goto(`data:image/svg+xml;base64,${svg.bytes.toString("base64")}`);
  await expect(viewer.locator("svg").first()).toContainText("<script>alert(1)");
  await expect(viewer.locator("svg").first()).toContainText("exit 0.000 s");
  const png = await downloaded(page, "Timeline as PNG");
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(png.bytes.length).toBeGreaterThan(5_000);
  expect(complaints).toEqual([]);
});

test("the trace opens in Perfetto, the table in a spreadsheet and in a README", async ({ page }) => {
  await open(page, "two-kinds-side-by-side");
  await openShare(page);
  const trace = JSON.parse((await downloaded(page, "Trace for Perfetto")).text);
  expect(trace.traceEvents.filter((event: { ph: string }) => event.ph === "X").length).toBeGreaterThan(3);
  const markdown = (await downloaded(page, "Table as Markdown")).text;
  expect(markdown).toContain("| Thread-2 (daemon_job) | daemon | cut off |");
  const csv = (await downloaded(page, "Table as CSV")).text;
  expect(csv.split("\r\n")[0]).toBe("Thread,Kind,Fate,Why,Lost");
});

test("a Python file is opened from the disk, and by dropping it", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await page.getByRole("button", { name: "Scenario" }).click();
  await page.getByLabel("Open a Python file").setInputFiles({
    name: "own.py",
    mimeType: "text/x-python",
    buffer: Buffer.from('"""My own"""\nimport time\ntime.sleep(7)\n\n# settings: runtime=free-threaded\n'),
  });
  await expect(summary(page)).toContainText("Exits at 7.000 s");
  await expect(page.getByRole("heading", { name: "My own" })).toBeVisible();
  await expect(page.locator(".run-settings-now")).toContainText("free-threaded");
  const files = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["import time\ntime.sleep(8)\n"], "dropped.py"));
    return transfer;
  });
  await timeline(page).dispatchEvent("drop", { dataTransfer: files });
  await expect(summary(page)).toContainText("Exits at 8.000 s");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(summary(page)).toContainText("Exits at 7.000 s");
});

test("those who unfurl links find a title, a description and a picture", async ({ page, request, baseURL }) => {
  await open(page, "two-kinds-side-by-side");
  await expect(page).toHaveTitle("Two kinds side by side · Last Thread Standing");
  const image = await page.locator('meta[property="og:image"]').getAttribute("content");
  const answer = await request.get(new URL(image!, baseURL).href);
  expect(answer.ok()).toBe(true);
  await expect(page.locator('meta[property="og:description"]')).toHaveAttribute("content", /thread/);
});

test("a meter shows how much of a chat message the link takes", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await openShare(page);
  const meter = dialog(page).getByRole("meter", { name: "Length of the link" });
  const length = (await dialog(page).getByRole("textbox", { name: "Link" }).inputValue()).length;
  await expect(meter).toHaveAttribute("max", "2000");
  await expect(meter).toHaveJSProperty("value", length);
});

test("a program is pasted over the page, and undone", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "daemon-is-cut-off");
  const before = await summary(page).innerText();
  await page.evaluate(() => navigator.clipboard.writeText("import time\ntime.sleep(9)\n"));
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+v");
  await expect(summary(page)).toContainText("Exits at 9.000 s");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(summary(page)).toHaveText(before);
  // In a field it is pasted into the field.
  await showTab(page, "Code");
  await page.getByRole("textbox", { name: "Program" }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+v");
  await expect(summary(page)).toContainText("Exits at 9.000 s");
});

test("a file that is no program is refused in words, and nothing is lost", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  const before = await summary(page).innerText();
  for (const [name, buffer, sentence] of [
    ["picture.png", Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]), "This is no text"],
    ["huge.py", Buffer.alloc(1_200_000, "x = 1\n"), "larger than a megabyte"],
  ] as const) {
    await page.getByRole("button", { name: "Scenario" }).click();
    await page.getByLabel("Open a Python file").setInputFiles({ name, mimeType: "text/x-python", buffer });
    await expect(page.getByRole("alert").filter({ visible: true })).toContainText(sentence);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(summary(page)).toHaveText(before);
    await page.getByRole("button", { name: "Dismiss" }).click();
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`a frame follows a reader who likes it ${colorScheme}, whatever is chosen at home`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, "two-kinds-side-by-side");
    for (let press = 0; press < (colorScheme === "light" ? 2 : 1); press++) await page.getByRole("button", { name: "Theme" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme === "light" ? "dark" : "light");
    await page.goto("about:blank");
    await page.goto("#/two-kinds-side-by-side?embed");
    await expect(summary(page)).toContainText("1 thread cut off");
    const [red] = (await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).match(/\d+/g)!.map(Number);
    expect(red > 128).toBe(colorScheme === "light");
  });
}
