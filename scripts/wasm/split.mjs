// Splits a wasm into a first part and a later one. The first calls functions of the later one through a table that the
// later one fills when it comes. A call that finds the table empty has the later part brought at once, by the function that
// the first imports as `later.bring`: which function is in which part is a matter of speed alone.

import binaryen from "binaryen";
import { splitData, withoutLinkersNotes } from "./data.mjs";
import { elementSegmentsOf, exportsOf, functionsOf, globalsOf, read, tablesOf } from "./module.mjs";

/// The table of the functions of the later part that the first one calls; and where the first imports `bring` from.
/// Binaryen names the only memory of a wasm after its index.
const MEMORY = "0";
const LATER = "later";
/// Where the later part imports everything from that the first one has.
const FIRST = "first";

const { i32, none, funcref } = binaryen;

/// `isLater` tells of a function's name whether it belongs to the later part. What nothing else needs goes there with it.
export function split(bytes, isLater) {
  const code = withoutLinkersNotes(bytes);
  const emptied = new Set();
  for (;;) {
    const parts = splitCode(code, (name) => isLater(name) || emptied.has(name));
    if (parts.emptied.length === 0) return splitData(bytes, parts);
    parts.emptied.forEach((name) => emptied.add(name));
  }
}

/// Both parts, with all data in the first one; and all numbers that stand in the functions of the first.
function splitCode(bytes, isLater) {
  const first = read(bytes);
  const defined = functionsOf(first).filter(({ module }) => !module);
  const put = defined.filter(({ name }) => isLater(name));
  const isEmpty = (name) => {
    const { body } = binaryen.getFunctionInfo(first.getFunction(name));
    return binaryen.getExpressionId(body) === binaryen.UnreachableId;
  };
  const wereEmpty = new Set(defined.map(({ name }) => name).filter(isEmpty));

  first.addFunctionImport("bring later", LATER, "bring", none, none);
  first.addTable(LATER, put.length, put.length);
  const isMissing = first.ref.is_null(first.table.get(LATER, first.i32.const(0), funcref));
  const bring = first.if(isMissing, first.call("bring later", [], none));
  first.addFunction("slot of later", i32, i32, [], first.block(null, [bring, first.local.get(0, i32)], i32));
  const callOfLater = ({ params, results }, slot) => {
    const given = binaryen.expandType(params).map((type, index) => first.local.get(index, type));
    const target = first.call("slot of later", [first.i32.const(slot)], i32);
    return first.call_indirect(LATER, target, given, params, results);
  };
  for (const one of put) {
    first.removeFunction(one.name);
    first.addFunction(one.name, one.params, one.results, [], callOfLater(one, 0));
  }
  first.runPasses(["remove-unused-module-elements"]);
  const left = new Set(functionsOf(first).map(({ name }) => name));
  // What stands in a table and is of a type that the first part calls nowhere, Binaryen has made empty: it does not know of
  // the calls of the later part, where these functions therefore belong.
  const isEmptied = (name) => left.has(name) && !isLater(name) && isEmpty(name) && !wereEmpty.has(name);
  const emptied = defined.map(({ name }) => name).filter(isEmptied);
  const called = put.filter(({ name }) => left.has(name));
  for (const [slot, one] of called.entries()) binaryen.Function.setBody(first.getFunction(one.name), callOfLater(one, slot));

  const later = read(bytes);
  for (const name of exportsOf(later)) later.removeExport(name);
  for (const { name } of elementSegmentsOf(later)) later.removeElementSegment(name);
  share(first, later);
  const kept = defined.filter(({ name }) => left.has(name) && !isLater(name));
  for (const [index, { name, params, results }] of kept.entries()) {
    later.removeFunction(name);
    later.addFunctionImport(name, FIRST, index.toString(36), params, results);
  }
  later.addTable(LATER, put.length, put.length);
  later.addTableImport(LATER, FIRST, LATER);
  later.addActiveElementSegment(LATER, "entries", called.map(({ name }) => name), later.i32.const(0));
  later.runPasses(["remove-unused-module-elements"]);

  first.addTableExport(LATER, LATER);
  for (const { name, base } of functionsOf(later).filter(({ module }) => module === FIRST)) first.addFunctionExport(name, base);
  const constants = constantsOf(first);
  return { first: written(first), later: written(later), constants, emptied };
}

/// Among them are the addresses of all data that the functions of a module use.
function constantsOf(module) {
  const numbers = module.emitText().matchAll(/i32\.const (-?\d+)|offset=(\d+)/g);
  return new Set(Array.from(numbers, ([, constant, offset]) => Number(constant ?? offset)));
}

/// The later part works on the memory, the tables and the globals of the first.
function share(first, later) {
  // What is in the memory at the start comes with the first part.
  later.runPasses(["remove-memory-init"]);
  later.addMemoryImport(MEMORY, FIRST, "memory");
  for (const [index, name] of tablesOf(first).filter((name) => name !== LATER).entries()) {
    first.addTableExport(name, `table ${index}`);
    later.addTableImport(name, FIRST, `table ${index}`);
  }
  for (const [index, { name, type, mutable }] of globalsOf(first).entries()) {
    first.addGlobalExport(name, `global ${index}`);
    later.addGlobalImport(name, FIRST, `global ${index}`, type, mutable);
  }
}

function written(module) {
  if (!module.validate()) throw new Error("a part of the split wasm is not valid");
  // The names go when the parts are made smaller.
  binaryen.setDebugInfo(true);
  const bytes = module.emitBinary();
  module.dispose();
  return bytes;
}
