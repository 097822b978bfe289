/**
 * Sums of the rows of words in, scores of arcs and labels out: the network that
 * scripts/train/network trains, without what only training needs.
 */
import type { ModelFile } from "../../knowledge/model-file.ts";
import { type Block, Kernel, PANEL, type Packed16, UNIT_SCALE } from "../numeric/kernel.ts";
import { distanceBucket, type NetworkSizes } from "./network-sizes.ts";

interface Matrix {
  readonly block: Block;
  readonly rows: number;
  readonly columns: number;
}

/** A matrix of 16-bit numbers. */
interface Matrix16 {
  readonly packed: Packed16;
  readonly rows: number;
  readonly columns: number;
}

interface Direction {
  readonly input: Matrix16;
  readonly recurrent: Matrix16;
  readonly bias: Block;
  readonly reverse: boolean;
}

/** Distance from which on all are alike. */
const FARTHEST = 40;

/** The biases of distances, looked up once. */
function distanceBiases(bias: Float32Array): Float32Array {
  const biases = new Float32Array(2 * FARTHEST + 2);
  const middle = FARTHEST + 1;
  for (let distance = -FARTHEST; distance <= FARTHEST; distance++)
    biases[distance + FARTHEST] = bias[distanceBucket(middle, middle + distance)] as number;
  biases[2 * FARTHEST + 1] = bias[distanceBucket(middle, 0)] as number;
  return biases;
}

/** What the network says of one sentence. */
export interface NetworkRun {
  /** Scores of the heads of each place, row by row. */
  readonly arcs: Float32Array;
  /** Scores of the labels of each place with its head in the tree, `labelColumns` numbers each. */
  labels(heads: Int32Array): Float32Array;
}

export class ParserNetwork {
  readonly sizes: NetworkSizes;
  /** Numbers for each place in the scores of labels; those behind the labels mean nothing. */
  readonly labelColumns: number;
  readonly #kernel = new Kernel();
  readonly #layers: readonly (readonly Direction[])[];
  readonly #matrices: Readonly<Record<string, Matrix>>;
  readonly #views: Readonly<Record<string, Matrix16>>;
  readonly #biases: Readonly<Record<string, Block>>;
  readonly #arcsBias: Float32Array;
  readonly #labelsBias: Float32Array;
  /** What the distance to the head adds: for those from -FARTHEST to FARTHEST, then for the root. */
  readonly #distances: Float32Array;
  /** End of the weights in the kernel's memory; what lies behind belongs to the sentence at hand. */
  readonly #mark: number;

