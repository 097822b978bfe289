/**
 * Keys of the features by which the tagger judges one word: its form, ending,
 * shape and group, two words on each side, and the two tags before.
 */
import { key1, key2, key3 } from "../weights/hash.ts";
import type { WordFeatures } from "./word-features.ts";

/** Room for the keys of one word. */
export const MAX_TAG_FEATURES = 48;

/** Part that stands for a place before the first or after the last word. */
const OUTSIDE = 0x5bd1e995;

/** Writes the keys for word `i` and returns their number; `before1`, `before2` are the tags before it, -1 where none. */
export function tagFeatures(
  words: WordFeatures,
  i: number,
  before1: number,
  before2: number,
  keys: Uint32Array,
): number {
  const { lower, suffix2, suffix3, shape } = words;
  const n = words.count;
  const w0 = lower[i] as number;
  const w1 = i + 1 < n ? (lower[i + 1] as number) : OUTSIDE;
  const w2 = i + 2 < n ? (lower[i + 2] as number) : OUTSIDE;
  const v1 = i > 0 ? (lower[i - 1] as number) : OUTSIDE;
  const v2 = i > 1 ? (lower[i - 2] as number) : OUTSIDE;
  const s3 = suffix3[i] as number;
  const sh = shape[i] as number;
  const n3 = i + 1 < n ? (suffix3[i + 1] as number) : OUTSIDE;
  const p3 = i > 0 ? (suffix3[i - 1] as number) : OUTSIDE;
  const nsh = i + 1 < n ? (shape[i + 1] as number) : OUTSIDE;
  const psh = i > 0 ? (shape[i - 1] as number) : OUTSIDE;
  const tags = before1 * 256 + before2;
  let k = 0;
  keys[k++] = key1(1, 1);
  keys[k++] = key1(2, w0);
  keys[k++] = key1(3, words.exact[i] as number);
  keys[k++] = key1(4, words.suffix1[i] as number);
  keys[k++] = key1(5, suffix2[i] as number);
  keys[k++] = key1(6, s3);
  keys[k++] = key1(7, words.suffix4[i] as number);
  keys[k++] = key1(8, words.prefix2[i] as number);
  keys[k++] = key1(9, words.prefix3[i] as number);
  keys[k++] = key1(10, sh);
  keys[k++] = key2(11, sh, words.suffix2[i] as number);
  keys[k++] = key1(12, v1);
  keys[k++] = key1(13, w1);
  keys[k++] = key1(14, v2);
  keys[k++] = key1(15, w2);
  keys[k++] = key1(16, before1);
  keys[k++] = key1(17, tags);
  keys[k++] = key2(18, before1, w0);
  keys[k++] = key2(19, before1, s3);
  keys[k++] = key2(20, v1, w0);
  keys[k++] = key2(21, w0, w1);
  keys[k++] = key2(22, v1, w1);
  keys[k++] = key2(23, before1, w1);
  keys[k++] = key1(24, n3);
  keys[k++] = key1(25, p3);
  keys[k++] = key2(26, sh, nsh);
  keys[k++] = key2(27, sh, psh);
  keys[k++] = key2(28, before1, n3);
  keys[k++] = key2(29, before1, sh);
  keys[k++] = key2(30, s3, n3);
  keys[k++] = key3(31, before1, w0, w1);
  keys[k++] = key2(32, w1, w2);
  keys[k++] = key2(33, tags, w0);
  keys[k++] = key2(34, v2, v1);
  const g0 = words.group[i] as number;
  const g1 = i + 1 < n ? (words.group[i + 1] as number) : OUTSIDE;
  const h1 = i > 0 ? (words.group[i - 1] as number) : OUTSIDE;
  keys[k++] = key1(35, g0);
  keys[k++] = key1(36, g1);
  keys[k++] = key1(37, h1);
  keys[k++] = key2(38, g0, g1);
  keys[k++] = key2(39, h1, g0);
  keys[k++] = key2(40, before1, g0);
  keys[k++] = key2(41, before1, g1);
  keys[k++] = key2(42, g0, sh);
  keys[k++] = key3(43, h1, g0, g1);
  return k;
}
