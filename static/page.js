// The scripts of the page itself. The editor, which is as large as all the rest of them, comes when it is first wanted:
// the page calls `globalThis.pageScripts.bringEditor` (src/ui/editor.rs).

import "./failure.js";
import "./files.js";
import "./focus.js";
import { isComplete, laterPart } from "./completion.js";

function bringEditor() {
  // Without it the page shows a plain field in its place.
  import("./editor.js").catch(() => {});
}

globalThis.pageScripts = { bringEditor, isComplete, laterPart };
