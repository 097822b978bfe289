/**
 * Rows of words in, scores of arcs and labels out: the network that
 * scripts/train/network trains, without what only training needs.
 */
import type { ModelFile } from "../../knowledge/model-file.ts";
import { type Block, Kernel, PANEL } from "../numeric/kernel.ts";
import { sigmoid, tanh } from "../numeric/smooth.ts";
import { distanceBucket, type NetworkSizes } from "./network-sizes.ts";

interface Matrix {
  readonly block: Block;
  readonly rows: number;
  readonly columns: number;
}

interface Direction {
  readonly input: Matrix;
  readonly recurrent: Matrix;
  readonly bias: Float32Array;
  readonly reverse: boolean;
}

/** Slope of the rectifier below zero. */
const LEAK = 0.1;

function rectify(values: Float32Array): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < 0) values[i] = value * LEAK;
  }
}

export class ParserNetwork {
  readonly sizes: NetworkSizes;
  readonly #kernel = new Kernel();
  readonly #rows: Int8Array;
  readonly #scales: Float32Array;
  readonly #layers: readonly (readonly Direction[])[];
  readonly #matrices: Readonly<Record<string, Matrix>>;
  readonly #vectors: Readonly<Record<string, Float32Array>>;

  constructor(model: ModelFile) {
    this.sizes = model.meta.sizes as NetworkSizes;
    const { width, hidden, arc, label, layers } = this.sizes;
    this.#rows = model.arrays.table as Int8Array;
    this.#scales = model.arrays.scales as Float32Array;
    const columns = (this.sizes.labels + PANEL - 1) & ~(PANEL - 1);
    const vector = (name: string) => model.arrays[name] as Float32Array;
    const matrix = (name: string, rows: number, size: number): Matrix => ({
      block: this.#kernel.placePacked(vector(name), rows, size),
      rows,
      columns: size,
    });
    this.#layers = Array.from({ length: layers }, (_, l) =>
      ["forward", "backward"].map((side) => ({
        input: matrix(`layer${l}.${side}.input`, l === 0 ? width : 2 * hidden, 4 * hidden),
        recurrent: matrix(`layer${l}.${side}.recurrent`, hidden, 4 * hidden),
        bias: vector(`layer${l}.${side}.bias`),
        reverse: side === "backward",
      })),
    );
    this.#matrices = {
      arcDependent: matrix("arcDependent", 2 * hidden, arc),
      arcHead: matrix("arcHead", 2 * hidden, arc),
      labelDependent: matrix("labelDependent", 2 * hidden, label),
      labelHead: matrix("labelHead", 2 * hidden, label),
      arcs: matrix("arcs", arc, arc),
      labels: matrix("labels", label, columns),
    };
    const names = [
      "arcDependent.bias",
      "arcHead.bias",
      "labelDependent.bias",
      "arcs.bias",
      "distance",
      "labels.bias",
    ];
    this.#vectors = Object.fromEntries(names.map((name) => [name, vector(name)]));
  }

  /** Rows of `bias` (or zero) plus x times the matrix. */
  #linear(x: Block, rows: number, matrix: Matrix, bias: Float32Array | undefined): Block {
    const out = this.#kernel.take(rows * matrix.columns);
    const values = this.#kernel.view(out);
    if (bias === undefined) values.fill(0);
    else for (let row = 0; row < rows; row++) values.set(bias, row * matrix.columns);
    this.#kernel.multiply(x.at, matrix.block.at, out.at, rows, matrix.rows, matrix.columns);
    return out;
  }

  /** Runs one direction of a layer and writes its units into the columns from `offset` of `out`. */
  #direction(x: Block, n: number, direction: Direction, out: Block, offset: number): void {
    const h = this.sizes.hidden;
    const kernel = this.#kernel;
    const gates = this.#linear(x, n, direction.input, direction.bias);
    const state = kernel.take(h);
    const g = kernel.view(gates);
    const y = kernel.view(state);
    const target = kernel.view(out);
    const cells = new Float32Array(h);
    for (let step = 0; step < n; step++) {
      const t = direction.reverse ? n - 1 - step : step;
      const at = t * 4 * h;
      if (step > 0) kernel.multiply(state.at, direction.recurrent.block.at, gates.at + at * 4, 1, h, 4 * h);
      const to = t * 2 * h + offset;
      for (let k = 0; k < h; k++) {
        const fresh = sigmoid(g[at + k] as number) * tanh(g[at + 3 * h + k] as number);
        const cell = fresh + sigmoid(g[at + h + k] as number) * (cells[k] as number);
        cells[k] = cell;
        const unit = sigmoid(g[at + 2 * h + k] as number) * tanh(cell);
        y[k] = unit;
        target[to + k] = unit;
      }
    }
  }

  /** Sums of the table's rows for each place. */
  #input(ids: readonly Int32Array[]): Block {
    const { width } = this.sizes;
    const block = this.#kernel.take(ids.length * width);
    const x = this.#kernel.view(block);
    x.fill(0);
    const rows = this.#rows;
    for (let t = 0; t < ids.length; t++) {
      const at = t * width;
      for (const id of ids[t] as Int32Array) {
        const scale = this.#scales[id] as number;
        const from = id * width;
        for (let k = 0; k < width; k++)
          x[at + k] = (x[at + k] as number) + scale * (rows[from + k] as number);
      }
    }
    return block;
  }

  /** Scores of every arc, and a function that names the arcs of a tree.
   * @param ids rows of the table for each place; the first place is the root */
  run(ids: readonly Int32Array[]): { arcs: Float32Array; labels: (heads: Int32Array) => Float32Array[] } {
    const kernel = this.#kernel;
    const n = ids.length;
    const { hidden, arc } = this.sizes;
    const mark = kernel.mark();
    // room is taken at once, so that no view dies when the memory grows
    kernel.release(
      kernel.take(n * (this.sizes.width + 40 * hidden + 8 * arc + 8 * this.sizes.label + n + 400) + 4096).at,
    );
    kernel.release(mark);
    let x = this.#input(ids);
    for (const layer of this.#layers) {
      const out = kernel.take(n * 2 * hidden);
      layer.forEach((direction, side) => {
        this.#direction(x, n, direction, out, side * hidden);
      });
      x = out;
    }
    const dependents = this.#linear(
      x,
      n,
      this.#matrices.arcDependent as Matrix,
      this.#vectors["arcDependent.bias"],
    );
    const heads = this.#linear(x, n, this.#matrices.arcHead as Matrix, this.#vectors["arcHead.bias"]);
    rectify(kernel.view(dependents));
    rectify(kernel.view(heads));
    const mapped = this.#linear(dependents, n, this.#matrices.arcs as Matrix, this.#vectors["arcs.bias"]);
    const arcs = this.#arcScores(mapped, heads, n);
    const labelDependent = this.#linear(
      x,
      n,
      this.#matrices.labelDependent as Matrix,
      this.#vectors["labelDependent.bias"],
    );
    const labelHead = this.#linear(x, n, this.#matrices.labelHead as Matrix, undefined);
    const labels = (tree: Int32Array) => this.#labelScores(labelDependent, labelHead, tree, mark);
    return { arcs, labels };
  }

  #arcScores(mapped: Block, heads: Block, n: number): Float32Array {
    const kernel = this.#kernel;
    const { arc } = this.sizes;
    const columns = (n + PANEL - 1) & ~(PANEL - 1);
    const packed = kernel.take(columns * arc);
    const from = kernel.view(heads);
    const to = kernel.view(packed);
    let at = 0;
    for (let panel = 0; panel < columns; panel += PANEL) {
      for (let k = 0; k < arc; k++) {
        for (let j = panel; j < panel + PANEL; j++) to[at++] = j < n ? (from[j * arc + k] as number) : 0;
      }
    }
    const out = kernel.take(n * columns);
    kernel.view(out).fill(0);
    kernel.multiply(mapped.at, packed.at, out.at, n, arc, columns);
    const values = kernel.view(out);
    const bias = this.#vectors.distance as Float32Array;
    const scores = new Float32Array(n * n);
    for (let i = 1; i < n; i++) {
      for (let j = 0; j < n; j++) {
        scores[i * n + j] = (values[i * columns + j] as number) + (bias[distanceBucket(i, j)] as number);
      }
    }
    return scores;
  }

  /** Scores of the labels of each word (from place 1 on) with its head in the tree. */
  #labelScores(dependents: Block, heads: Block, tree: Int32Array, mark: number): Float32Array[] {
    const kernel = this.#kernel;
    const { label } = this.sizes;
    const n = tree.length;
    const pairs = kernel.take(n * label);
    const d = kernel.view(dependents);
    const h = kernel.view(heads);
    const p = kernel.view(pairs);
    p.fill(0, 0, label);
    for (let i = 1; i < n; i++) {
      const head = (tree[i] as number) * label;
      for (let k = 0; k < label; k++)
        p[i * label + k] = (d[i * label + k] as number) + (h[head + k] as number);
    }
    rectify(p);
    const matrix = this.#matrices.labels as Matrix;
    const values = kernel.view(this.#linear(pairs, n, matrix, this.#vectors["labels.bias"]));
    const scores: Float32Array[] = [];
    for (let i = 0; i < n; i++)
      scores.push(values.slice(i * matrix.columns, i * matrix.columns + this.sizes.labels));
    kernel.release(mark);
    return scores;
  }
}
