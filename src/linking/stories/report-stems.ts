/** A worded report in, its word stems out, each once and by number: what its profile and the record's counts are made of. */

import type { WordedReport } from "../text/read-report.ts";
import type { KnownWord } from "../text/read-words.ts";

export interface ReportStems {
  /** Hashes of the stems, those of the title first, in order of the text. */
  readonly hashes: readonly number[];
  /** A word of each stem. */
  readonly words: readonly KnownWord[];
  /** Number of the stem of each word of the title and of the text. */
  readonly title: Uint32Array;
  readonly text: Uint32Array;
}

/** The stems of title and text. */
export function reportStems({ title, words }: WordedReport): ReportStems {
  const numbers = new Map<number, number>();
  const found: KnownWord[] = [];
  const numbered = (known: readonly KnownWord[]) => {
    const stems = new Uint32Array(known.length);
    for (let at = 0; at < known.length; at++) {
      const word = known[at]!;
      let number = numbers.get(word.stemHash);
      if (number === undefined) {
        number = found.push(word) - 1;
        numbers.set(word.stemHash, number);
      }
      stems[at] = number;
    }
    return stems;
  };
  const ofTitle = numbered(title.known);
  const ofText = numbered(words.known);
  return { hashes: found.map(({ stemHash }) => stemHash), words: found, title: ofTitle, text: ofText };
}
