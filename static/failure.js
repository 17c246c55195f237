// A mistake in the page's own code stops it for good (a panic of WebAssembly cannot be caught): then say so.
function reportFailure(error) {
  if (error instanceof WebAssembly.RuntimeError) document.getElementById("failure").hidden = false;
}
addEventListener("error", (event) => reportFailure(event.error));
addEventListener("unhandledrejection", (event) => reportFailure(event.reason));
