// What a wasm consists of, and what its functions are called.

import binaryen from "binaryen";

const { MutableGlobals, SignExt, NontrappingFPToInt, BulkMemory, BulkMemoryOpt, ReferenceTypes, Multivalue } = binaryen.Features;
/// What rustc uses for wasm32-unknown-unknown, and every browser has.
const FEATURES = MutableGlobals | SignExt | NontrappingFPToInt | BulkMemory | BulkMemoryOpt | ReferenceTypes | Multivalue;

export function read(bytes) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(FEATURES);
  return module;
}

/// The items of a kind, of which a module knows the number and each by its index.
const listed = (count, item) => Array.from({ length: count }, (_, index) => item(index));

export function functionsOf(module) {
  return listed(module.getNumFunctions(), (index) => binaryen.getFunctionInfo(module.getFunctionByIndex(index)));
}

export function exportsOf(module) {
  return listed(module.getNumExports(), (index) => binaryen.getExportInfo(module.getExportByIndex(index)).name);
}

export function elementSegmentsOf(module) {
  return listed(module.getNumElementSegments(), (index) =>
    binaryen.getElementSegmentInfo(module.getElementSegmentByIndex(index)),
  );
}

export function tablesOf(module) {
  return listed(module.getNumTables(), (index) => binaryen.getTableInfo(module.getTableByIndex(index)).name);
}

export function globalsOf(module) {
  return listed(module.getNumGlobals(), (index) => binaryen.getGlobalInfo(module.getGlobalByIndex(index)));
}
