/**
 * The file format of trained weights: named arrays of numbers and one JSON
 * value, in one file that is read without parsing the numbers.
 *
 * Layout: "CHW1", length of the header (32 bits, little endian), header as JSON
 * `{meta, arrays: [{name, type, offset, length}]}`, then the arrays, each at an
 * offset divisible by 8 counted from the start of the file.
 */
import { Fault } from "../base/fault.ts";
import { KNOWLEDGE_FAULTS } from "./faults.ts";

export type WeightArray =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array;

export interface ModelFile {
  /** Whatever the model needs beside numbers: label lists, sizes. */
  readonly meta: Readonly<Record<string, unknown>>;
  readonly arrays: Readonly<Record<string, WeightArray>>;
}

interface Header {
  meta: Record<string, unknown>;
  arrays: { name: string; type: keyof typeof TYPES; offset: number; length: number }[];
}

const MAGIC = "CHW1";
const TYPES = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  i16: Int16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
} as const;

const align = (offset: number) => (offset + 7) & ~7;

function typeOf(array: WeightArray): keyof typeof TYPES {
  for (const [name, type] of Object.entries(TYPES)) {
    if (array instanceof type) return name as keyof typeof TYPES;
  }
  throw new TypeError("no such array type");
}

/** The bytes of a model file. */
export function packModel(model: ModelFile): Uint8Array {
  const header: Header = { meta: { ...model.meta }, arrays: [] };
  // offsets are relative to the end of the header, whose length is not known before
  let offset = 0;
  for (const [name, array] of Object.entries(model.arrays)) {
    header.arrays.push({ name, type: typeOf(array), offset, length: array.length });
    offset = align(offset + array.byteLength);
  }
  const json = Buffer.from(JSON.stringify(header), "utf8");
  const base = align(8 + json.length);
  const bytes = Buffer.alloc(base + offset);
  bytes.write(MAGIC, 0, "latin1");
  bytes.writeUInt32LE(json.length, 4);
  json.copy(bytes, 8);
  for (const entry of header.arrays) {
    const array = model.arrays[entry.name]!;
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), base + entry.offset);
  }
  return bytes;
}

/** The model in these bytes; its arrays are views where the alignment allows.
 * @throws {@link Fault} `knowledge/malformed` when the bytes are no model file */
export function unpackModel(bytes: Uint8Array, name: string): ModelFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < 8 || buffer.toString("latin1", 0, 4) !== MAGIC) {
    throw new Fault(KNOWLEDGE_FAULTS.malformed, `${name} is no model file of this version`, {
      advice: "Install the package again, or run npm run train in a checkout.",
    });
  }
  const size = buffer.readUInt32LE(4);
  const header = JSON.parse(buffer.toString("utf8", 8, 8 + size)) as Header;
  const base = align(8 + size);
  const whole = buffer.byteOffset % 8 === 0 ? buffer : Buffer.from(Uint8Array.from(buffer).buffer);
  const arrays: Record<string, WeightArray> = {};
  for (const entry of header.arrays) {
    const type = TYPES[entry.type];
    arrays[entry.name] = new type(
      whole.buffer as ArrayBuffer,
      whole.byteOffset + base + entry.offset,
      entry.length,
    );
  }
  return { meta: header.meta, arrays };
}
