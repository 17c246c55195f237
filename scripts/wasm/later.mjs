// Which functions the first picture of a scenario does not need: those whose names begin with a line of later.txt.

import { readFileSync } from "node:fs";

export const LIST = new URL("later.txt", import.meta.url);

/// Gives a function that tells of a name whether it is on the list.
export function readList() {
  const beginnings = new Set(readFileSync(LIST, "utf8").split("\n"));
  return (name) => {
    let beginning = "";
    return wordsOf(name).some((word) => beginnings.has((beginning += word)));
  };
}

/// The name in words and signs, without the numbers that a change elsewhere may change: those by which a compiler tells
/// apart versions of a crate, the closures of a function, and copies of one function.
export function wordsOf(name) {
  return name.replaceAll(/\[[0-9a-f]{16}\]|(?<=#)\d+|\.\d+$/g, "").match(/\w+|\W/g);
}
