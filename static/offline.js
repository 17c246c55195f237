// Lets the page work without a network, and tells when a new version has come. Only the production page names a worker.

const worker = document.querySelector('meta[name="service-worker"]')?.content;

/// It is called once the page itself is there: its files come first.
export function keepForLater() {
  if (!worker || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker
    .register(worker)
    .then((registration) => {
      registration.addEventListener("updatefound", () => {
        const coming = registration.installing;
        // Without a worker before it this is the first visit, and no new version.
        if (!coming || !navigator.serviceWorker.controller) return;
        coming.addEventListener("statechange", () => {
          if (coming.state === "activated") document.getElementById("update").hidden = false;
        });
      });
    })
    .catch(() => {}); // A browser that forbids it: the page needs the network then.
}
