/**
 * The multiplication kernel with its memory, from which arrays are taken one
 * after the other. Weights are laid out once; what a sentence needs is taken
 * anew from a mark, so that nothing is left between two sentences.
 */
import { kernelCode } from "./kernel-code.ts";

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

type Multiply = (a: number, b: number, c: number, m: number, k: number, n: number) => void;

export class Kernel {
  readonly #memory: InstanceType<WebAssemblyPart["Memory"]>;
  readonly #gemm: Multiply;
  #top = 64;
  /** The whole memory as single-precision numbers; renewed when the memory grows. */
  floats: Float32Array;

  constructor(initialBytes = PAGE_BYTES * 16) {
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(initialBytes / PAGE_BYTES) });
    const module = new WebAssembly.Module(kernelCode());
    const instance = new WebAssembly.Instance(module, { env: { memory: this.#memory } });
    this.#gemm = instance.exports.gemm as Multiply;
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
    if (m > 0) this.#gemm(a, b, c, m, k, n);
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
