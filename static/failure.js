// A mistake in the page's own code stops it for good (a panic of WebAssembly cannot be caught): then say so.
// So does a part that was needed and could not be fetched (static/later-part.js), or the whole program.
function reportFailure(error) {
  const isLoading = document.querySelector("#page > .page-loading");
  if (error instanceof WebAssembly.RuntimeError) document.getElementById("failure").hidden = false;
  else if (error?.name === "PartMissing" || isLoading) document.getElementById("part-missing").hidden = false;
}
addEventListener("error", (event) => reportFailure(event.error));
addEventListener("unhandledrejection", (event) => reportFailure(event.reason));
