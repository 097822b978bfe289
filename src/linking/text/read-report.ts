/** A report in, its words with the bounds of its sentences out: what all steps of linking start from. */
import type { Span } from "../../base/types.ts";
import type { LinkReport } from "../types.ts";
import { hashPair } from "./hash.ts";
import type { ReadWords, WordList } from "./read-words.ts";
import { splitSentences } from "./split-sentences.ts";

/** A sentence with its words `[first, last)`. */
export interface WordedSentence extends Span {
  readonly first: number;
  readonly last: number;
  /** Rareness of its words together. */
  readonly weight: number;
}

export interface WordedReport {
  readonly report: LinkReport;
  readonly title: WordList;
  readonly words: WordList;
  readonly sentences: readonly WordedSentence[];
  /** Hashes of the words. */
  readonly hashes: Uint32Array;
  /** Hash of the run of three words that begins at each. */
  readonly runs: Uint32Array;
}

/** The words and sentences of a report's text. */
export function readReport(report: LinkReport, readWords: ReadWords): WordedReport {
  const words = readWords(report.text);
  const { starts } = words;
  const spans = report.sentences ?? splitSentences(report.text);
  const sentences: WordedSentence[] = [];
  let first = 0;
  for (const { start, end } of spans) {
    while (first < words.length && starts[first]! < start) first++;
    let last = first;
    while (last < words.length && starts[last]! < end) last++;
    sentences.push(...pieces({ start, end }, first, last, words));
    first = last;
  }
  const hashes = new Uint32Array(words.length);
  for (let at = 0; at < hashes.length; at++) hashes[at] = words.known[at]!.hash;
  const runs = new Uint32Array(Math.max(0, words.length - 2));
  for (let at = 0; at < runs.length; at++)
    runs[at] = hashPair(hashPair(hashes[at]!, hashes[at + 1]!), hashes[at + 2]!);
  return { report, title: readWords(report.title ?? ""), words, sentences, hashes, runs };
}

/** Longest sentence that is compared as one: alignment costs the product of two lengths. */
const MOST_WORDS = 150;

function pieces({ start, end }: Span, first: number, last: number, words: WordList): WordedSentence[] {
  if (last - first <= MOST_WORDS) return [{ start, end, first, last, weight: weightOf(words, first, last) }];
  const parts: WordedSentence[] = [];
  for (let at = first; at < last; at += MOST_WORDS) {
    const next = Math.min(last, at + MOST_WORDS);
    const span = { start: words.starts[at]!, end: words.ends[next - 1]! };
    parts.push({ ...span, first: at, last: next, weight: weightOf(words, at, next) });
  }
  return parts;
}

function weightOf({ known }: WordList, first: number, last: number): number {
  let weight = 0;
  for (let at = first; at < last; at++) weight += known[at]!.weight;
  return weight;
}
