/**
 * The words of a report in, the keys out by which reports that share a passage
 * find each other: of every sentence the least hashes of its runs of three
 * words (bottom-k sketch, Broder 1997). Runs without a telling word are left out.
 */
import type { WordedReport } from "../text/read-report.ts";

export interface CopyKeySettings {
  /** Keys of one sentence. */
  readonly keysPerSentence: number;
  /** Least rareness of the words of a run together. */
  readonly leastRunWeight: number;
}

/** Keys of all sentences, each once; `old` has the least key of every sentence. */
export function copyKeys(worded: WordedReport, settings: CopyKeySettings): { all: number[]; old: number[] } {
  const { sentences, runs } = worded;
  const { known } = worded.words;
  const keys = new Set<number>();
  const old = new Set<number>();
  const least: number[] = [];
  for (const { first, last } of sentences) {
    least.length = 0;
    for (let at = first; at + 2 < last; at++) {
      const weight = known[at]!.weight + known[at + 1]!.weight + known[at + 2]!.weight;
      if (weight >= settings.leastRunWeight) keepLeast(least, runs[at]!, settings.keysPerSentence);
    }
    for (const key of least) keys.add(key);
    if (least.length > 0) old.add(least[0]!);
  }
  return { all: [...keys], old: [...old] };
}

/** Takes a key into the sorted list where it is among the `most` least. */
function keepLeast(least: number[], key: number, most: number): void {
  if (least.length === most) {
    if (key >= least[most - 1]!) return;
    least.pop();
  }
  let at = least.push(key) - 1;
  for (; at > 0 && least[at - 1]! > key; at--) least[at] = least[at - 1]!;
  least[at] = key;
}
