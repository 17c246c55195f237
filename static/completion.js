// What a visit fetches when the first picture is there: the program's later part, and then everything that the page needs
// without a network. Whatever is wanted sooner is brought sooner (static/later-part.js).

import { keepForLater } from "./offline.js";

/// Between two attempts to fetch the later part; each pause is twice the one before it.
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
/// A page that is never idle gets it after this long.
const IDLE_AT_LAST_MS = 3_000;

let isWhole = false;

async function complete(pauseMs) {
  // A page that is built for development is in one part.
  isWhole = (await globalThis.wasmBindings.fetchLater?.()) ?? true;
  if (isWhole) return keepForLater();
  setTimeout(complete, pauseMs, Math.min(2 * pauseMs, LONGEST_PAUSE_MS));
}

/// The page is drawn.
export function bringLater() {
  const idle = globalThis.requestIdleCallback ?? ((then) => setTimeout(then, 200));
  // The frame after the next one shows it.
  requestAnimationFrame(() => requestAnimationFrame(() => idle(() => complete(FIRST_PAUSE_MS), { timeout: IDLE_AT_LAST_MS })));
}

/// Whether the whole of the program is there.
export function isComplete() {
  return isWhole;
}

/// The later part, for the page's second thread.
export function laterPart() {
  return globalThis.wasmBindings?.laterModuleIfThere?.();
}
