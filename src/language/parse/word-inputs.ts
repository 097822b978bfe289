/**
 * What the parser's network reads of words: the sum of the rows of its table for
 * the names of each word. The sum without the tag is kept for forms that come
 * again, for it is made of six rows and the names alone cost more than the sum.
 */
import { ownCopy } from "../../base/own-copy.ts";
import type { ModelFile } from "../../knowledge/model-file.ts";
import { isHeadline } from "../tag/word-table.ts";
import type { NetworkSizes } from "./network-sizes.ts";
import { formKeys, ROOT_KEY, shapeKey, tagKey, UNKNOWN_WORD } from "./word-keys.ts";

/** A word with its tags. */
export interface TaggedWord {
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
}

/** Forms whose sums are kept, half a kilobyte each; beyond them all are forgotten. */
const MAX_SUMS = 8192;
/** Kinds of places: first or not, in a headline or not. */
const FIRST = 1;
const HEADLINE = 2;

export class WordInputs {
  readonly #vocabulary: ReadonlyMap<string, number>;
  readonly #width: number;
  readonly #rows: Int8Array;
  readonly #scales: Float32Array;
  readonly #unknown: number;
  /** Row of the root, the one place without a word. */
  readonly #root: number;
  /** Row of each tag, by its two halves; -1 where there is none. */
  readonly #tags = new Map<string, Map<string, number>>();
  /** For each kind of place the number of the sum of each form. */
  readonly #numbers = [0, 1, 2, 3].map(() => new Map<string, number>());
  #sums: Float32Array;
  #size = 0;
  readonly #maxSums: number;

  /** @param maxSums forms of which it keeps sums (default: MAX_SUMS) */
  constructor(model: ModelFile, maxSums = MAX_SUMS) {
    this.#maxSums = maxSums;
    const keys = model.meta.keys as readonly string[];
    this.#vocabulary = new Map(keys.map((key, i) => [key, i]));
    this.#width = (model.meta.sizes as NetworkSizes).width;
    this.#rows = model.arrays.table as Int8Array;
    this.#scales = model.arrays.scales as Float32Array;
    this.#unknown = this.#vocabulary.get(UNKNOWN_WORD) as number;
    this.#root = this.#vocabulary.get(ROOT_KEY) as number;
    this.#sums = new Float32Array(256 * this.#width);
  }

  /** Writes the root and the words of a sentence into `x`, one row each. */
  write(words: readonly TaggedWord[], x: Float32Array): void {
    const width = this.#width;
    x.fill(0, 0, width);
    this.#add(this.#root, x, 0);
    const headline = isHeadline(words.map(({ form }) => form)) ? HEADLINE : 0;
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as TaggedWord;
      const to = (i + 1) * width;
      const from = this.#sum(word.form, headline | (i === 0 ? FIRST : 0)) * width;
      const sums = this.#sums;
      for (let k = 0; k < width; k++) x[to + k] = sums[from + k] as number;
      const tag = this.#tag(word);
      if (tag >= 0) this.#add(tag, x, to);
    }
  }

  /** Adds a row of the table to the numbers of `x` from `to` on. */
  #add(row: number, x: Float32Array, to: number): void {
    const width = this.#width;
    const rows = this.#rows;
    const scale = this.#scales[row] as number;
    const from = row * width;
    for (let k = 0; k < width; k++) x[to + k] = (x[to + k] as number) + scale * (rows[from + k] as number);
  }

  #tag({ upos, xpos }: TaggedWord): number {
    let rows = this.#tags.get(xpos);
    if (rows === undefined) {
      rows = new Map();
      this.#tags.set(xpos, rows);
    }
    let row = rows.get(upos);
    if (row === undefined) {
      row = this.#vocabulary.get(tagKey(`${upos} ${xpos}`)) ?? -1;
      rows.set(upos, row);
    }
    return row;
  }

  /** Number of the sum of a form in a kind of place. */
  #sum(form: string, place: number): number {
    const known = (this.#numbers[place] as Map<string, number>).get(form);
    if (known !== undefined) return known;
    if (this.#size >= this.#maxSums) {
      for (const numbers of this.#numbers) numbers.clear();
      this.#size = 0;
    }
    const number = this.#size++;
    (this.#numbers[place] as Map<string, number>).set(ownCopy(form), number);
    const to = number * this.#width;
    if (to >= this.#sums.length) {
      const more = new Float32Array(2 * this.#sums.length);
      more.set(this.#sums);
      this.#sums = more;
    }
    this.#sums.fill(0, to, to + this.#width);
    const keys = formKeys(form);
    keys.push(shapeKey(form, (place & FIRST) !== 0, (place & HEADLINE) !== 0));
    for (let k = 0; k < keys.length; k++) {
      const row = this.#vocabulary.get(keys[k] as string) ?? (k === 0 ? this.#unknown : -1);
      if (row >= 0) this.#add(row, this.#sums, to);
    }
    return number;
  }
}
