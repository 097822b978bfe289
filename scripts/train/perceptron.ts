/**
 * Averaged perceptron over hashed features (Collins 2002): scores, updates, and
 * the averaged weights packed for src/language/weights/feature-weights.ts.
 */
import type { WeightArray } from "../../src/knowledge/model-file.ts";

export class Perceptron {
  readonly classes: number;
  readonly rows = new Map<number, Float32Array>();
  step = 1;

  constructor(classes: number) {
    this.classes = classes;
  }

  /** Adds the present weights of the features to `scores`. */
  score(keys: Uint32Array, count: number, scores: Float64Array): void {
    const n = this.classes;
    for (let f = 0; f < count; f++) {
      const row = this.rows.get(keys[f]!);
      if (row === undefined) continue;
      for (let c = 0; c < n; c++) scores[c] = scores[c]! + row[c]!;
    }
  }

  /** Moves the weights of the features from class `wrong` to class `right`. */
  update(keys: Uint32Array, count: number, right: number, wrong: number): void {
    const n = this.classes;
    for (let f = 0; f < count; f++) {
      const key = keys[f]!;
      let row = this.rows.get(key);
      if (row === undefined) {
        row = new Float32Array(2 * n);
        this.rows.set(key, row);
      }
      row[right]! += 1;
      row[n + right]! += this.step;
      row[wrong]! -= 1;
      row[n + wrong]! -= this.step;
    }
  }

  /** Averaged weights in the layout of FeatureWeights, those below `floor` (in units of one update) left out. */
  pack(floor: number): Record<string, WeightArray> {
    const n = this.classes;
    let largest = 0;
    const kept: [number, number[], number[]][] = [];
    for (const [key, row] of this.rows) {
      const classes: number[] = [];
      const values: number[] = [];
      for (let c = 0; c < n; c++) {
        const value = row[c]! - row[n + c]! / this.step;
        if (Math.abs(value) < floor) continue;
        classes.push(c);
        values.push(value);
        largest = Math.max(largest, Math.abs(value));
      }
      if (classes.length === 0) continue;
      kept.push([key === 0 ? 1 : key, classes, values]);
    }
    kept.sort((a, b) => a[0] - b[0]);
    const scale = Math.min(1000, 32000 / largest);
    const keys = Uint32Array.from(kept, ([key]) => key);
    const counts = Uint8Array.from(kept, ([, classes]) => classes.length);
    const classes = Uint8Array.from(kept.flatMap(([, classes]) => classes));
    const values = Int16Array.from(
      kept.flatMap(([, , values]) => values.map((value) => Math.round(value * scale))),
    );
    return { keys, counts, classes, values };
  }
}
