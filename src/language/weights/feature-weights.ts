/**
 * Weights of a linear model over hashed features: a key of 32 bits leads to the
 * classes that it speaks for or against. Stored as one list of keys with the
 * number of their classes; the hash table over them is made when it is loaded.
 */
import type { ModelFile } from "../../knowledge/model-file.ts";

export class FeatureWeights {
  /** Key and first entry of each slot, side by side. */
  readonly #slots: Uint32Array;
  readonly #counts: Uint8Array;
  readonly #classes: Uint8Array;
  readonly #values: Int16Array;
  readonly #mask: number;

  constructor(model: ModelFile) {
    const keys = model.arrays.keys as Uint32Array;
    const counts = model.arrays.counts as Uint8Array;
    this.#classes = model.arrays.classes as Uint8Array;
    this.#values = model.arrays.values as Int16Array;
    let size = 1;
    while (size < keys.length * 1.7) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Uint32Array(2 * size);
    this.#counts = new Uint8Array(size);
    let first = 0;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      let slot = key & this.#mask;
      while (this.#slots[2 * slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[2 * slot] = key;
      this.#slots[2 * slot + 1] = first;
      this.#counts[slot] = counts[i] as number;
      first += counts[i] as number;
    }
  }

  /** Adds the weights of a feature to the scores of the classes. */
  add(key: number, scores: Int32Array): void {
    const slots = this.#slots;
    const wanted = key === 0 ? 1 : key;
    let slot = wanted & this.#mask;
    for (;;) {
      const found = slots[2 * slot] as number;
      if (found === wanted) break;
      if (found === 0) return;
      slot = (slot + 1) & this.#mask;
    }
    const start = slots[2 * slot + 1] as number;
    const end = start + (this.#counts[slot] as number);
    for (let i = start; i < end; i++) {
      const index = this.#classes[i] as number;
      scores[index] = (scores[index] as number) + (this.#values[i] as number);
    }
  }
}
