// Keeps the page for when there is no network. `scripts/seal-page.mjs` fills in the files and the version, which changes
// with any of them; a page built for development has no such worker.

const VERSION = "%VERSION%";
const FILES = "%FILES%".split(" ");
const PREFIX = "last-thread-standing-";

addEventListener("install", (event) => {
  // The pages that are open have all they need already: the next visit is of this version.
  event.waitUntil(caches.open(PREFIX + VERSION).then((cache) => cache.addAll(FILES)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(PREFIX) && name !== PREFIX + VERSION;
  const forget = caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))));
  event.waitUntil(forget.then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  const wanted = request.mode === "navigate" ? "./" : request;
  const kept = caches.open(PREFIX + VERSION).then((cache) => cache.match(wanted, { ignoreSearch: true }));
  event.respondWith(kept.then((answer) => answer ?? fetch(request)));
});
