/**
 * Keys of the features by which the parser chooses its next action: words,
 * tags and labels around the top of the stack and the next words, after Zhang
 * and Nivre (2011).
 */
import { key2, key3 } from "../weights/hash.ts";
import type { ParseState } from "./arc-hybrid.ts";

export const MAX_PARSE_FEATURES = 72;
const NONE = 0x1b873593;

/** Hashes of the words of a sentence and their tags, with those of "no word" at the end. */
export interface ParseInput {
  readonly words: Uint32Array;
  readonly upos: Uint32Array;
  readonly xpos: Uint32Array;
}

const bucket = (d: number) => (d > 10 ? 10 : d > 6 ? 7 : d);

/** Writes the keys for the state and returns their number. */
export function parseFeatures(state: ParseState, input: ParseInput, keys: Uint32Array): number {
  const n = state.size;
  const { words, upos, xpos } = input;
  const s0 = state.stackAt(0);
  const s1 = state.stackAt(1);
  const s2 = state.stackAt(2);
  const b0 = state.next;
  const b1 = b0 + 1 <= n ? b0 + 1 : -1;
  const b2 = b0 + 2 <= n ? b0 + 2 : -1;
  const w = (i: number) => (i < 0 ? NONE : (words[i] as number));
  const t = (i: number) => (i < 0 ? NONE : (xpos[i] as number));
  const u = (i: number) => (i < 0 ? NONE : (upos[i] as number));
  const l = (i: number) => (i < 0 ? NONE : (state.labels[i] as number) + 2);
  const left = (i: number) => (i < 0 ? -1 : (state.leftmost[i] as number));
  const right = (i: number) => (i < 0 ? -1 : (state.rightmost[i] as number));
  const s0l = left(s0);
  const s0r = right(s0);
  const s1l = left(s1);
  const s1r = right(s1);
  const b0l = left(b0);
  const s0w = w(s0);
  const s1w = w(s1);
  const b0w = w(b0);
  const s0t = t(s0);
  const s1t = t(s1);
  const b0t = t(b0);
  const b1t = t(b1);
  const s0u = u(s0);
  const s1u = u(s1);
  const b0u = u(b0);
  const d0 = s0 < 0 ? 0 : bucket(b0 - s0);
  const d1 = s1 < 0 ? 0 : bucket(s0 - s1);
  const v0 = s0 < 0 ? 0 : Math.min(5, state.valency[s0] as number);
  const v1 = s1 < 0 ? 0 : Math.min(5, state.valency[s1] as number);
  const vb = Math.min(5, state.valency[b0] as number);
  let k = 0;
  keys[k++] = key2(1, s0w, s0t);
  keys[k++] = key2(2, s1w, s1t);
  keys[k++] = key2(3, b0w, b0t);
  keys[k++] = key2(4, w(b1), b1t);
  keys[k++] = key2(5, w(s2), t(s2));
  keys[k++] = key2(6, s0t, b0t);
  keys[k++] = key2(7, s0t, s1t);
  keys[k++] = key2(8, s0w, b0w);
  keys[k++] = key2(9, s0w, s1w);
  keys[k++] = key2(10, s0w, b0t);
  keys[k++] = key2(11, s0t, b0w);
  keys[k++] = key2(12, s0w, s1t);
  keys[k++] = key2(13, s0t, s1w);
  keys[k++] = key3(14, s0t, b0t, b1t);
  keys[k++] = key3(15, s1t, s0t, b0t);
  keys[k++] = key3(16, t(s2), s1t, s0t);
  keys[k++] = key3(17, b0t, b1t, t(b2));
  keys[k++] = key3(18, s0t, t(s0l), b0t);
  keys[k++] = key3(19, s0t, t(s0r), b0t);
  keys[k++] = key3(20, s1t, t(s1r), s0t);
  keys[k++] = key3(21, s1t, t(s1l), s0t);
  keys[k++] = key3(22, s0t, b0t, t(b0l));
  keys[k++] = key3(23, s0t, s1t, t(s0l));
  keys[k++] = key3(24, s0w, b0t, d0);
  keys[k++] = key3(25, s0t, b0w, d0);
  keys[k++] = key3(26, s0t, b0t, d0);
  keys[k++] = key3(27, s1t, s0t, d1);
  keys[k++] = key3(28, s1w, s0t, d1);
  keys[k++] = key3(29, s0t, s1t, v1);
  keys[k++] = key3(30, s0t, b0t, v0);
  keys[k++] = key3(31, s0w, v0, 0);
  keys[k++] = key3(32, s1w, v1, 0);
  keys[k++] = key3(33, b0w, vb, 0);
  keys[k++] = key3(34, s0w, l(s0l), l(s0r));
  keys[k++] = key3(35, s1w, l(s1l), l(s1r));
  keys[k++] = key3(36, s0u, l(s0l), b0u);
  keys[k++] = key3(37, s1u, l(s1r), s0u);
  keys[k++] = key3(38, b0w, l(b0l), 0);
  keys[k++] = key2(39, w(s0r), s0w);
  keys[k++] = key2(40, w(s1r), s0w);
  keys[k++] = key2(41, w(s0l), s0w);
  keys[k++] = key3(42, w(b1), s0t, b0t);
  keys[k++] = key3(43, s1u, s0u, b0u);
  keys[k++] = key3(44, s0u, l(s0r), b0w);
  keys[k++] = key3(45, b0u, s0u, w(s0l));
  keys[k++] = key3(46, s1w, s0t, b0t);
  keys[k++] = key3(47, s1t, s0w, b0t);
  keys[k++] = key3(48, s1t, s0t, b0w);
  keys[k++] = key3(49, s0u, s1u, w(s0l));
  keys[k++] = key3(50, b0t, b1t, s0w);
  return k;
}
