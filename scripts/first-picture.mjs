// Puts into the page what a first visit sees: a picture of the page itself as it opens without a link, in plain elements, so
// that there is something to read before the program has come. The build takes it from the page that it has built, in a
// browser; where there is none the page goes without. The page itself takes the picture's place in one go, without anything
// moving (src/ui/opening.rs).

import { readFileSync } from "node:fs";
import { findChromium, serve } from "./built-page.mjs";

/// Here the timeline is so wide that the flag of the exit has room without taking it from the time.
const WIDEST = { width: 2600, height: 940 };
/// A window in which the heads of the lanes stand beside their tracks, and one in which they stand above.
const SCREENS = [
  { width: 1350, height: 940 },
  { width: 390, height: 844 },
];
/// For a machine that has much else to do.
const PATIENCE_MS = 120_000;

/// The page with the picture before the place where the page itself is drawn. `folder` holds what was built.
export async function withFirstPicture(folder, page) {
  const executablePath = chromiumIfAny();
  if (!executablePath) {
    console.warn("There is no Chromium here: the page shows nothing of itself until its program has come.");
    return page;
  }
  const { chromium } = await import("@playwright/test");
  const server = await serve((name) => (name === "index.html" ? page : readFileSync(`${folder}/${name}`)));
  const starting = chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-quic"] });
  const browser = await starting.catch((error) => console.warn(`${executablePath} does not start: ${error.message}`));
  if (!browser) {
    server.close();
    return page;
  }
  try {
    const pictures = [];
    let share;
    for (const viewport of [WIDEST, ...SCREENS]) {
      const tab = await browser.newPage({ viewport, serviceWorkers: "block" });
      // What comes later is not in the first picture. Who cannot wait for it gets it.
      await tab.route("**/later/**", (route) => (route.request().resourceType() === "xhr" ? route.continue() : undefined));
      await tab.goto(server.address);
      await tab.locator(".results .console-line").first().waitFor({ timeout: PATIENCE_MS });
      await tab.evaluate(() => document.fonts.ready);
      if (viewport === WIDEST) share = await tab.evaluate(shareOfTime);
      else pictures.push(await tab.evaluate(pictureOfPage, share));
      await tab.close();
    }
    return withPicture(page, pictures);
  } finally {
    await browser.close();
    server.close();
  }
}

function chromiumIfAny() {
  try {
    return findChromium();
  } catch {
    return undefined;
  }
}

/// The page from the first screen, with the timeline of the second one beside its own: the style sheet shows that which fits.
function withPicture(page, [{ whole, timeline }, { timeline: narrow }]) {
  const place = '<div id="page" aria-busy="true">';
  if (page.split(place).length !== 2 || !whole.includes(timeline)) throw new Error(`there is no place for the first picture in index.html`);
  const both = whole.replace(timeline, () => timeline + narrow);
  const picture = `<div id="first-picture" aria-hidden="true" inert>${both}</div>\n    <script>(${showPicture})();</script>`;
  return page.replace(place, () => `${picture}\n    ${place}`);
}

/// Runs in the page that visitors see: what else than the default scenario is to open has no picture.
function showPicture() {
  const picture = document.getElementById("first-picture");
  try {
    const key = "last-thread-standing.scenario";
    if (location.hash || history.state || localStorage.getItem(key) || sessionStorage.getItem(key)) return picture.remove();
  } catch {
    return picture.remove();
  }
  document.documentElement.dataset.firstPicture = "";
  if (picture.querySelector(".stage").getBoundingClientRect().width < 640) picture.classList.add("narrow");
}

/// Runs in the page that is built: how much of the timeline's width lies before the exit.
function shareOfTime() {
  return parseFloat(document.querySelector(".flag-exit").style.left) / document.querySelector(".timeline-scale").clientWidth;
}

/// Runs in the page that is built: its elements, and among them the timeline, as text. What only the living page needs is
/// left out, and what stands at a place in pixels stands at a share of the time's width.
function pictureOfPage(share) {
  const live = document.getElementById("page");
  const copy = live.cloneNode(true);
  const shown = [...live.querySelectorAll("*")];
  for (const [index, element] of [...copy.querySelectorAll("*")].entries()) {
    if (element.matches("input")) element.setAttribute("value", shown[index].value);
    for (const { name } of [...element.attributes]) {
      const isForLife = /^(id|title|tabindex|role|data-twin|for|name)$/.test(name) || /^aria-(?!checked|selected|current)/.test(name);
      if (isForLife && element.localName !== "pattern") element.removeAttribute(name);
    }
  }
  copy.querySelectorAll(".visually-hidden:not(:has(pattern))").forEach((element) => element.remove());

  // Behind the exit there is room for its flag, however narrow the timeline is; the rest of the width is time.
  const width = live.querySelector(".timeline-scale").clientWidth;
  const timePx = parseFloat(live.querySelector(".flag-exit").style.left);
  const timeOf = (whole) => `min(${whole} - ${width - timePx}px, (${whole}) * ${share.toFixed(4)})`;
  const part = (px, of) => (px / of).toFixed(4).replace(/\.?0+$/, "");
  for (const element of copy.querySelectorAll(":is(.timeline-scale, .lane-drawing) [style]")) {
    const style = element.getAttribute("style").replaceAll(/(-?[\d.]+)px/g, (_, px) => `calc(${timeOf("100%")} * ${part(px, timePx)})`);
    element.setAttribute("style", style);
  }
  for (const svg of copy.querySelectorAll("svg.thread, svg.overlay")) {
    const stretched = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const box = `0 0 ${timePx} ${svg.getAttribute("height")}`;
    const attributes = { viewBox: box, preserveAspectRatio: "none", width: "100%", height: "100%", overflow: "visible" };
    for (const [name, value] of Object.entries(attributes)) stretched.setAttribute(name, value);
    const words = [...svg.querySelectorAll("text")];
    stretched.append(...[...svg.childNodes].filter((node) => !words.includes(node)));
    for (const text of words) text.setAttribute("x", `${part(100 * text.getAttribute("x"), timePx)}%`);
    svg.replaceChildren(stretched, ...words);
    // What is behind the exit goes to the edge, which cuts it off.
    for (const beyond of svg.querySelectorAll(".beyond")) beyond.setAttribute("width", 9 * timePx);
    svg.removeAttribute("width");
    svg.setAttribute("style", `width: ${timeOf(svg.matches(".overlay") ? "100% - var(--head) - var(--pad)" : "100%")}`);
  }
  // Yew writes every name in full; spaces between elements are there for nobody.
  const written = (element, inside) => element[inside ? "innerHTML" : "outerHTML"].replaceAll(/><\/(path|rect|circle)>/g, "/>");
  return { whole: written(copy, true), timeline: written(copy.querySelector(".timeline"), false) };
}
