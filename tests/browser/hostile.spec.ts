// A few of the programs of tests/hostile in the page: each gets the answer that it names, and the page goes on.

import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { open, summary, write } from "./playground";

const PROGRAMS = [
  "attributes-without-end",
  "bytearray-doubled",
  "format-nested-width",
  "class-with-many-bases",
  "integer-power",
  "list-nested-as-a-graph-and-printed",
  "output-to-a-file-without-end",
  "text-split",
  "threads-that-start-threads",
];

for (const name of PROGRAMS) {
  test(`${name.replaceAll("-", " ")}: the page says which limit was met`, async ({ page }) => {
    test.setTimeout(400_000);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    const program = readFileSync(new URL(`../hostile/programs/${name}.py`, import.meta.url), "utf8");
    const answer = program.split("\n")[0].replace("# answer: ", "");

    await open(page, "daemon-is-cut-off");
    await write(page, program);
    await expect(summary(page)).toContainText(answer, { timeout: 240_000 });
    await write(page, "print('back again')\n");
    await expect(summary(page)).toHaveText(/^Exits at 0\.\d+ s/);
    expect(errors).toEqual([]);
  });
}
