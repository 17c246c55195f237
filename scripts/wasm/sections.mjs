// The sections of a wasm, as bytes: what Binaryen does not tell of, or would take for its own.

const CUSTOM = 0;
const CODE = 10;
const DATA = 11;
const HEADER_BYTES = 8;
const I32_CONST = 0x41;
const END = 0x0b;

/// Reads numbers and names one after the other.
export class Reader {
  constructor(bytes, place = 0) {
    this.bytes = bytes;
    this.place = place;
  }

  isOver() {
    return this.place >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.place++];
  }

  /// A number without a sign, in seven bits a byte.
  number() {
    return Number(this.#bits().value);
  }

  signed() {
    const { value, width } = this.#bits();
    return Number(BigInt.asIntN(width, value));
  }

  #bits() {
    let value = 0n;
    for (let width = 0n; ; ) {
      const byte = this.byte();
      value |= BigInt(byte & 0x7f) << width;
      width += 7n;
      if (byte < 0x80) return { value, width: Number(width) };
    }
  }

  take(length) {
    return this.bytes.subarray(this.place, (this.place += length));
  }

  name() {
    return new TextDecoder().decode(this.take(this.number()));
  }
}

/// Each section: its kind, its content, and where it begins and ends with its head.
function sectionsOf(wasm) {
  const reader = new Reader(wasm, HEADER_BYTES);
  const sections = [];
  while (!reader.isOver()) {
    const from = reader.place;
    const kind = reader.byte();
    const content = reader.take(reader.number());
    sections.push({ kind, content, from, to: reader.place });
  }
  return sections;
}

/// The custom sections by their names.
export function customSections(wasm) {
  const custom = sectionsOf(wasm).filter(({ kind }) => kind === CUSTOM);
  return new Map(
    custom.map(({ content }) => {
      const reader = new Reader(content);
      return [reader.name(), content.subarray(reader.place)];
    }),
  );
}

/// The wasm without some of its custom sections.
export function withoutCustomSections(wasm, isUnwanted) {
  const kept = sectionsOf(wasm).filter(({ kind, content }) => kind !== CUSTOM || !isUnwanted(new Reader(content).name()));
  return Buffer.concat([wasm.subarray(0, HEADER_BYTES), ...kept.map(({ from, to }) => wasm.subarray(from, to))]);
}

/// How large the code of each function is, in the order in which they stand in the file.
export function sizesOfFunctions(wasm) {
  const section = sectionsOf(wasm).find(({ kind }) => kind === CODE);
  if (!section) throw new Error("there is no code in this wasm");
  const reader = new Reader(section.content);
  return Array.from({ length: reader.number() }, () => {
    const size = reader.number();
    reader.take(size);
    return size;
  });
}

/// What is in the memory at the start: each segment's address, its bytes (not a copy), and where they begin in the section.
export function dataSegments(wasm) {
  const section = sectionsOf(wasm).find(({ kind }) => kind === DATA);
  if (!section) return [];
  const reader = new Reader(section.content);
  return Array.from({ length: reader.number() }, () => {
    if (reader.number() !== 0 || reader.byte() !== I32_CONST) throw new Error("data without a fixed address");
    const address = reader.signed();
    reader.byte(); // The end of the address.
    const length = reader.number();
    return { address, start: reader.place, bytes: reader.take(length) };
  });
}

/// A wasm that has no data yet, with these.
export function withDataSegments(wasm, segments) {
  const sections = sectionsOf(wasm);
  if (sections.some(({ kind }) => kind === DATA)) throw new Error("there are data already");
  const written = segments.flatMap(({ address, bytes }) => [
    Buffer.from([0, I32_CONST, ...signedNumber(address), END, ...number(bytes.length)]),
    bytes,
  ]);
  const content = Buffer.concat([Buffer.from(number(segments.length)), ...written]);
  const after = sections.find(({ kind }) => kind === CODE).to;
  return Buffer.concat([wasm.subarray(0, after), Buffer.from([DATA, ...number(content.length)]), content, wasm.subarray(after)]);
}

function number(value) {
  const bytes = [];
  for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value];
}

/// Of a number that is not negative: its last byte must not look as if it were.
function signedNumber(value) {
  const bytes = number(value);
  if (bytes.at(-1) & 0x40) bytes.push(bytes.pop() | 0x80, 0);
  return bytes;
}
