/**
 * The parser's network in training: rows of a table added up for each word, two
 * bidirectional LSTM layers, scores of arcs and of labels (Kiperwasser and
 * Goldberg 2016; Dozat and Manning 2017), and the gradients of all of them.
 */
import { type Block, Kernel } from "../../../src/language/numeric/kernel.ts";
import { DISTANCES, distanceBucket, type NetworkSizes } from "../../../src/language/parse/network-sizes.ts";
import type { Random } from "../random.ts";
import { Lstm, type Steps } from "./lstm.ts";
import { addRow, backward, forward, Parameter, rectify, sumRows, zeros } from "./tensors.ts";

/** One sentence: rows of the table for the root and each word, gold heads (0 is the root) and labels. */
export interface Example {
  /** Ids of the rows; index 0 is the root. */
  readonly ids: readonly Int32Array[];
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  /** Share of the loss, 1 for gold sentences. */
  readonly weight: number;
}

export interface Dropout {
  readonly input: number;
  readonly layer: number;
  readonly head: number;
}

const pad8 = (n: number) => (n + 7) & ~7;

export class TrainingNetwork {
  readonly kernel = new Kernel(700 << 20, true);
  readonly sizes: NetworkSizes;
  readonly table: Parameter;
  readonly layers: [Lstm, Lstm][];
  readonly arcDependent: Parameter;
  readonly arcHead: Parameter;
  readonly labelDependent: Parameter;
  readonly labelHead: Parameter;
  readonly biases: Parameter[];
  readonly arcs: Parameter;
  readonly arcBias: Parameter;
  readonly distance: Parameter;
  readonly labels: Parameter;
  readonly labelBias: Parameter;
  readonly #mark: number;

  constructor(sizes: NetworkSizes, random: Random) {
    this.sizes = sizes;
    const { kernel } = this;
    const { width, hidden, arc, label } = sizes;
    const both = 2 * hidden;
    this.table = new Parameter(kernel, "table", 8, width, null);
    this.layers = Array.from({ length: sizes.layers }, (_, l) => {
      const from = l === 0 ? width : both;
      return [false, true].map(
        (reverse) =>
          new Lstm(kernel, `layer${l}.${reverse ? "backward" : "forward"}`, from, hidden, reverse, random),
      ) as [Lstm, Lstm];
    });
    const make = (name: string, rows: number, columns: number) =>
      new Parameter(kernel, name, rows, columns, random);
    const bias = (name: string, columns: number) => new Parameter(kernel, name, 1, columns, null);
    this.arcDependent = make("arcDependent", both, arc);
    this.arcHead = make("arcHead", both, arc);
    this.labelDependent = make("labelDependent", both, label);
    this.labelHead = make("labelHead", both, label);
    this.biases = [
      bias("arcDependent.bias", arc),
      bias("arcHead.bias", arc),
      bias("labelDependent.bias", label),
    ];
    this.arcs = make("arcs", arc, arc);
    this.arcBias = bias("arcs.bias", arc);
    this.distance = bias("distance", pad8(DISTANCES));
    this.labels = make("labels", label, pad8(sizes.labels));
    this.labelBias = bias("labels.bias", pad8(sizes.labels));
    this.#mark = kernel.mark();
  }

  /** All parameters but the table, whose rows are updated one by one. */
  parameters(): Parameter[] {
    const heads = [this.arcDependent, this.arcHead, this.labelDependent, this.labelHead, ...this.biases];
    const scores = [this.arcs, this.arcBias, this.distance, this.labels, this.labelBias];
    return [...this.layers.flat().flatMap((lstm) => lstm.parameters()), ...heads, ...scores];
  }

