// Which of the constant data (messages, names, tables) only functions of the later part use, and moves them there.
//
// The linker leaves notes in the wasm (`--emit-relocs`, .cargo/config.toml): where each datum lies, and each place, in the
// code or in another datum, at which the address of one stands. The first part needs the data whose addresses stand in its
// functions, and those to which these lead. All others are written to the memory when the later part comes: nothing can
// know their addresses before. What the program may write to is left where it is.

import { customSections, dataSegments, Reader, withDataSegments, withoutCustomSections } from "./sections.mjs";

const CONSTANT = ".rodata";
/// Of the conventions of object files (WebAssembly/tool-conventions, Linking.md).
const SEGMENT_INFO = 5;
const SYMBOL_TABLE = 8;
const DATA_SYMBOL = 1;
const SECTION_SYMBOL = 3;
const IS_UNDEFINED = 0x10;
const HAS_EXPLICIT_NAME = 0x40;
const ADDRESS_IN_DATA = 5;
/// Kinds of notes: addresses of data, and those of which an addend is told.
const ADDRESSES = [3, 4, ADDRESS_IN_DATA];
const WITH_ADDEND = [...ADDRESSES, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 24];

/// A run of bytes that is shorter stays: to tell where it lies would take as much room.
const SHORTEST_RUN = 16;

/// `whole` is the wasm as it was linked, `constants` are all numbers that stand in functions of the first part. Gives both
/// parts with their data.
export function splitData(whole, { first, later, constants }) {
  const sections = customSections(whole);
  const segments = dataSegments(whole);
  const { symbols, names } = readLinking(sections.get("linking"), segments);
  const at = names.indexOf(CONSTANT);
  if (at < 0) throw new Error(`the wasm has no data called ${CONSTANT}`);
  const { address, bytes } = segments[at];

  const isNeeded = neededSymbols(sections, symbols, segments, constants);
  // What lies in no datum is not known, and stays.
  const stays = new Uint8Array(bytes.length).fill(1);
  const own = symbols.filter((symbol) => symbol?.segment === at);
  for (const { offset, size } of own.filter((symbol) => !isNeeded.has(symbol))) stays.fill(0, offset, offset + size);
  for (const { offset, size } of own.filter((symbol) => isNeeded.has(symbol))) stays.fill(1, offset, offset + size);

  const moved = runs(stays).map(([from, to]) => ({ address: address + from, bytes: bytes.subarray(from, to) }));
  return { first: withZeros(first, moved), later: withDataSegments(later, moved) };
}

/// The wasm without the linker's notes, which are no longer true when anything of it is changed.
export function withoutLinkersNotes(wasm) {
  return withoutCustomSections(wasm, (name) => /^(linking|reloc\.)/.test(name));
}

/// Every datum of the program, at its number; and the names of the segments.
function readLinking(section, segments) {
  const reader = new Reader(section);
  reader.number(); // The version of the conventions.
  const symbols = [];
  const names = [];
  while (!reader.isOver()) {
    const kind = reader.byte();
    const end = reader.number() + reader.place;
    if (kind === SEGMENT_INFO) {
      for (let left = reader.number(); left > 0; left--) {
        names.push(reader.name());
        reader.number(); // Alignment,
        reader.number(); // and flags.
      }
    } else if (kind === SYMBOL_TABLE) {
      for (let left = reader.number(); left > 0; left--) symbols.push(readSymbol(reader, segments));
    }
    reader.place = end;
  }
  return { symbols, names };
}

function readSymbol(reader, segments) {
  const kind = reader.byte();
  const flags = reader.number();
  if (kind === DATA_SYMBOL) {
    reader.name();
    if (flags & IS_UNDEFINED) return undefined;
    const [segment, offset, size] = [reader.number(), reader.number(), reader.number()];
    return { segment, offset, size, address: segments[segment].address + offset };
  }
  reader.number();
  if (kind !== SECTION_SYMBOL && (!(flags & IS_UNDEFINED) || flags & HAS_EXPLICIT_NAME)) reader.name();
  return undefined;
}

/// The data whose addresses stand in the first part's functions, and those to which these lead.
function neededSymbols(sections, symbols, segments, constants) {
  const needed = new Set();
  const next = [];
  const need = (symbol) => {
    if (!symbol || needed.has(symbol)) return;
    needed.add(symbol);
    next.push(symbol);
  };
  for (const { symbol, addend } of notesOf(sections.get("reloc.CODE"), symbols)) {
    if (constants.has(symbol.address + addend)) need(symbol);
  }
  const holders = [...segments.keys()].map((at) =>
    symbols.filter((symbol) => symbol?.segment === at && symbol.size > 0).sort((a, b) => a.offset - b.offset),
  );
  const leadsTo = new Map();
  for (const { kind, place, symbol, addend } of notesOf(sections.get("reloc.DATA"), symbols)) {
    if (kind !== ADDRESS_IN_DATA) continue;
    const at = segments.findLastIndex(({ start }) => start <= place);
    const offset = place - segments[at].start;
    const found = new DataView(segments[at].bytes.buffer, segments[at].bytes.byteOffset).getUint32(offset, true);
    if (found !== symbol.address + addend) throw new Error("the linker's notes do not fit the data");
    const around = holders[at].filter((holder) => holder.offset <= offset && offset < holder.offset + holder.size);
    // Of what lies in no datum it is not known who uses it.
    if (around.length === 0) need(symbol);
    for (const holder of around) leadsTo.set(holder, [...(leadsTo.get(holder) ?? []), symbol]);
  }
  for (let symbol = next.pop(); symbol; symbol = next.pop()) leadsTo.get(symbol)?.forEach(need);
  return needed;
}

/// The notes on addresses of data.
function notesOf(section, symbols) {
  const reader = new Reader(section);
  reader.number(); // The section that they are about.
  return Array.from({ length: reader.number() }, () => {
    const kind = reader.byte();
    const [place, symbol] = [reader.number(), symbols[reader.number()]];
    return { kind, place, symbol, addend: WITH_ADDEND.includes(kind) ? reader.signed() : 0 };
  }).filter(({ kind, symbol }) => ADDRESSES.includes(kind) && symbol);
}

/// From where to where the bytes do not stay.
function runs(stays) {
  const found = [];
  for (let from = stays.indexOf(0); from >= 0; ) {
    const end = stays.indexOf(1, from);
    const to = end < 0 ? stays.length : end;
    if (to - from >= SHORTEST_RUN) found.push([from, to]);
    from = stays.indexOf(0, to);
  }
  return found;
}

/// The wasm with zeros in these places, which wasm-opt then leaves out.
function withZeros(wasm, places) {
  const changed = wasm.slice();
  const segments = dataSegments(changed);
  for (const { address, bytes } of places) {
    const segment = segments.find((one) => one.address <= address && address + bytes.length <= one.address + one.bytes.length);
    if (!segment) throw new Error("the first part lacks data of the whole");
    segment.bytes.fill(0, address - segment.address, address - segment.address + bytes.length);
  }
  return changed;
}
