// Keeps the keyboard's place: when a button goes away by what it did, the focus goes to the nearest part of the page
// around it that is still there and can have it, and not back to the top. When it has done all that it can do, as the last
// undo, the focus goes to the next button beside it.

/// The page is drawn anew by then.
const DRAWN_MS = 50;

const press = ({ target }) => {
  const around = [];
  for (let part = target.closest?.("button"); part; part = part.parentElement) around.push(part);
  setTimeout(() => {
    const [button] = around;
    if (!button || document.activeElement !== document.body) return;
    if (button.isConnected && !button.disabled) return;
    const beside = button.isConnected && button.parentElement.querySelector("button:enabled");
    const home = beside || around.find((part) => part.isConnected && part.hasAttribute("tabindex"));
    (home ?? document.querySelector(".stage"))?.focus({ preventScroll: true });
  }, DRAWN_MS);
};

// Before the page acts on it: what was around the button is still there.
addEventListener("click", press, true);
