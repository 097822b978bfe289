/**
 * The multiplication kernel with its memory, from which arrays are taken one
 * after the other. Weights are laid out once; what a sentence needs is taken
 * anew from a mark, so that nothing is left between two sentences.
 */
import { GEMM, GEMM_FUSED } from "./multiply-code.ts";
import { GEMM16, PANEL16, PASS_ROWS } from "./multiply16-code.ts";
import { LARGEST, PAIRS, QUANTISE, RECTIFY } from "./row-code.ts";
import { TRAINING_UNITS, UNITS } from "./unit-code.ts";
import { moduleBytes } from "./wasm.ts";

const PAGE_BYTES = 65_536;
/** Columns of a panel of a packed matrix. */
export const PANEL = 8;

/** An array in the kernel's memory. */
export interface Block {
  /** Address in bytes. */
  readonly at: number;
  readonly length: number;
}

/** The part of the WebAssembly interface that is used here (the compiler's library has it for browsers only). */
interface WebAssemblyPart {
  Memory: new (descriptor: { initial: number }) => { buffer: ArrayBuffer; grow(pages: number): number };
  Module: new (code: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: Record<string, unknown> };
}

const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyPart };

/** The functions of the module; addresses in bytes. */
interface Functions {
  gemm(a: number, b: number, c: number, m: number, k: number, n: number): void;
  gemm16(
    a: number,
    b: number,
    c: number,
    m: number,
    passes: number,
    n: number,
    scale: number,
    add: number,
    stride: number,
  ): void;
  units(gates: number, cells: number, state: number, out: number, bytes: number, scale: number): void;
  trainingUnits(gates: number, before: number, cells: number, out: number, bytes: number): void;
  quantise(from: number, to: number, bytes: number, scale: number): void;
  largest(from: number, bytes: number, to: number): void;
  rectify(at: number, bytes: number): void;
  pairs(rows: number, partners: number, numbers: number, to: number, count: number, bytes: number): void;
}

/** By how much numbers from -1 to 1 are multiplied before they are rounded to 16 bits. */
export const UNIT_SCALE = 4096;
/** Largest whole number that a weight of 16 bits takes: sums of 256 products stay below 2^31. */
const WEIGHT_LIMIT = 2047;

/** A matrix of 16-bit numbers in panels; a number times `scale` is the weight. */
export interface Packed16 {
  readonly block: Block;
  readonly scale: number;
}

export class Kernel {
  readonly #memory: InstanceType<WebAssemblyPart["Memory"]>;
  readonly #functions: Functions;
  #top = 64;
  /** The whole memory as single-precision numbers; renewed when the memory grows. */
  floats: Float32Array;

