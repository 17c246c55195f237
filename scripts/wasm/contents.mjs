// Says what is in the two parts of the page's program, by crate and by module of ours: bytes of code, before compression.
// `make build` leaves the parts with their names in target/split. Use: contents.mjs

import { readFileSync } from "node:fs";
import { functionsOf, read } from "./module.mjs";
import { sizesOfFunctions } from "./sections.mjs";
import { wordsOf } from "./later.mjs";

const OURS = "last_thread_standing";
/// Smaller ones are added up.
const LEAST_BYTES = 6_000;

const parts = ["first", "later"].map((part) => bytesByOwner(readFileSync(new URL(`../../target/split/${part}-whole.wasm`, import.meta.url))));
const owners = [...new Set(parts.flatMap((part) => [...part.keys()]))];
const rows = owners.map((owner) => [owner, ...parts.map((part) => part.get(owner) ?? 0)]);
const isLarge = ([, first, later]) => first + later >= LEAST_BYTES;
const sum = (rows, column) => rows.reduce((sum, row) => sum + row[column], 0);
const small = rows.filter((row) => !isLarge(row));
const shown = rows.filter(isLarge).sort((a, b) => b[1] - a[1]);
for (const [owner, first, later] of [...shown, ["others", sum(small, 1), sum(small, 2)], ["in all", sum(rows, 1), sum(rows, 2)]]) {
  console.log(`| ${owner} | ${(first / 1000).toFixed(0)} KB | ${(later / 1000).toFixed(0)} KB |`);
}

function bytesByOwner(bytes) {
  const names = functionsOf(read(bytes)).filter(({ module }) => !module).map(({ name }) => name);
  const found = new Map();
  for (const [index, size] of sizesOfFunctions(bytes).entries()) {
    const owner = ownerOf(names[index]);
    found.set(owner, (found.get(owner) ?? 0) + size);
  }
  return found;
}

/// The crate that a function is of, or the module of ours: that of the first path in its name.
function ownerOf(name) {
  const path = wordsOf(name).join("").match(/(\w+::)+\w+/)?.[0].split("::") ?? [name];
  return path[0] === OURS ? `\`${path[1]}\`` : path[0];
}
