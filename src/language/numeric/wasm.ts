/**
 * The few instructions of WebAssembly that the kernel uses, as byte lists, and
 * the frame of a module.
 *
 * @see webassembly.github.io/spec (binary format, fixed-width SIMD)
 */

export const I32 = 0x7f;
export const F32 = 0x7d;
export const V128 = 0x7b;
const EMPTY = 0x40;

export type Code = readonly number[];

/** Unsigned LEB128. */
export function leb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    const byte = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? byte : byte | 0x80);
  } while (rest !== 0);
  return bytes;
}

export const get = (local: number): Code => [0x20, ...leb(local)];
export const set = (local: number): Code => [0x21, ...leb(local)];
/** A whole number from 0 to 8191: a second byte keeps the sign bit clear. */
export const constant = (value: number): Code => [
  0x41,
  ...(value < 64 ? [value] : [(value & 0x7f) | 0x80, value >> 7]),
];
export const ADD: Code = [0x6a];
export const SUB: Code = [0x6b];
export const MUL: Code = [0x6c];
/** A whole number of 32 bits. */
export const LOAD_I32: Code = [0x28, 2, 0];
export const GE: Code = [0x4e];
export const SHL: Code = [0x74];
export const join = (...parts: Code[]): Code => parts.flat();
export const loop = (...body: Code[]): Code => [0x03, EMPTY, ...body.flat(), 0x0b];
export const block = (...body: Code[]): Code => [0x02, EMPTY, ...body.flat(), 0x0b];
export const when = (...body: Code[]): Code => [0x04, EMPTY, ...body.flat(), 0x0b];
/** Leaves or repeats the frame at that depth when the value on the stack is not zero. */
export const branchIf = (depth: number): Code => [0x0d, depth];
export const branch = (depth: number): Code => [0x0c, depth];

const vector = (code: number): Code => [0xfd, ...leb(code)];
export const load = (offset: number): Code => [...vector(0x00), 0, ...leb(offset)];
export const splat32 = (offset: number): Code => [...vector(0x09), 0, ...leb(offset)];
export const store = (offset: number): Code => [...vector(0x0b), 0, ...leb(offset)];
export const ZERO: Code = [...vector(0x0c), ...new Array<number>(16).fill(0)];
export const SPLAT_F32 = vector(0x13);
export const ABS_F32 = vector(0xe0);
export const ADD_F32 = vector(0xe4);
export const SUB_F32 = vector(0xe5);
export const MUL_F32 = vector(0xe6);
export const DIV_F32 = vector(0xe7);
/** The lesser and the greater of two numbers, neither of which may be NaN: one instruction of the processor each. */
export const PMIN_F32 = vector(0xea);
export const PMAX_F32 = vector(0xeb);
/** a * b + c, fused where the processor can: not the same on every machine, so for training only. */
export const MADD_F32 = vector(0x105);
/** Eight products of 16 bits, added up in pairs. */
export const DOT_I16 = vector(0xba);
export const ADD_I32 = vector(0xae);
export const SUB_I32 = vector(0xb1);
export const TO_F32 = vector(0xfa);
/** The lower two of four numbers in double precision, and two numbers of double precision in the lower half of four. */
export const PROMOTE = vector(0x5f);
export const DEMOTE = vector(0x5e);
export const MUL_F64 = vector(0xf2);
/** The halves of 64 bits of two vectors, by their numbers 0 to 3. */
export const halves = (first: number, second: number): Code => [
  ...vector(0x0d),
  ...[first, second].flatMap((half) => Array.from({ length: 8 }, (_, i) => 8 * half + i)),
];
/** Two vectors of 32 bits into one of 16 bits. */
export const NARROW = vector(0x85);

/** The same number of double precision in both lanes. */
export function both(value: number): Code {
  const bytes = [...new Uint8Array(Float64Array.of(value).buffer)];
  return [...vector(0x0c), ...bytes, ...bytes];
}

/** The same number in all four lanes. */
export function all(value: number): Code {
  const bytes = [...new Uint8Array(Float32Array.of(value).buffer)];
  return [...vector(0x0c), ...bytes, ...bytes, ...bytes, ...bytes];
}

/** Adding it leaves whole numbers in the low bits, rounded half to even; for numbers below 2^22. */
export const ROUNDER = 12_582_912;

/** The vector on the stack, rounded to whole numbers of 32 bits. @param rounder puts ROUNDER on the stack, four times */
export const round = (rounder: Code): Code => [...rounder, ...ADD_F32, ...rounder, ...SUB_I32];

/** local += by */
export const bump = (local: number, by: Code): Code => [...get(local), ...by, ...ADD, ...set(local)];
/** local -= by */
export const drop = (local: number, by: number): Code => [
  ...get(local),
  ...constant(by),
  ...SUB,
  ...set(local),
];

export interface Func {
  readonly name: string;
  /** Types of the parameters; locals are numbered after them. */
  readonly parameters: Code;
  /** How many locals of which type, in order. */
  readonly locals: readonly (readonly [count: number, type: number])[];
  readonly body: Code;
}

const section = (id: number, content: Code): Code => [id, ...leb(content.length), ...content];
const list = (items: readonly Code[]): Code => [...leb(items.length), ...items.flat()];
const text = (value: string): Code => [...leb(value.length), ...[...value].map((c) => c.charCodeAt(0))];

/** The bytes of a module with these functions, which imports its memory as `env.memory`. */
export function moduleBytes(functions: readonly Func[]): Uint8Array<ArrayBuffer> {
  const bodies = functions.map(({ locals, body }) => {
    const code = [...list(locals.map(([count, type]) => [...leb(count), type])), ...body, 0x0b];
    return [...leb(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list(functions.map(({ parameters }) => [0x60, ...list(parameters.map((p) => [p])), 0]))),
    ...section(2, list([[...text("env"), ...text("memory"), 0x02, 0x00, 1]])),
    ...section(3, list(functions.map((_, i) => leb(i)))),
    ...section(7, list(functions.map(({ name }, i) => [...text(name), 0x00, ...leb(i)]))),
    ...section(10, list(bodies)),
  ]);
}
