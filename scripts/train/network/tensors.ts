/**
 * Parameters with their gradients and Adam state, and the matrix products of
 * training, over the kernel that inference uses as well.
 */
import { type Block, type Kernel, packPanels } from "../../../src/language/numeric/kernel.ts";
import type { Random } from "../random.ts";

/** A matrix that is learnt; vectors have one row. */
export class Parameter {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly value: Float32Array;
  /** Exponential average of the values, which is what the finished model uses. */
  readonly average: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
  /** Gradient, values in panels, and transposed values in panels, in the kernel's memory. */
  readonly gradient: Block;
  readonly packed: Block;
  readonly packedTransposed: Block;

  constructor(kernel: Kernel, name: string, rows: number, columns: number, random: Random | null) {
    this.name = name;
    this.rows = rows;
    this.columns = columns;
    const size = rows * columns;
    this.value = new Float32Array(size);
    if (random !== null) {
      const range = Math.sqrt(6 / (rows + columns));
      for (let i = 0; i < size; i++) this.value[i] = (2 * random.next() - 1) * range;
    }
    this.average = new Float32Array(size);
    this.first = new Float32Array(size);
    this.second = new Float32Array(size);
    this.gradient = kernel.place(new Float32Array(size));
    this.packed = kernel.take(size);
    this.packedTransposed = kernel.take(size);
  }

  /** Writes the present values into the kernel's memory. */
  refresh(kernel: Kernel): void {
    if (this.rows === 1) return;
    packPanels(this.value, this.rows, this.columns, kernel.view(this.packed));
    if (this.rows % 8 === 0)
      packTransposed(this.value, this.rows, this.columns, kernel.view(this.packedTransposed));
  }
}

/** Packs the transpose of a matrix (rows by columns, rows a multiple of 8) into panels. */
export function packTransposed(
  values: Float32Array,
  rows: number,
  columns: number,
  packed: Float32Array,
): void {
  let at = 0;
  for (let panel = 0; panel < rows; panel += 8) {
    for (let column = 0; column < columns; column++) {
      for (let j = 0; j < 8; j++) packed[at++] = values[(panel + j) * columns + column]!;
    }
  }
}

/** A transposed copy of a matrix in the kernel's memory. */
export function transposed(kernel: Kernel, source: Block, rows: number, columns: number): Block {
  const block = kernel.take(rows * columns);
  const from = kernel.view(source);
  const to = kernel.view(block);
  for (let r = 0; r < rows; r++) {
    for (let c = 0, at = r * columns; c < columns; c++, at++) to[c * rows + r] = from[at]!;
  }
  return block;
}

/** A zeroed block. */
export function zeros(kernel: Kernel, length: number): Block {
  const block = kernel.take(length);
  kernel.view(block).fill(0);
  return block;
}

/** out += x · W, x being `rows` rows. */
export function forward(kernel: Kernel, x: Block, rows: number, weights: Parameter, out: Block): void {
  kernel.multiply(x.at, weights.packed.at, out.at, rows, weights.rows, weights.columns);
}

/** Gradient of W += xᵀ · dy; dx += dy · Wᵀ where dx is given. */
export function backward(
  kernel: Kernel,
  x: Block,
  rows: number,
  weights: Parameter,
  dy: Block,
  dx: Block | null,
): void {
  const mark = kernel.mark();
  const xt = transposed(kernel, x, rows, weights.rows);
  const packed = kernel.take(rows * weights.columns);
  packPanels(kernel.view(dy), rows, weights.columns, kernel.view(packed));
  kernel.multiply(xt.at, packed.at, weights.gradient.at, weights.rows, rows, weights.columns);
  if (dx !== null)
    kernel.multiply(dy.at, weights.packedTransposed.at, dx.at, rows, weights.columns, weights.rows);
  kernel.release(mark);
}

/** Adds a row vector to every row. */
export function addRow(target: Float32Array, row: Float32Array): void {
  for (let at = 0; at < target.length; at += row.length)
    for (let c = 0; c < row.length; c++) target[at + c]! += row[c]!;
}

/** Adds every row of `source` to `sum`. */
export function sumRows(source: Float32Array, sum: Float32Array): void {
  for (let at = 0; at < source.length; at += sum.length)
    for (let c = 0; c < sum.length; c++) sum[c]! += source[at + c]!;
}

/** Leaky rectifier and dropout in place; `mask` keeps the slopes for the way back. */
export function rectify(values: Float32Array, mask: Float32Array, drop: number, random: Random | null): void {
  const keep = 1 / (1 - drop);
  for (let i = 0; i < values.length; i++) {
    let slope = values[i]! > 0 ? 1 : 0.1;
    if (random !== null && drop > 0) slope *= random.next() < drop ? 0 : keep;
    mask[i] = slope;
    values[i]! *= slope;
  }
}

export interface AdamOptions {
  readonly rate: number;
  readonly step: number;
  readonly scale: number;
}

const BETA1 = 0.9;
const BETA2 = 0.98;

/** One Adam step over `[from, to)` of the arrays. */
export function adam(
  value: Float32Array,
  gradient: Float32Array,
  first: Float32Array,
  second: Float32Array,
  from: number,
  to: number,
  gradientFrom: number,
  options: AdamOptions,
): void {
  const correct1 = 1 - BETA1 ** options.step;
  const correct2 = 1 - BETA2 ** options.step;
  const rate = options.rate / correct1;
  for (let i = from, g = gradientFrom; i < to; i++, g++) {
    const d = gradient[g]! * options.scale;
    const m = BETA1 * first[i]! + (1 - BETA1) * d;
    const v = BETA2 * second[i]! + (1 - BETA2) * d * d;
    first[i] = m;
    second[i] = v;
    value[i]! -= (rate * m) / (Math.sqrt(v / correct2) + 1e-8);
  }
}
