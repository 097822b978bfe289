/**
 * The telling words of a report as a table of hashes: the cosine of one report
 * with many costs a few steps a word. Open addressing over flat arrays.
 */
import type { ProfileTerms } from "../types.ts";

export interface TermTable {
  readonly terms: ProfileTerms;
  readonly mask: number;
  /** Place of a term plus one; 0 where there is none. */
  readonly places: Uint16Array;
}

/** The terms as a table. */
export function termTable(terms: ProfileTerms): TermTable {
  const { hashes } = terms;
  let size = 16;
  while (size < hashes.length * 3) size *= 2;
  const mask = size - 1;
  const places = new Uint16Array(size);
  for (let at = 0; at < hashes.length; at++) {
    let place = hashes[at]! & mask;
    while (places[place] !== 0) place = (place + 1) & mask;
    places[place] = at + 1;
  }
  return { terms, mask, places };
}

/** Weight of the word; 0 where the table does not hold it. */
export function weightIn({ terms, mask, places }: TermTable, hash: number): number {
  for (let place = hash & mask; places[place] !== 0; place = (place + 1) & mask) {
    const at = places[place]! - 1;
    if (terms.hashes[at] === hash) return terms.weights[at]!;
  }
  return 0;
}

/** Sum of the products of weights of the words that both hold. */
export function dotProduct(table: TermTable, { hashes, weights }: ProfileTerms): number {
  const { mask, places } = table;
  const own = table.terms;
  let sum = 0;
  for (let n = 0; n < hashes.length; n++) {
    const hash = hashes[n]!;
    for (let place = hash & mask; places[place] !== 0; place = (place + 1) & mask) {
      const at = places[place]! - 1;
      if (own.hashes[at] !== hash) continue;
      sum += weights[n]! * own.weights[at]!;
      break;
    }
  }
  return sum;
}
