/**
 * Two worded reports in, pairs of sentences that share their wording out, with
 * the stretches of words that they share. Runs of three equal words propose
 * pairs; the share is that of the heaviest common blocks in any order, weighed
 * by the rareness of words, so that cut, reordered and reworded text is found.
 */
import type { WordedReport, WordedSentence } from "../text/read-report.ts";

/** Sentence `later` shares `weight` with sentence `earlier`. */
export interface SentencePair {
  readonly earlier: number;
  readonly later: number;
  /** Number of shared words. */
  readonly shared: number;
  /** Longest run of shared words. */
  readonly longest: number;
  /** Rareness of the shared words together. */
  readonly weight: number;
  /** Rareness of the shared words that begin without a capital: names alone make no copy. */
  readonly plainWeight: number;
  /** Share of the lighter of the two sentences, and of the heavier. */
  readonly share: number;
  readonly heavierShare: number;
  /** Share of the later sentence's words. */
  readonly laterShare: number;
  /** First and last shared word on either side, inclusive. */
  readonly earlierWords: readonly [number, number];
  readonly laterWords: readonly [number, number];
}

/** Places of one run that are looked at: a text may say the same words without end. */
const MOST_PLACES = 8;

/** Where runs of three words begin: chains of places by the low bits of their hash, in order of the text. */
interface RunIndex {
  readonly mask: number;
  /** Place where the chain of these bits begins; -1 where it is empty. */
  readonly heads: Int32Array;
  /** Place that follows each in its chain; -1 at its end. */
  readonly next: Int32Array;
}

function runIndex(runs: Uint32Array): RunIndex {
  let size = 64;
  while (size < runs.length * 2) size *= 2;
  const mask = size - 1;
  const heads = new Int32Array(size).fill(-1);
  const next = new Int32Array(runs.length);
  for (let at = runs.length - 1; at >= 0; at--) {
    const bits = runs[at]! & mask;
    next[at] = heads[bits]!;
    heads[bits] = at;
  }
  return { mask, heads, next };
}

/** Sentence that each word stands in; -1 for words outside. */
function sentenceOfWords(worded: WordedReport): Int32Array {
  const owners = new Int32Array(worded.words.length).fill(-1);
  for (const [number, { first, last }] of worded.sentences.entries()) owners.fill(number, first, last);
  return owners;
}

/** What a pair must have of: this share of the lighter sentence, or a run of so many words. */
export interface PairFloor {
  readonly share: number;
  readonly run: number;
}

/** All pairs of sentences that share at least one run of three words, and may reach one side of the floor. */
export function alignSentences(earlier: WordedReport, later: WordedReport, floor: PairFloor): SentencePair[] {
  const { mask, heads, next } = runIndex(earlier.runs);
  const owners = sentenceOfWords(earlier);
  const pairs: SentencePair[] = [];
  for (const [number, sentence] of later.sentences.entries()) {
    const proposed = new Set<number>();
    for (let at = sentence.first; at + 2 < sentence.last; at++) {
      const run = later.runs[at]!;
      let places = 0;
      for (let place = heads[run & mask]!; place >= 0 && places < MOST_PLACES; place = next[place]!) {
        if (earlier.runs[place] !== run) continue;
        places++;
        if (owners[place]! >= 0) proposed.add(owners[place]!);
      }
    }
    const bag = proposed.size === 0 ? null : bagOf(later.hashes, sentence);
    for (const owner of proposed) {
      if (!mayReach(floor, earlier, earlier.sentences[owner]!, bag!, sentence.weight)) continue;
      const pair = comparePair(earlier, owner, later, number);
      if (pair !== null) pairs.push(pair);
    }
  }
  return pairs;
}

/** Hashes of the words of a sentence. */
function bagOf(hashes: Uint32Array, { first, last }: WordedSentence): ReadonlySet<number> {
  return new Set(hashes.subarray(first, last));
}

/** False where even all shared words in whatever order would not do: most pairs share a run of common words only. */
function mayReach(
  floor: PairFloor,
  { words, hashes }: WordedReport,
  { first, last, weight }: WordedSentence,
  others: ReadonlySet<number>,
  otherWeight: number,
): boolean {
  let shared = 0;
  let sharedWeight = 0;
  for (let at = first; at < last; at++) {
    if (!others.has(hashes[at]!)) continue;
    shared++;
    sharedWeight += words.known[at]!.weight;
  }
  return shared >= floor.run || sharedWeight >= floor.share * Math.min(weight, otherWeight);
}

