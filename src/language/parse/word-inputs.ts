/**
 * What the parser's network reads of words: the sum of the rows of its table for
 * the names of each word. The sum without the tag is kept for forms that come
 * again, for it is made of six rows and the names alone cost more than the sum.
 */
import { ownCopy } from "../../base/own-copy.ts";
import type { ModelFile } from "../../knowledge/model-file.ts";
import { isHeadline } from "../tag/word-table.ts";
import type { NetworkSizes } from "./network-sizes.ts";
import { FORM_KINDS, formParts, ROOT_KEY, shapeKey, tagKey, UNKNOWN_WORD } from "./word-keys.ts";

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
  /** Rows of the names of forms, by what is behind their kind: names need not be put together to be looked up. */
  readonly #formRows: readonly ReadonlyMap<string, number>[];
  /** Rows of all other names. */
  readonly #otherRows: ReadonlyMap<string, number>;
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
    const formRows = FORM_KINDS.map(() => new Map<string, number>());
    const otherRows = new Map<string, number>();
    keys.forEach((key, row) => {
      const rows = formRows[FORM_KINDS.findIndex((kind) => key.startsWith(kind))];
      if (rows === undefined) otherRows.set(key, row);
      else rows.set(ownCopy(key.slice(2)), row);
    });
    this.#formRows = formRows;
    this.#otherRows = otherRows;
    this.#width = (model.meta.sizes as NetworkSizes).width;
    this.#rows = model.arrays.table as Int8Array;
    this.#scales = model.arrays.scales as Float32Array;
    this.#unknown = keys.indexOf(UNKNOWN_WORD);
    this.#root = keys.indexOf(ROOT_KEY);
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
      row = this.#otherRows.get(tagKey(`${upos} ${xpos}`)) ?? -1;
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
    const parts = formParts(form);
    for (let kind = 0; kind < parts.length; kind++) {
      const row = this.#formRows[kind]?.get(parts[kind] as string) ?? (kind === 0 ? this.#unknown : -1);
      if (row >= 0) this.#add(row, this.#sums, to);
    }
    const shape = shapeKey(form, (place & FIRST) !== 0, (place & HEADLINE) !== 0);
    const row = this.#otherRows.get(shape);
    if (row !== undefined) this.#add(row, this.#sums, to);
    return number;
  }
}
