/**
 * Keys of the features by which the tagger judges one word: its form, ending,
 * shape and group, two words on each side, and the two tags before. In groups
 * by what they look at, so that what depends on one word alone is added up once
 * for each word (word-sums.ts). Each function writes its keys from place `k` on
 * and returns the place behind them.
 */
import { key1, key2, key3 } from "../weights/hash.ts";
import {
  EXACT,
  GROUP,
  LOWER,
  MARGIN,
  PREFIX2,
  PREFIX3,
  type SentenceWords,
  SUFFIX1,
  SUFFIX2,
  SUFFIX3,
  SUFFIX4,
  type WordTable,
} from "./word-table.ts";

/** Room for the keys of one word. */
export const MAX_TAG_FEATURES = 48;

/** The word itself, with its shape in the sentence. */
export function ownKeys(table: WordTable, row: number, shape: number, keys: Uint32Array, k: number): number {
  const suffix2 = table.cell(row, SUFFIX2);
  const group = table.cell(row, GROUP);
  keys[k++] = key1(1, 1);
  keys[k++] = key1(2, table.cell(row, LOWER));
  keys[k++] = key1(3, table.cell(row, EXACT));
  keys[k++] = key1(4, table.cell(row, SUFFIX1));
  keys[k++] = key1(5, suffix2);
  keys[k++] = key1(6, table.cell(row, SUFFIX3));
  keys[k++] = key1(7, table.cell(row, SUFFIX4));
  keys[k++] = key1(8, table.cell(row, PREFIX2));
  keys[k++] = key1(9, table.cell(row, PREFIX3));
  keys[k++] = key1(10, shape);
  keys[k++] = key2(11, shape, suffix2);
  keys[k++] = key1(35, group);
  keys[k++] = key2(42, group, shape);
  return k;
}

/** The word before. */
export function beforeKeys(table: WordTable, row: number, keys: Uint32Array, k: number): number {
  keys[k++] = key1(12, table.cell(row, LOWER));
  keys[k++] = key1(25, table.cell(row, SUFFIX3));
  keys[k++] = key1(37, table.cell(row, GROUP));
  return k;
}

/** The word after. */
export function afterKeys(table: WordTable, row: number, keys: Uint32Array, k: number): number {
  keys[k++] = key1(13, table.cell(row, LOWER));
  keys[k++] = key1(24, table.cell(row, SUFFIX3));
  keys[k++] = key1(36, table.cell(row, GROUP));
  return k;
}

/** As the word two before, and as the word two after. */
export function farKeys(
  table: WordTable,
  before: number,
  after: number,
  keys: Uint32Array,
  k: number,
): number {
  keys[k++] = key1(14, table.cell(before, LOWER));
  keys[k++] = key1(15, table.cell(after, LOWER));
  return k;
}

/** Keys that `pairKeys` writes. */
export const PAIR_KEYS = 11;

/** Word `i` with its neighbours. */
export function pairKeys(
  table: WordTable,
  words: SentenceWords,
  i: number,
  keys: Uint32Array,
  k: number,
): number {
  const { rows, shapes } = words;
  const at = i + MARGIN;
  const row = rows[at] as number;
  const after = rows[at + 1] as number;
  const before = rows[at - 1] as number;
  const shape = shapes[at] as number;
  const w0 = table.cell(row, LOWER);
  const w1 = table.cell(after, LOWER);
  const v1 = table.cell(before, LOWER);
  const g0 = table.cell(row, GROUP);
  const g1 = table.cell(after, GROUP);
  const h1 = table.cell(before, GROUP);
  keys[k++] = key2(20, v1, w0);
  keys[k++] = key2(21, w0, w1);
  keys[k++] = key2(22, v1, w1);
  keys[k++] = key2(26, shape, shapes[at + 1] as number);
  keys[k++] = key2(27, shape, shapes[at - 1] as number);
  keys[k++] = key2(30, table.cell(row, SUFFIX3), table.cell(after, SUFFIX3));
  keys[k++] = key2(32, w1, table.cell(rows[at + 2] as number, LOWER));
  keys[k++] = key2(34, table.cell(rows[at - 2] as number, LOWER), v1);
  keys[k++] = key2(38, g0, g1);
  keys[k++] = key2(39, h1, g0);
  keys[k++] = key3(43, h1, g0, g1);
  return k;
}

/** Word `i` with the tags before it, -1 where there is none. */
export function tagKeys(
  table: WordTable,
  words: SentenceWords,
  i: number,
  before1: number,
  before2: number,
  keys: Uint32Array,
  k: number,
): number {
  const { rows, shapes } = words;
  const at = i + MARGIN;
  const row = rows[at] as number;
  const after = rows[at + 1] as number;
  const w0 = table.cell(row, LOWER);
  const w1 = table.cell(after, LOWER);
  const tags = before1 * 256 + before2;
  keys[k++] = key1(16, before1);
  keys[k++] = key1(17, tags);
  keys[k++] = key2(18, before1, w0);
  keys[k++] = key2(19, before1, table.cell(row, SUFFIX3));
  keys[k++] = key2(23, before1, w1);
  keys[k++] = key2(28, before1, table.cell(after, SUFFIX3));
  keys[k++] = key2(29, before1, shapes[at] as number);
  keys[k++] = key3(31, before1, w0, w1);
  keys[k++] = key2(33, tags, w0);
  keys[k++] = key2(40, before1, table.cell(row, GROUP));
  keys[k++] = key2(41, before1, table.cell(after, GROUP));
  return k;
}

/** Writes all keys for word `i` and returns their number, as training wants them. */
export function tagFeatures(
  table: WordTable,
  words: SentenceWords,
  i: number,
  before1: number,
  before2: number,
  keys: Uint32Array,
): number {
  const { rows, shapes } = words;
  const at = i + MARGIN;
  let k = ownKeys(table, rows[at] as number, shapes[at] as number, keys, 0);
  k = beforeKeys(table, rows[at - 1] as number, keys, k);
  k = afterKeys(table, rows[at + 1] as number, keys, k);
  k = farKeys(table, rows[at - 2] as number, rows[at + 2] as number, keys, k);
  k = pairKeys(table, words, i, keys, k);
  return tagKeys(table, words, i, before1, before2, keys, k);
}
