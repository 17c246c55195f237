// The program's later part. `scripts/finish-wasm.mjs` puts this behind the script that wasm-bindgen makes, whose variable
// `wasm` holds what the first part exports, and fills in the address.

const laterAddress = new URL("%LATER%", import.meta.url);
let laterModule;
let laterIsThere = false;
let importsOfProgram;

function importsWithLater(imports) {
  importsOfProgram = imports;
  return { ...imports, later: { bring: bringLater } };
}

function importsOfLater() {
  return { ...importsOfProgram, first: wasm };
}

/// Something was called that is not there yet: it is brought while the caller waits.
function bringLater() {
  laterModule ??= new WebAssembly.Module(readAtOnce(laterAddress));
  new WebAssembly.Instance(laterModule, importsOfLater());
  laterIsThere = true;
}

function readAtOnce(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  // A window gets bytes at once only as a text: each is the lower half of a letter's code.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  try {
    request.send();
  } catch {
    // It is said below.
  }
  if (request.status !== 200) throw Object.assign(new Error("a part of the playground could not be fetched"), { name: "PartMissing" });
  const text = request.responseText;
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place++) bytes[place] = text.charCodeAt(place);
  return bytes;
}

/// Fetches it in time, so that nobody has to wait; false when it did not come.
async function fetchLater() {
  try {
    const module = laterModule ?? (await compileLater());
    laterModule ??= module;
    if (!laterIsThere) await WebAssembly.instantiate(laterModule, importsOfLater());
    laterIsThere = true;
  } catch {
    // It is tried again, or brought when it is called.
  }
  return laterIsThere;
}

async function compileLater() {
  const answer = fetch(laterAddress);
  // A host that does not say that the file is WebAssembly has it compiled when it is there as a whole.
  return WebAssembly.compileStreaming(answer.then((answer) => answer.clone())).catch(async () =>
    WebAssembly.compile(await (await answer).arrayBuffer()),
  );
}

/// For another thread of the page, which takes it with `takeLater` before it starts.
function laterModuleIfThere() {
  return laterModule;
}

function takeLater(module) {
  laterModule = module;
}

export { fetchLater, laterModuleIfThere, takeLater };
