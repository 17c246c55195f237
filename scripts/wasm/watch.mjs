// Has each function of a wasm say that it is called: `watch.called(index)`.

import binaryen from "binaryen";
import { withoutLinkersNotes } from "./data.mjs";
import { functionsOf, read } from "./module.mjs";
import { sizesOfFunctions } from "./sections.mjs";

/// The wasm, and its functions by their indices.
export function watched(bytes) {
  const module = read(withoutLinkersNotes(bytes));
  const defined = functionsOf(module).filter(({ module }) => !module);
  module.addFunctionImport("called", "watch", "called", binaryen.i32, binaryen.none);
  for (const [index, { name, results }] of defined.entries()) {
    const own = module.getFunction(name);
    const says = module.call("called", [module.i32.const(index)], binaryen.none);
    binaryen.Function.setBody(own, module.block(null, [says, binaryen.Function.getBody(own)], results));
  }
  const sizes = sizesOfFunctions(bytes);
  return { bytes: module.emitBinary(), functions: defined.map(({ name }, index) => ({ name, size: sizes[index] })) };
}
