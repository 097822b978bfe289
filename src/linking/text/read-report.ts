/** A report in, its words with the bounds of its sentences out: what all steps of linking start from. */
import type { Span } from "../../base/types.ts";
import type { LinkReport } from "../types.ts";
import { hashPair } from "./hash.ts";
import type { ReadWords, Word } from "./read-words.ts";
import { splitSentences } from "./split-sentences.ts";

/** A sentence with its words `[first, last)`. */
export interface WordedSentence extends Span {
  readonly first: number;
  readonly last: number;
}

export interface WordedReport {
  readonly report: LinkReport;
  readonly title: readonly Word[];
  readonly words: readonly Word[];
  readonly sentences: readonly WordedSentence[];
  /** Hashes of the words. */
  readonly hashes: Uint32Array;
  /** Hash of the run of three words that begins at each. */
  readonly runs: Uint32Array;
}

/** The words and sentences of a report's text. */
export function readReport(report: LinkReport, readWords: ReadWords): WordedReport {
  const words = readWords(report.text);
  const spans = report.sentences ?? splitSentences(report.text);
  const sentences: WordedSentence[] = [];
  let first = 0;
  for (const { start, end } of spans) {
    while (first < words.length && words[first]!.start < start) first++;
    let last = first;
    while (last < words.length && words[last]!.start < end) last++;
    sentences.push(...pieces({ start, end, first, last }, words));
    first = last;
  }
  const hashes = Uint32Array.from(words, (word) => word.hash);
  const runs = new Uint32Array(Math.max(0, words.length - 2));
  for (let at = 0; at < runs.length; at++)
    runs[at] = hashPair(hashPair(hashes[at]!, hashes[at + 1]!), hashes[at + 2]!);
  const title = report.title === null ? [] : readWords(report.title);
  return { report, title, words, sentences, hashes, runs };
}

/** Longest sentence that is compared as one: alignment costs the product of two lengths. */
const MOST_WORDS = 150;

function pieces(sentence: WordedSentence, words: readonly Word[]): WordedSentence[] {
  const { first, last } = sentence;
  if (last - first <= MOST_WORDS) return [sentence];
  const parts: WordedSentence[] = [];
  for (let at = first; at < last; at += MOST_WORDS) {
    const end = Math.min(last, at + MOST_WORDS);
    parts.push({ start: words[at]!.start, end: words[end - 1]!.end, first: at, last: end });
  }
  return parts;
}
