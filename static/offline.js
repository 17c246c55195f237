// Lets the page work without a network, and tells when a new version has come. Only the production page names a worker.

const worker = document.querySelector('meta[name="service-worker"]')?.content;

if (worker && "serviceWorker" in navigator) {
  // After the page itself: its files come first.
  addEventListener("load", () => {
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
  });
}
