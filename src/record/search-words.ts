/**
 * The words of a text as the search and the look-up of names see them: lower
 * case, accents taken off, parted at everything that is no letter or digit.
 * Both databases are given these, so that they answer alike.
 */

/** A tsvector holds 1 MB at most; what stands behind this many words of one text is not searched. */
const WORDS_KEPT = 40_000;
const WORD_LENGTH_KEPT = 64;

/** The words, in order. */
export function searchWords(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, WORDS_KEPT).map((word) => word.slice(0, WORD_LENGTH_KEPT).toWellFormed());
}

/** The words of a query: each must occur; words between double quotes must follow each other. */
export function searchPhrases(query: string): string[][] {
  const phrases: string[][] = [];
  for (const [part, quoted] of query.matchAll(/"([^"]*)"|[^"]+/g)) {
    if (quoted !== undefined) phrases.push(searchWords(quoted));
    else for (const word of searchWords(part)) phrases.push([word]);
  }
  return phrases.filter((phrase) => phrase.length > 0).slice(0, 32);
}