const LEAST_RUN = 2;

function comparePair(
  earlier: WordedReport,
  earlierNumber: number,
  later: WordedReport,
  laterNumber: number,
): SentencePair | null {
  const a = earlier.sentences[earlierNumber]!;
  const b = later.sentences[laterNumber]!;
  const matched = commonBlocks(earlier.hashes, a, later.hashes, b);
  if (matched.pairs.length === 0) return null;
  let weight = 0;
  let plainWeight = 0;
  for (const [, at] of matched.pairs) {
    const word = later.words.known[at]!;
    weight += word.weight;
    if (later.words.capitals[at] === 0) plainWeight += word.weight;
  }
  const least = Math.min(a.weight, b.weight);
  const onA = matched.pairs.map(([at]) => at);
  const onB = matched.pairs.map(([, at]) => at);
  return {
    earlier: earlierNumber,
    later: laterNumber,
    shared: matched.pairs.length,
    longest: matched.longest,
    weight,
    plainWeight,
    share: least === 0 ? 0 : Math.min(1, weight / least),
    heavierShare: least === 0 ? 0 : weight / Math.max(a.weight, b.weight),
    laterShare: matched.pairs.length / (b.last - b.first),
    earlierWords: [Math.min(...onA), Math.max(...onA)],
    laterWords: [Math.min(...onB), Math.max(...onB)],
  };
}

/** Greedy longest common blocks (Heckel 1978 in spirit), then single words between blocks that keep their order. */
function commonBlocks(aHashes: Uint32Array, a: WordedSentence, bHashes: Uint32Array, b: WordedSentence) {
  const lengthA = a.last - a.first;
  const lengthB = b.last - b.first;
  if (lengthA === lengthB && equalFrom(aHashes, a.first, bHashes, b.first, lengthA)) {
    const whole = Array.from({ length: lengthA }, (_, at): [number, number] => [a.first + at, b.first + at]);
    return { pairs: whole, longest: lengthA };
  }
  const usedA = new Uint8Array(lengthA);
  const usedB = new Uint8Array(lengthB);
  const pairs: [number, number][] = [];
  let longest = 0;
  const blocks: { i: number; j: number; length: number }[] = [];
  for (let i = 0; i < lengthA; i++) {
    const hash = aHashes[a.first + i];
    for (let j = 0; j < lengthB; j++) {
      if (bHashes[b.first + j] !== hash) continue;
      if (i > 0 && j > 0 && aHashes[a.first + i - 1] === bHashes[b.first + j - 1]) continue;
      let length = 1;
      while (
        i + length < lengthA &&
        j + length < lengthB &&
        aHashes[a.first + i + length] === bHashes[b.first + j + length]
      )
        length++;
      blocks.push({ i, j, length });
    }
  }
  blocks.sort((x, y) => y.length - x.length || x.i - y.i || x.j - y.j);
  const anchors: [number, number][] = [];
  for (const block of blocks) {
    const single = block.length < LEAST_RUN;
    if (single && !between(anchors, block.i, block.j)) continue;
    let run = 0;
    for (let step = 0; step < block.length; step++) {
      const i = block.i + step;
      const j = block.j + step;
      if (usedA[i] === 1 || usedB[j] === 1) continue;
      usedA[i] = 1;
      usedB[j] = 1;
      run++;
      pairs.push([a.first + i, b.first + j]);
      if (!single) anchors.push([i, j]);
    }
    longest = Math.max(longest, run);
  }
  return { pairs, longest };
}

function equalFrom(a: Uint32Array, firstA: number, b: Uint32Array, firstB: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (a[firstA + at] !== b[firstB + at]) return false;
  return true;
}

/** True where the place keeps the order of the nearest anchor on either side and lies near one. */
function between(anchors: readonly [number, number][], i: number, j: number): boolean {
  let before: [number, number] | null = null;
  let after: [number, number] | null = null;
  for (const anchor of anchors) {
    if (anchor[0] < i && (before === null || anchor[0] > before[0])) before = anchor;
    if (anchor[0] > i && (after === null || anchor[0] < after[0])) after = anchor;
  }
  const fits = (before === null || before[1] < j) && (after === null || after[1] > j);
  return fits && (before !== null || after !== null);
}
