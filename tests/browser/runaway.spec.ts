import { expect, test } from "@playwright/test";
import { open, runaways, summary, write } from "./playground";

for (const [what, program] of Object.entries(runaways)) {
  test(`a program that ${what} gets an answer, and the page goes on`, async ({ page }) => {
    test.setTimeout(400_000);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await open(page, "daemon-is-cut-off");
    const before = await summary(page).innerText();

    await write(page, program);
    await expect(summary(page)).not.toHaveText(before, { timeout: 240_000 });
    await expect(summary(page)).toHaveText(/^(Exits at|Never exits|Still running after)/, { timeout: 240_000 });
    expect(errors).toEqual([]);

    await write(page, "print('back again')\n");
    await expect(summary(page)).toHaveText(/^Exits at 0\.\d+ s/);
  });
}
