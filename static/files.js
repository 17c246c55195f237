// Files in and out, and the device's own way of sharing. The page calls `globalThis.pageFiles` (src/ui/files.rs).

/// Of a file no more is read than this, by which the page sees that it is too large (src/ui/hooks/files.rs).
const MOST_BYTES = 1_000_001;

/// Lets the browser save a blob under a name.
function saveBlob(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function save(name, type, text) {
  saveBlob(name, new Blob([text], { type }));
}

/// Draws an SVG text at twice its size and saves it as PNG.
function savePicture(name, svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => blob && saveBlob(name, blob), "image/png");
    URL.revokeObjectURL(address);
  };
  image.src = address;
}

function canShare() {
  return typeof navigator.share === "function";
}

/// A person who thinks better of it is no error.
function share(title, url) {
  navigator.share({ title, url }).catch(() => {});
}

/// Tells of each file that is dropped on the page or chosen in a file field, and of what is pasted outside of fields: the
/// text.
function listen(opened) {
  const read = (file) => file?.slice(0, MOST_BYTES).text().then(opened);
  // The whole page takes it, and shows so (static/styles/layout.css).
  const { classList } = document.documentElement;
  addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    classList.add("takes-file");
  });
  addEventListener("dragleave", ({ relatedTarget }) => relatedTarget ?? classList.remove("takes-file"));
  addEventListener("drop", (event) => {
    classList.remove("takes-file");
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    read(event.dataTransfer.files[0]);
  });
  addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain");
    if (!text || event.target.closest?.("input, textarea, [contenteditable=true], dialog")) return;
    event.preventDefault();
    opened(text);
  });
  addEventListener("change", (event) => {
    if (event.target.type !== "file") return;
    read(event.target.files[0]);
    // The same file can be chosen again.
    event.target.value = "";
  });
}

/// Between two attempts to fetch a file.
const PAUSE_MS = 5_000;

/// Fetches a file of the page's own. As long as it does not come, the page says so, and tries again.
async function fetchText(name, arrived) {
  const notice = document.getElementById("part-missing");
  for (;;) {
    const answer = await fetch(name).catch(() => undefined);
    const text = answer?.ok ? await answer.text().catch(() => undefined) : undefined;
    notice.hidden = text !== undefined;
    if (text !== undefined) return arrived(text);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

globalThis.pageFiles = { fetchText, save, savePicture, canShare, share, listen };
