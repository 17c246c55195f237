// Keeps the keyboard's place: when a button goes away by what it did, the focus goes to the nearest part of the page
// around it that is still there and can have it, and not back to the top.

/// The page is drawn anew by then.
const DRAWN_MS = 50;

const press = ({ target }) => {
  const around = [];
  for (let part = target.closest?.("button"); part; part = part.parentElement) around.push(part);
  setTimeout(() => {
    if (!around.length || around[0].isConnected || document.activeElement !== document.body) return;
    const home = around.find((part) => part.isConnected && part.hasAttribute("tabindex"));
    (home ?? document.querySelector(".stage"))?.focus({ preventScroll: true });
  }, DRAWN_MS);
};

// Before the page acts on it: what was around the button is still there.
addEventListener("click", press, true);
