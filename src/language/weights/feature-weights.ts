/**
 * Weights of a linear model over hashed features: a key of 32 bits leads to the
 * classes that it speaks for or against. Stored as one list of keys with the
 * number of their classes; the hash table over them is made when it is loaded.
 *
 * Nearly all the time goes to waiting for memory. So a slot holds no key but a
 * few bits of it, what is sought often lies together, and features are sought
 * many at once, so that no search waits for the one before.
 */
import type { ModelFile } from "../../knowledge/model-file.ts";

/** Bits of a slot that hold the place; those above repeat the highest bits of the key. */
const PLACE_BITS = 22;
const PLACE_MASK = 2 ** PLACE_BITS - 1;
const CHECK_MASK = ~PLACE_MASK;

/** Numbers that `find` writes for each feature: where its weights begin and end. */
export const FOUND_SIZE = 2;

export class FeatureWeights {
  /** Place of the feature in each slot, with bits of its key; 0 where there is none. */
  readonly #slots: Int32Array;
  /** At a feature's place its key and the number of its classes, then for each its weight times 256 plus the class. */
  readonly #entries: Int32Array;
  readonly #mask: number;

  constructor(model: ModelFile) {
    const keys = model.arrays.keys as Uint32Array;
    const counts = model.arrays.counts as Uint8Array;
    const classes = model.arrays.classes as Uint8Array;
    const values = model.arrays.values as Int16Array;
    let size = 1;
    while (size < keys.length * 1.7) size *= 2;
    const mask = size - 1;
    const slots = new Int32Array(size);
    const entries = new Int32Array(1 + 2 * keys.length + classes.length);
    if (entries.length > PLACE_MASK) throw new RangeError("more weights than places");
    const places = placesByCount(counts);
    let first = 0;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      const count = counts[i] as number;
      let place = places[count] as number;
      places[count] = place + 2 + count;
      let slot = key & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = (key & CHECK_MASK) | place;
      entries[place++] = key;
      entries[place++] = count;
      for (const end = first + count; first < end; first++)
        entries[place++] = (values[first] as number) * 256 + (classes[first] as number);
    }
    this.#mask = mask;
    this.#slots = slots;
    this.#entries = entries;
  }

  /** Writes from `from` on where the weights of each feature begin and end, for `addFrom`. */
  find(keys: Uint32Array, count: number, found: Int32Array, from = 0): void {
    const slots = this.#slots;
    const entries = this.#entries;
    const mask = this.#mask;
    for (let f = 0; f < count; f++) {
      const key = (keys[f] as number) === 0 ? 1 : (keys[f] as number) | 0;
      let slot = key & mask;
      let begin = 0;
      let end = 0;
      for (let held = slots[slot] as number; held !== 0; held = slots[slot] as number) {
        const place = held & PLACE_MASK;
        if (((held ^ key) & CHECK_MASK) === 0 && entries[place] === key) {
          begin = place + 2;
          end = begin + (entries[place + 1] as number);
          break;
        }
        slot = (slot + 1) & mask;
      }
      found[from + FOUND_SIZE * f] = begin;
      found[from + FOUND_SIZE * f + 1] = end;
    }
  }

  /** Adds the weights of `count` features, found from `from` on, to the scores of the classes that begin at `to`. */
  add(found: Int32Array, from: number, count: number, scores: Int32Array, to = 0): void {
    const entries = this.#entries;
    for (let f = from; f < from + FOUND_SIZE * count; f += FOUND_SIZE) {
      const end = found[f + 1] as number;
      for (let at = found[f] as number; at < end; at++) {
        const entry = entries[at] as number;
        const index = to + (entry & 255);
        scores[index] = (scores[index] as number) + (entry >> 8);
      }
    }
  }
}

/** Where the features of each number of classes begin: those with many first, for they are sought most. */
function placesByCount(counts: Uint8Array): Int32Array {
  const sizes = new Int32Array(256);
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] as number;
    sizes[count] = (sizes[count] as number) + 2 + count;
  }
  const places = new Int32Array(256);
  let place = 1;
  for (let count = 255; count >= 0; count--) {
    places[count] = place;
    place += sizes[count] as number;
  }
  return places;
}
