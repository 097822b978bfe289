/**
 * What each word alone says for and against the tags, added up once: as the
 * word itself, as the one before and the one after. Sums of whole numbers are
 * the same in any order, so tags do not depend on this. After Chen and Manning
 * (2014), who keep the products of common words.
 */
import { type FeatureWeights, FOUND_SIZE } from "../weights/feature-weights.ts";
import { afterKeys, beforeKeys, farKeys, MAX_TAG_FEATURES, ownKeys } from "./tag-features.ts";
import { SHAPE, type WordTable } from "./word-table.ts";

const FIRST_ROWS = 256;

export class WordSums {
  readonly #table: WordTable;
  readonly #weights: FeatureWeights;
  readonly #classes: number;
  readonly #keys = new Uint32Array(MAX_TAG_FEATURES);
  readonly #found = new Int32Array(MAX_TAG_FEATURES * FOUND_SIZE);
  /** Rows of the table that are added up. */
  #size = 0;
  /** For each row its sums as the word itself, before and after, one number a class each. */
  #sums: Int32Array;
  /** For each row where the weights of the word two before and two after lie. */
  #far: Int32Array;

  constructor(table: WordTable, weights: FeatureWeights, classes: number) {
    this.#table = table;
    this.#weights = weights;
    this.#classes = classes;
    this.#sums = new Int32Array(FIRST_ROWS * 3 * classes);
    this.#far = new Int32Array(FIRST_ROWS * 2 * FOUND_SIZE);
  }

  /** Forgets all rows; for when the table has. */
  clear(): void {
    this.#size = 0;
  }

  /** Adds up the rows that are new in the table. */
  update(): void {
    const { size } = this.#table;
    while (this.#far.length < size * 2 * FOUND_SIZE) {
      this.#far = grown(this.#far);
      this.#sums = grown(this.#sums);
    }
    for (; this.#size < size; this.#size++) this.#addUp(this.#size);
  }

  /** Puts the sums of the word itself, without notes on its shape, into `scores`. */
  setOwn(row: number, scores: Int32Array): void {
    const from = row * 3 * this.#classes;
    for (let c = 0; c < this.#classes; c++) scores[c] = this.#sums[from + c] as number;
  }

  /** Adds the sums of the words on both sides, and the weights of those beyond. */
  addAround(before: number, after: number, farBefore: number, farAfter: number, scores: Int32Array): void {
    const sums = this.#sums;
    const classes = this.#classes;
    const left = (before * 3 + 1) * classes;
    const right = (after * 3 + 2) * classes;
    for (let c = 0; c < classes; c++)
      scores[c] = (scores[c] as number) + (sums[left + c] as number) + (sums[right + c] as number);
    this.#weights.add(this.#far, farBefore * 2 * FOUND_SIZE, 1, scores);
    this.#weights.add(this.#far, (farAfter * 2 + 1) * FOUND_SIZE, 1, scores);
  }

  #addUp(row: number): void {
    const table = this.#table;
    const keys = this.#keys;
    const from = row * 3 * this.#classes;
    this.#sums.fill(0, from, from + 3 * this.#classes);
    this.#add(ownKeys(table, row, table.cell(row, SHAPE), keys, 0), from);
    this.#add(beforeKeys(table, row, keys, 0), from + this.#classes);
    this.#add(afterKeys(table, row, keys, 0), from + 2 * this.#classes);
    this.#weights.find(keys, farKeys(table, row, row, keys, 0), this.#far, row * 2 * FOUND_SIZE);
  }

  #add(count: number, from: number): void {
    this.#weights.find(this.#keys, count, this.#found);
    this.#weights.add(this.#found, 0, count, this.#sums, from);
  }
}

function grown(numbers: Int32Array): Int32Array {
  const more = new Int32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}
