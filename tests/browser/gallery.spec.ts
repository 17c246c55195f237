import { expect, test } from "@playwright/test";
import { complaintsOf, open, stems, summary, timeline } from "./playground";

test("the gallery lists every scenario and opens the one that is chosen", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await page.getByRole("button", { name: "Scenario", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Scenarios" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("link")).toHaveCount(stems.length);

  await dialog.getByRole("link", { name: /join brings it back/i }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/#\/join-brings-it-back$/);
  await expect(summary(page)).toHaveText(/^Exits at /);
});

test("every scenario of the gallery runs and is drawn", async ({ page }) => {
  test.setTimeout(600_000);
  const complaints = complaintsOf(page);
  for (const stem of stems) {
    await test.step(stem, async () => {
      await open(page, stem);
      await expect.soft(summary(page)).toHaveText(/^(Exits at \d|Never exits: )/);
      await expect.soft(timeline(page).getByRole("listitem").first()).toBeVisible();
    });
  }
  expect(complaints).toEqual([]);
});

test("a program of one's own begins in the gallery, and the cursor is in it", async ({ page }) => {
  await open(page, "daemon-is-cut-off");
  await page.getByRole("button", { name: "Scenario", exact: true }).click();
  await page.getByRole("button", { name: "Write your own" }).click();
  await expect(page.getByRole("dialog", { name: "Scenarios" })).toBeHidden();
  const program = page.getByRole("textbox", { name: "Program" });
  await expect(program).toBeFocused();
  await expect(program).toContainText("thread = threading.Thread(target=work)");
  await expect(summary(page)).toContainText("Exits at 1.0");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(program).toContainText("daemon=True");
});