  constructor(model: ModelFile) {
    this.sizes = model.meta.sizes as NetworkSizes;
    const { width, hidden, arc, label, layers } = this.sizes;
    const columns = (this.sizes.labels + PANEL - 1) & ~(PANEL - 1);
    this.labelColumns = columns;
    const vector = (name: string) => model.arrays[name] as Float32Array;
    const matrix = (name: string, rows: number, size: number): Matrix => ({
      block: this.#kernel.placePacked(vector(name), rows, size),
      rows,
      columns: size,
    });
    const matrix16 = (name: string, rows: number, size: number): Matrix16 => ({
      packed: this.#kernel.placePacked16(vector(name), rows, size),
      rows,
      columns: size,
    });
    this.#layers = Array.from({ length: layers }, (_, l) =>
      ["forward", "backward"].map((side) => ({
        input: matrix16(`layer${l}.${side}.input`, l === 0 ? width : 2 * hidden, 4 * hidden),
        recurrent: matrix16(`layer${l}.${side}.recurrent`, hidden, 4 * hidden),
        bias: this.#kernel.place(vector(`layer${l}.${side}.bias`)),
        reverse: side === "backward",
      })),
    );
    this.#matrices = { arcs: matrix("arcs", arc, arc), labels: matrix("labels", label, columns) };
    this.#views = {
      arcDependent: matrix16("arcDependent", 2 * hidden, arc),
      arcHead: matrix16("arcHead", 2 * hidden, arc),
      labelDependent: matrix16("labelDependent", 2 * hidden, label),
      labelHead: matrix16("labelHead", 2 * hidden, label),
    };
    // those without a bias get one of zeros
    const bias = (name: string, size: number) =>
      this.#kernel.place(
        model.arrays[`${name}.bias`] === undefined ? new Float32Array(size) : vector(`${name}.bias`),
      );
    this.#biases = {
      arcDependent: bias("arcDependent", arc),
      arcHead: bias("arcHead", arc),
      labelDependent: bias("labelDependent", label),
      labelHead: bias("labelHead", label),
    };
    this.#arcsBias = vector("arcs.bias");
    this.#labelsBias = vector("labels.bias");
    this.#distances = distanceBiases(vector("distance"));
    this.#mark = this.#kernel.mark();
  }

  /** Rows of `bias` plus x times the matrix. */
  #linear(x: Block, rows: number, matrix: Matrix, bias: Float32Array): Block {
    const out = this.#kernel.take(rows * matrix.columns);
    const values = this.#kernel.view(out);
    for (let row = 0; row < rows; row++) values.set(bias, row * matrix.columns);
    this.#kernel.multiply(x.at, matrix.block.at, out.at, rows, matrix.rows, matrix.columns);
    return out;
  }

  /** The same for x in 16 bits, whose numbers stand for `scale` each. */
  #linear16(x: Block, scale: number, rows: number, matrix: Matrix16, bias: Block): Block {
    const { packed, columns } = matrix;
    const out = this.#kernel.take(rows * columns);
    this.#kernel.multiply16(x.at, packed, out.at, rows, matrix.rows, columns, scale, bias.at, 0);
    return out;
  }

  /** Runs one direction of a layer and writes its units into the columns from `offset` of `out`. */
  #direction(x: Block, scale: number, n: number, direction: Direction, out: Block, offset: number): void {
    const h = this.sizes.hidden;
    const kernel = this.#kernel;
    const { packed } = direction.recurrent;
    const gates = this.#linear16(x, scale, n, direction.input, direction.bias);
    const state = kernel.take(h);
    const cells = kernel.take(h);
    kernel.view(cells).fill(0);
    for (let step = 0; step < n; step++) {
      const t = direction.reverse ? n - 1 - step : step;
      const at = gates.at + t * 16 * h;
      if (step > 0) kernel.multiply16(state.at, packed, at, 1, h, 4 * h, 1 / UNIT_SCALE, at, 0);
      kernel.units(at, cells.at, state.at, out.at + (t * 2 * h + offset) * 4, h);
    }
  }

  /** Scores of every arc, and a function that names the arcs of a tree.
   * @param n places: the root and the words
   * @param write writes `width` numbers for each place */
  run(n: number, write: (x: Float32Array) => void): NetworkRun {
    const kernel = this.#kernel;
    const { hidden, arc } = this.sizes;
    const mark = this.#mark;
    kernel.release(mark);
    // room is taken at once, so that no view dies when the memory grows
    kernel.release(
      kernel.take(n * (this.sizes.width + 40 * hidden + 8 * arc + 8 * this.sizes.label + n + 400) + 4096).at,
    );
    kernel.release(mark);
    const input = kernel.take(n * this.sizes.width);
    write(kernel.view(input));
    let scale = Math.max(1e-6, kernel.largest(input)) / UNIT_SCALE;
    let x = kernel.quantise(input, 1 / scale);
    for (const layer of this.#layers) {
      const out = kernel.take(n * 2 * hidden);
      layer.forEach((direction, side) => {
        this.#direction(x, scale, n, direction, out, side * hidden);
      });
      scale = 1 / UNIT_SCALE;
      x = kernel.quantise(out, UNIT_SCALE);
    }
    const side = (name: string) =>
      this.#linear16(x, scale, n, this.#views[name] as Matrix16, this.#biases[name] as Block);
    const dependents = side("arcDependent");
    const heads = side("arcHead");
    kernel.rectify(dependents);
    kernel.rectify(heads);
    const mapped = this.#linear(dependents, n, this.#matrices.arcs as Matrix, this.#arcsBias);
    const arcs = this.#arcScores(mapped, heads, n);
    const labelDependent = side("labelDependent");
    const labelHead = side("labelHead");
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
    const biases = this.#distances;
    const scores = new Float32Array(n * n);
    for (let i = 1; i < n; i++) {
      scores[i * n] = (values[i * columns] as number) + (biases[2 * FARTHEST + 1] as number);
      for (let j = 1; j < n; j++) {
        const distance = Math.max(-FARTHEST, Math.min(FARTHEST, j - i));
        scores[i * n + j] = (values[i * columns + j] as number) + (biases[distance + FARTHEST] as number);
      }
    }
    return scores;
  }

  /** Scores of the labels of each word (from place 1 on) with its head in the tree. */
  #labelScores(dependents: Block, heads: Block, tree: Int32Array, mark: number): Float32Array {
    const kernel = this.#kernel;
    const { label } = this.sizes;
    const words = tree.length - 1;
    const pairs = kernel.take(words * label);
    const numbers = kernel.take(words);
    new Int32Array(kernel.floats.buffer, numbers.at, words).set(tree.subarray(1));
    kernel.pairs(dependents.at + 4 * label, heads.at, numbers.at, pairs.at, words, label);
    const matrix = this.#matrices.labels as Matrix;
    const values = kernel.view(this.#linear(pairs, words, matrix, this.#labelsBias));
    const scores = new Float32Array(tree.length * this.labelColumns);
    scores.set(values, this.labelColumns);
    kernel.release(mark);
    return scores;
  }
}
