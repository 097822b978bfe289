/**
 * One direction of an LSTM layer over a batch of sentences that lie time step
 * by time step in the rows of a matrix, longest sentence first, with its way
 * back (back-propagation through time).
 */
import { type Block, type Kernel, packPanels } from "../../../src/language/numeric/kernel.ts";
import { tanh } from "../../../src/language/numeric/smooth.ts";
import type { Random } from "../random.ts";
import { addRow, backward, forward, Parameter, sumRows, transposed, zeros } from "./tensors.ts";

/** Where the rows of each time step lie. */
export interface Steps {
  readonly rows: number;
  /** First row of each step. */
  readonly offsets: Int32Array;
  /** Sentences that are at least that long. */
  readonly counts: Int32Array;
}

export interface LstmRun {
  /** Activated gates i, f, o, g: rows by 4 H. */
  readonly gates: Block;
  readonly cells: Block;
  readonly out: Block;
}

export class Lstm {
  readonly hidden: number;
  readonly reverse: boolean;
  readonly input: Parameter;
  readonly recurrent: Parameter;
  readonly bias: Parameter;

  constructor(kernel: Kernel, name: string, width: number, hidden: number, reverse: boolean, random: Random) {
    this.hidden = hidden;
    this.reverse = reverse;
    this.input = new Parameter(kernel, `${name}.input`, width, 4 * hidden, random);
    this.recurrent = new Parameter(kernel, `${name}.recurrent`, hidden, 4 * hidden, random);
    this.bias = new Parameter(kernel, `${name}.bias`, 1, 4 * hidden, null);
    this.bias.value.fill(1, hidden, 2 * hidden);
  }

  parameters(): Parameter[] {
    return [this.input, this.recurrent, this.bias];
  }

  /** Steps in the order of this direction, each with the step before it (-1 where none). */
  #order(steps: Steps): [number, number][] {
    const n = steps.offsets.length;
    return Array.from({ length: n }, (_, i) =>
      this.reverse ? [n - 1 - i, i === 0 ? -1 : n - i] : [i, i - 1],
    );
  }

  run(kernel: Kernel, x: Block, steps: Steps): LstmRun {
    const h = this.hidden;
    const gates = zeros(kernel, steps.rows * 4 * h);
    const cells = kernel.take(steps.rows * h);
    const out = kernel.take(steps.rows * h);
    forward(kernel, x, steps.rows, this.input, gates);
    addRow(kernel.view(gates), this.bias.value);
    const nothing = zeros(kernel, h);
    for (const [t, before] of this.#order(steps)) {
      const row = steps.offsets[t]!;
      const count = steps.counts[t]!;
      const previous = before < 0 ? 0 : Math.min(count, steps.counts[before]!);
      const last = before < 0 ? 0 : steps.offsets[before]!;
      if (previous > 0) {
        kernel.multiply(
          out.at + last * h * 4,
          this.recurrent.packed.at,
          gates.at + row * 16 * h,
          previous,
          h,
          4 * h,
        );
      }
      for (let b = 0; b < count; b++) {
        const from = b < previous ? cells.at + (last + b) * h * 4 : nothing.at;
        const to = (row + b) * h * 4;
        kernel.trainingUnits(gates.at + to * 4, from, cells.at + to, out.at + to, h);
      }
    }
    return { gates, cells, out };
  }

  /** Adds to the gradients, and to `dx`, what `dout` (changed on the way) says. */
  back(kernel: Kernel, x: Block, steps: Steps, run: LstmRun, dout: Block, dx: Block): void {
    const h = this.hidden;
    const dgates = kernel.take(steps.rows * 4 * h);
    const before = zeros(kernel, steps.rows * h);
    const dcells = zeros(kernel, steps.rows * h);
    const g = kernel.view(run.gates);
    const c = kernel.view(run.cells);
    const y = kernel.view(run.out);
    const dy = kernel.view(dout);
    const dg = kernel.view(dgates);
    const dc = kernel.view(dcells);
    const hb = kernel.view(before);
    for (const [t, prior] of this.#order(steps).reverse()) {
      const row = steps.offsets[t]!;
      const count = steps.counts[t]!;
      const previous = prior < 0 ? 0 : Math.min(count, steps.counts[prior]!);
      const last = prior < 0 ? 0 : steps.offsets[prior]!;
      for (let b = 0; b < count; b++) {
        const at = (row + b) * 4 * h;
        const to = (row + b) * h;
        const from = (last + b) * h;
        const linked = b < previous;
        for (let k = 0; k < h; k++) {
          const i = g[at + k]!;
          const f = g[at + h + k]!;
          const o = g[at + 2 * h + k]!;
          const n = g[at + 3 * h + k]!;
          const squashed = tanh(c[to + k]!);
          const d = dy[to + k]!;
          const cell = dc[to + k]! + d * o * (1 - squashed * squashed);
          dg[at + k] = cell * n * i * (1 - i);
          dg[at + h + k] = linked ? cell * c[from + k]! * f * (1 - f) : 0;
          dg[at + 2 * h + k] = d * squashed * o * (1 - o);
          dg[at + 3 * h + k] = cell * i * (1 - n * n);
          if (linked) {
            dc[from + k] = cell * f;
            hb[to + k] = y[from + k]!;
          }
        }
      }
      if (previous > 0) {
        kernel.multiply(
          dgates.at + row * 16 * h,
          this.recurrent.packedTransposed.at,
          dout.at + last * h * 4,
          previous,
          4 * h,
          h,
        );
      }
    }
    sumRows(dg, kernel.view(this.bias.gradient));
    backward(kernel, x, steps.rows, this.input, dgates, dx);
    const mark = kernel.mark();
    const ht = transposed(kernel, before, steps.rows, h);
    const packed = kernel.take(steps.rows * 4 * h);
    packPanels(dg, steps.rows, 4 * h, kernel.view(packed));
    kernel.multiply(ht.at, packed.at, this.recurrent.gradient.at, h, steps.rows, 4 * h);
    kernel.release(mark);
  }
}
