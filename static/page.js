// The scripts of the page itself. The editor, which is as large as all the rest of them, comes when it is first wanted:
// the page calls `globalThis.pageScripts.bringEditor` (src/ui/editor.rs).

import "./failure.js";
import "./files.js";
import "./focus.js";
import { bringLater, isComplete, laterPart } from "./completion.js";

// A link that names a scenario of the gallery needs them before all else.
const gallery = document.querySelector('meta[name="gallery"]')?.content;
if (gallery && location.hash.startsWith("#/")) {
  const early = { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: gallery };
  document.head.append(Object.assign(document.createElement("link"), early));
}

function bringEditor() {
  // Without it the page shows a plain field in its place.
  import("./editor.js").catch(() => {});
}

/// The page is drawn: it takes the place of the picture of itself that a first visit sees before
/// (scripts/first-picture.mjs), and what is for later may come.
function showPage() {
  document.getElementById("first-picture")?.remove();
  delete document.documentElement.dataset.firstPicture;
  document.getElementById("page").removeAttribute("aria-busy");
  bringLater();
}

globalThis.pageScripts = { bringEditor, isComplete, laterPart, showPage };
