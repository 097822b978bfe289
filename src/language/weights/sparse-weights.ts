/**
 * Weights of a linear model over hashed features: a key of 32 bits leads to the
 * classes that it speaks for or against. Open addressing, read in place.
 */
import type { ModelFile } from "../../knowledge/model-file.ts";

export class SparseWeights {
  readonly #keys: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #classes: Uint8Array;
  readonly #values: Int16Array;
  readonly #mask: number;

  constructor(model: ModelFile) {
    this.#keys = model.arrays.keys as Uint32Array;
    this.#starts = model.arrays.starts as Uint32Array;
    this.#classes = model.arrays.classes as Uint8Array;
    this.#values = model.arrays.values as Int16Array;
    this.#mask = this.#keys.length - 1;
  }

  /** Adds the weights of a feature to the scores of the classes. */
  add(key: number, scores: Int32Array): void {
    const keys = this.#keys;
    const wanted = key === 0 ? 1 : key;
    let slot = wanted & this.#mask;
    for (;;) {
      const found = keys[slot] as number;
      if (found === wanted) break;
      if (found === 0) return;
      slot = (slot + 1) & this.#mask;
    }
    const end = this.#starts[slot + 1] as number;
    for (let i = this.#starts[slot] as number; i < end; i++) {
      const index = this.#classes[i] as number;
      scores[index] = (scores[index] as number) + (this.#values[i] as number);
    }
  }
}