  /** Runs the batch there and back; gradients are added up, those of the table's rows by id.
   * @returns summed loss and the number of words */
  learn(
    batch: readonly Example[],
    tableValues: Float32Array,
    dropout: Dropout,
    random: Random,
    tableGradient: Map<number, Float32Array>,
  ) {
    const { kernel } = this;
    const { width, hidden, arc, label } = this.sizes;
    kernel.release(this.#mark);
    const sorted = [...batch].sort((a, b) => b.ids.length - a.ids.length);
    const longest = sorted[0]!.ids.length;
    const offsets = new Int32Array(longest);
    const counts = new Int32Array(longest);
    let rows = 0;
    for (let t = 0; t < longest; t++) {
      offsets[t] = rows;
      while (counts[t]! < sorted.length && sorted[counts[t]!]!.ids.length > t) counts[t]!++;
      rows += counts[t]!;
    }
    const steps: Steps = { rows, offsets, counts };
    // input
    const x = zeros(kernel, rows * width);
    const xv = kernel.view(x);
    const inputMask = new Float32Array(rows * width);
    const keep = 1 / (1 - dropout.input);
    sorted.forEach((example, b) => {
      example.ids.forEach((ids, t) => {
        const at = (offsets[t]! + b) * width;
        for (const id of ids)
          for (let k = 0, from = id * width; k < width; k++) xv[at + k]! += tableValues[from + k]!;
        for (let k = 0; k < width; k++) {
          inputMask[at + k] = dropout.input > 0 && random.next() < dropout.input ? 0 : keep;
          xv[at + k]! *= inputMask[at + k]!;
        }
      });
    });
    // layers
    const both = 2 * hidden;
    let below = x;
    const trail: { x: Block; runs: ReturnType<Lstm["run"]>[]; mask: Float32Array }[] = [];
    for (const layer of this.layers) {
      const runs = layer.map((lstm) => lstm.run(kernel, below, steps));
      const joined = kernel.take(rows * both);
      const masks = sorted.map(() =>
        Float32Array.from({ length: both }, () =>
          random.next() < dropout.layer ? 0 : 1 / (1 - dropout.layer),
        ),
      );
      const mask = new Float32Array(rows * both);
      const [f, r] = runs.map((run) => kernel.view(run.out)) as [Float32Array, Float32Array];
      const j = kernel.view(joined);
      for (let t = 0; t < longest; t++) {
        for (let b = 0; b < counts[t]!; b++) {
          const row = offsets[t]! + b;
          mask.set(masks[b]!, row * both);
          for (let k = 0; k < hidden; k++) {
            j[row * both + k] = f[row * hidden + k]! * mask[row * both + k]!;
            j[row * both + hidden + k] = r[row * hidden + k]! * mask[row * both + hidden + k]!;
          }
        }
      }
      trail.push({ x: below, runs, mask });
      below = joined;
    }
    // views of each word as dependent and as head
    const sides = [this.arcDependent, this.arcHead].map((parameter, i) => {
      const out = zeros(kernel, rows * arc);
      forward(kernel, below, rows, parameter, out);
      addRow(kernel.view(out), this.biases[i]!.value);
      const mask = new Float32Array(rows * arc);
      rectify(kernel.view(out), mask, dropout.head, random);
      return { out, mask, gradient: zeros(kernel, rows * arc) };
    });
    const [dependent, head] = sides as [(typeof sides)[0], (typeof sides)[0]];
    const mapped = zeros(kernel, rows * arc);
    forward(kernel, dependent.out, rows, this.arcs, mapped);
    addRow(kernel.view(mapped), this.arcBias.value);
    const dmapped = zeros(kernel, rows * arc);
    const labelD = zeros(kernel, rows * label);
    const labelH = zeros(kernel, rows * label);
    forward(kernel, below, rows, this.labelDependent, labelD);
    forward(kernel, below, rows, this.labelHead, labelH);
    addRow(kernel.view(labelD), this.biases[2]!.value);
    const pairs = kernel.take(rows * label);
    // arcs, sentence by sentence
    const m = kernel.view(mapped);
    const dm = kernel.view(dmapped);
    const h = kernel.view(head.out);
    const dh = kernel.view(head.gradient);
    const ld = kernel.view(labelD);
    const lh = kernel.view(labelH);
    const pv = kernel.view(pairs);
    const bias = this.distance.value;
    const dbias = kernel.view(this.distance.gradient);
    const scores = new Float32Array(longest);
    const headRow = new Int32Array(rows).fill(-1);
    let loss = 0;
    let words = 0;
    sorted.forEach((example, b) => {
      const n = example.ids.length;
      words += n - 1;
      for (let i = 1; i < n; i++) {
        const row = offsets[i]! + b;
        let top = Number.NEGATIVE_INFINITY;
        for (let j = 0; j < n; j++) {
          if (j === i) continue;
          const other = (offsets[j]! + b) * arc;
          let sum = bias[distanceBucket(i, j)]!;
          for (let k = 0, at = row * arc; k < arc; k++) sum += m[at + k]! * h[other + k]!;
          scores[j] = sum;
          if (sum > top) top = sum;
        }
        let total = 0;
        for (let j = 0; j < n; j++) if (j !== i) total += scores[j] = Math.exp(scores[j]! - top);
        const gold = example.heads[i - 1]!;
        loss -= example.weight * Math.log(scores[gold]! / total + 1e-12);
        for (let j = 0; j < n; j++) {
          if (j === i) continue;
          const d = (scores[j]! / total - (j === gold ? 1 : 0)) * example.weight;
          if (Math.abs(d) < 1e-5) continue;
          dbias[distanceBucket(i, j)]! += d;
          const other = (offsets[j]! + b) * arc;
          for (let k = 0, at = row * arc; k < arc; k++) {
            dm[at + k]! += d * h[other + k]!;
            dh[other + k]! += d * m[at + k]!;
          }
        }
        headRow[row] = offsets[gold]! + b;
      }
    });
    // labels, all words at once
    for (let row = 0; row < rows; row++) {
      const from = headRow[row]! < 0 ? 0 : headRow[row]!;
      for (let k = 0; k < label; k++) pv[row * label + k] = ld[row * label + k]! + lh[from * label + k]!;
    }
    const pairMask = new Float32Array(rows * label);
    rectify(pv, pairMask, dropout.head, random);
    const columns = this.labels.columns;
    const logits = zeros(kernel, rows * columns);
    forward(kernel, pairs, rows, this.labels, logits);
    addRow(kernel.view(logits), this.labelBias.value);
    const lv = kernel.view(logits);
    const count = this.sizes.labels;
    sorted.forEach((example, b) => {
      lv.fill(0, (offsets[0]! + b) * columns, (offsets[0]! + b + 1) * columns);
      for (let i = 1; i < example.ids.length; i++) {
        const at = (offsets[i]! + b) * columns;
        let top = Number.NEGATIVE_INFINITY;
        for (let c = 0; c < count; c++) top = Math.max(top, lv[at + c]!);
        let total = 0;
        for (let c = 0; c < count; c++) total += lv[at + c] = Math.exp(lv[at + c]! - top);
        const gold = example.labels[i - 1]!;
        loss -= example.weight * Math.log(lv[at + gold]! / total + 1e-12);
        for (let c = 0; c < count; c++)
          lv[at + c] = (lv[at + c]! / total - (c === gold ? 1 : 0)) * example.weight;
        lv.fill(0, at + count, at + columns);
      }
    });
    // and back
    sumRows(lv, kernel.view(this.labelBias.gradient));
    const dpairs = zeros(kernel, rows * label);
    backward(kernel, pairs, rows, this.labels, logits, dpairs);
    const dp = kernel.view(dpairs);
    const dlabelH = zeros(kernel, rows * label);
    const dlh = kernel.view(dlabelH);
    for (let row = 0; row < rows; row++) {
      for (let k = 0; k < label; k++) {
        const at = row * label + k;
        dp[at]! *= pairMask[at]!;
        if (headRow[row]! >= 0) dlh[headRow[row]! * label + k]! += dp[at]!;
      }
    }
    sumRows(dp, kernel.view(this.biases[2]!.gradient));
    let dbelow = zeros(kernel, rows * both);
    backward(kernel, below, rows, this.labelDependent, dpairs, dbelow);
    backward(kernel, below, rows, this.labelHead, dlabelH, dbelow);
    sumRows(dm, kernel.view(this.arcBias.gradient));
    backward(kernel, dependent.out, rows, this.arcs, dmapped, dependent.gradient);
    [dependent, head].forEach((side, i) => {
      const g = kernel.view(side.gradient);
      for (let k = 0; k < g.length; k++) g[k]! *= side.mask[k]!;
      sumRows(g, kernel.view(this.biases[i]!.gradient));
      backward(kernel, below, rows, i === 0 ? this.arcDependent : this.arcHead, side.gradient, dbelow);
    });
    for (let l = this.layers.length - 1; l >= 0; l--) {
      const { x: input, runs, mask } = trail[l]!;
      const d = kernel.view(dbelow);
      const dinput = zeros(kernel, rows * (l === 0 ? width : both));
      this.layers[l]!.forEach((lstm, side) => {
        const dout = kernel.take(rows * hidden);
        const o = kernel.view(dout);
        for (let row = 0; row < rows; row++) {
          for (let k = 0; k < hidden; k++) {
            const at = row * both + side * hidden + k;
            o[row * hidden + k] = d[at]! * mask[at]!;
          }
        }
        lstm.back(kernel, input, steps, runs[side]!, dout, dinput);
      });
      dbelow = dinput;
    }
    const dx = kernel.view(dbelow);
    sorted.forEach((example, b) => {
      example.ids.forEach((ids, t) => {
        const at = (offsets[t]! + b) * width;
        for (let k = 0; k < width; k++) dx[at + k]! *= inputMask[at + k]!;
        for (const id of ids) {
          let row = tableGradient.get(id);
          if (row === undefined) {
            row = new Float32Array(width);
            tableGradient.set(id, row);
          }
          for (let k = 0; k < width; k++) row[k]! += dx[at + k]!;
        }
      });
    });
    return { loss, words };
  }
}
