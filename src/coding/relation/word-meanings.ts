/**
 * What the words around a pair mean, as numbers: so that a verb that no training row
 * had counts like its neighbours in general text.
 *
 * In: feature names and vectors of words. Out: for each group of word features the
 * mean of its words' vectors, one group behind the other; zeros where none is known.
 * Frequent words count less (Arora, Liang and Ma 2017, in a simpler form).
 */
import type { WordVectors } from "../../knowledge/word-vectors.ts";

/** Starts of the names of features that hold a lemma (relation-features.ts). */
const GROUPS = [
  "top=",
  "topobj=",
  "path=",
  "rpath=",
  "apath=",
  "m=",
  "b=",
  "e=",
  "ahead=",
  "rhead=",
  "rw=",
  "aw=",
] as const;
/** Rank from which a word counts in full. */
const FULL = 300;

/** The means of the groups. */
export function meaningsOf(features: Iterable<string>, vectors: WordVectors): Float32Array {
  const { width, rank, rows, scale } = vectors;
  const sums = new Float32Array(GROUPS.length * width);
  const totals = new Float64Array(GROUPS.length);
  for (const feature of features) {
    const lemmaAt = feature.indexOf("=") + 1;
    const group = GROUPS.indexOf(feature.slice(0, lemmaAt) as (typeof GROUPS)[number]);
    const row = group < 0 ? undefined : rank.get(feature.slice(lemmaAt));
    if (row === undefined) continue;
    const weight = Math.min(1, (row + 1) / FULL);
    totals[group]! += weight;
    for (let k = 0; k < width; k++) sums[group * width + k]! += weight * rows[row * width + k]!;
  }
  for (let at = 0; at < sums.length; at++) {
    const total = totals[Math.trunc(at / width)]!;
    if (total > 0) sums[at]! *= scale / total;
  }
  return sums;
}
