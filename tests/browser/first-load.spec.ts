import { expect, test } from "@playwright/test";

test("the page opens from a folder of a static host, without a complaint in the browser's console", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("requestfailed", (request) => complaints.push(request.url()));

  await page.goto("");
  await expect(page.getByRole("heading", { level: 1, name: "Last Thread Standing" })).toBeVisible();
  expect(complaints).toEqual([]);
});

test("nothing is asked of any other host", async ({ page, baseURL }) => {
  const strangers: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL!)) strangers.push(request.url());
  });
  await page.goto("");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(strangers).toEqual([]);
});