  /** @param training sums may be fused, which is faster but not the same on every machine */
  constructor(initialBytes = PAGE_BYTES * 16, training = false) {
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(initialBytes / PAGE_BYTES) });
    const module = new WebAssembly.Module(
      moduleBytes(
        training ? [GEMM_FUSED, TRAINING_UNITS] : [GEMM, GEMM16, UNITS, QUANTISE, LARGEST, RECTIFY, PAIRS],
      ),
    );
    const instance = new WebAssembly.Instance(module, { env: { memory: this.#memory } });
    this.#functions = instance.exports as unknown as Functions;
    this.floats = new Float32Array(this.#memory.buffer);
  }

  /** Where the next array will lie; give it to `release` to free all that was taken after. */
  mark(): number {
    return this.#top;
  }

  release(mark: number): void {
    this.#top = mark;
  }

  /** Room for `length` numbers, not cleared. */
  take(length: number): Block {
    const at = this.#top;
    this.#top = (at + length * 4 + 63) & ~63;
    const bytes = this.#memory.buffer.byteLength;
    if (this.#top > bytes) {
      this.#memory.grow(Math.ceil((this.#top - bytes) / PAGE_BYTES) + 64);
      this.floats = new Float32Array(this.#memory.buffer);
    }
    return { at, length };
  }

  /** A copy of `values` in the memory. */
  place(values: Float32Array): Block {
    const block = this.take(values.length);
    this.floats.set(values, block.at >> 2);
    return block;
  }

  /** The numbers of a block; valid until the memory grows. */
  view(block: Block): Float32Array {
    return this.floats.subarray(block.at >> 2, (block.at >> 2) + block.length);
  }

  /** Room for a matrix of `rows` by `columns`, packed for `multiply`, with these values (row by row). */
  placePacked(values: Float32Array, rows: number, columns: number): Block {
    const block = this.take(values.length);
    packPanels(values, rows, columns, this.view(block));
    return block;
  }

  /** Adds A (m by k) times B (k by n, packed, n a multiple of 8) to C (m by n); addresses in bytes. */
  multiply(a: number, b: number, c: number, m: number, k: number, n: number): void {
    if (m > 0) this.#functions.gemm(a, b, c, m, k, n);
  }

  /** The matrix rounded to 16 bits and packed for `multiply16`; rows a multiple of 8, columns of 32. */
  placePacked16(values: Float32Array, rows: number, columns: number): Packed16 {
    if (rows % PASS_ROWS !== 0 || columns % PANEL16 !== 0)
      throw new RangeError("a matrix of no whole panels");
    const largest = this.#farthest(values);
    const scale = largest > 0 ? largest / WEIGHT_LIMIT : 1;
    const block = this.take(values.length / 2);
    packPanels16(values, rows, columns, scale, new Int16Array(this.floats.buffer, block.at, values.length));
    return { block, scale };
  }

  #farthest(values: Float32Array): number {
    const mark = this.mark();
    const largest = this.largest(this.place(values));
    this.release(mark);
    return largest;
  }

  /** C (m by n, single precision) from A (m by k, 16 bits, each times `scale`) times B, plus the rows from `add` on.
   * @param stride bytes from one of these rows to the next; 0: one row for all */
  multiply16(
    a: number,
    b: Packed16,
    c: number,
    m: number,
    k: number,
    n: number,
    scale: number,
    add: number,
    stride: number,
  ): void {
    if (m > 0) this.#functions.gemm16(a, b.block.at, c, m, k / PASS_ROWS, n, scale * b.scale, add, stride);
  }

  /** Makes the next outputs of `count` LSTM units (a multiple of 8) from their gates i, f, o, g; `state` gets them in 16 bits. */
  units(gates: number, cells: number, state: number, out: number, count: number): void {
    this.#functions.units(gates, cells, state, out, count * 4, UNIT_SCALE);
  }

  /** Makes the next outputs of `count` units in training; the gates are left activated. */
  trainingUnits(gates: number, before: number, cells: number, out: number, count: number): void {
    this.#functions.trainingUnits(gates, before, cells, out, count * 4);
  }

  /** The numbers times `scale`, rounded to 16 bits; their number a multiple of 8. */
  quantise(source: Block, scale: number): Block {
    const block = this.take(source.length / 2);
    if (source.length > 0) this.#functions.quantise(source.at, block.at, source.length * 4, scale);
    return block;
  }

  /** Distance of the farthest of the numbers from zero; their number a multiple of 4. */
  largest(source: Block): number {
    const mark = this.mark();
    const four = this.take(4);
    if (source.length > 0) this.#functions.largest(source.at, source.length * 4, four.at);
    const [a, b, c, d] = source.length > 0 ? this.view(four) : [0, 0, 0, 0];
    this.release(mark);
    return Math.max(a as number, b as number, c as number, d as number);
  }

  /** Shrinks the numbers below zero to a tenth; their number a multiple of 4. */
  rectify(block: Block): void {
    if (block.length > 0) this.#functions.rectify(block.at, block.length * 4);
  }

  /** Writes to `to`, for each of `count` rows of `size` numbers (a multiple of 4), its sum with the row of `partners`
   * that `numbers` (32 bits each) names, what is below zero shrunk to a tenth; addresses in bytes. */
  pairs(rows: number, partners: number, numbers: number, to: number, count: number, size: number): void {
    if (count > 0) this.#functions.pairs(rows, partners, numbers, to, count, size * 4);
  }
}

/** Writes a matrix (row by row) into panels of 32 columns with two rows side by side, rounded to 16 bits. */
function packPanels16(
  values: Float32Array,
  rows: number,
  columns: number,
  scale: number,
  packed: Int16Array,
): void {
  let at = 0;
  for (let panel = 0; panel < columns; panel += PANEL16) {
    for (let row = 0; row < rows; row += 2) {
      const upper = row * columns + panel;
      for (let from = upper; from < upper + PANEL16; from++) {
        packed[at++] = Math.round((values[from] as number) / scale);
        packed[at++] = Math.round((values[from + columns] as number) / scale);
      }
    }
  }
}

/** Writes a matrix (row by row) into panels of 8 columns, the layout that the kernel reads. */
export function packPanels(values: Float32Array, rows: number, columns: number, packed: Float32Array): void {
  let at = 0;
  for (let panel = 0; panel < columns; panel += PANEL) {
    for (let row = 0; row < rows; row++) {
      const from = row * columns + panel;
      for (let j = 0; j < PANEL; j++) packed[at++] = values[from + j] as number;
    }
  }
}
