/**
 * Two worded reports, the earlier first, in; the passages of the later that
 * stand in the earlier out, each with both spans, share and kind. Neighbouring
 * sentences that are neighbours in both reports are one passage. Which reports
 * are compared is link-copies.ts's business.
 */
import { contentId } from "../../base/ids.ts";
import type { Span } from "../../base/types.ts";
import type { WordedReport } from "../text/read-report.ts";
import type { Copy } from "../types.ts";
import { alignSentences, type SentencePair } from "./align-sentences.ts";

export interface CopySettings {
  /** Least share of the lighter sentence, by rareness. */
  readonly leastShare: number;
  /** Least share of the heavier sentence. */
  readonly leastHeavierShare: number;
  /** Least rareness of the shared words that are no names. */
  readonly leastPlainWeight: number;
  /** Least rareness of the shared words together. */
  readonly leastWeight: number;
  /** Least number of shared words. */
  readonly leastWords: number;
  /** Share of the heavier sentence from which two sentences are one whatever their length, and their least rareness. */
  readonly sameShare: number;
  readonly sameWeight: number;
  /** Least shared words and share of the lighter sentence beside a copied one. */
  readonly neighbourWords: number;
  readonly neighbourShare: number;
  /** A run of so many words is a copy whatever else the sentences say. */
  readonly longRun: number;
  /** Least rareness of that run. */
  readonly longRunWeight: number;
}

/** The copied passages of `later`, in order of its text. */
export function copiesBetween(earlier: WordedReport, later: WordedReport, settings: CopySettings): Copy[] {
  const { leastShare, neighbourShare, sameShare, longRun } = settings;
  const floor = { share: Math.min(leastShare, neighbourShare, sameShare), run: longRun };
  const pairs = alignSentences(earlier, later, floor);
  const sure = pairs.filter((pair) => isCopy(pair, settings));
  if (sure.length === 0) return [];
  const passages: SentencePair[][] = [];
  for (const pair of choosePairs([...sure, ...neighbours(pairs, sure, settings)])) {
    const last = passages.at(-1)?.at(-1);
    if (last !== undefined && follows(last, pair)) passages.at(-1)!.push(pair);
    else passages.push([pair]);
  }
  return passages.map((passage) => toCopy(earlier, later, passage));
}

/** True where the pair goes on where the last one ends, in both reports; a sentence may be split or joined. */
function follows(last: SentencePair, pair: SentencePair): boolean {
  const stepLater = pair.later - last.later;
  const stepEarlier = pair.earlier - last.earlier;
  return (stepLater === 0 || stepLater === 1) && (stepEarlier === 0 || stepEarlier === 1);
}

/** For each later sentence its best earlier ones that share different words of it, in order of the text. */
function choosePairs(pairs: readonly SentencePair[]): SentencePair[] {
  const chosen: SentencePair[] = [];
  for (const pair of pairs.toSorted((a, b) => b.weight - a.weight || a.earlier - b.earlier)) {
    const rival = chosen.some((each) => each.later === pair.later && mostlyCovers(each, pair));
    if (!rival) chosen.push(pair);
  }
  return chosen.sort((a, b) => a.later - b.later || a.laterWords[0] - b.laterWords[0]);
}

function mostlyCovers(known: SentencePair, pair: SentencePair): boolean {
  const [first, last] = pair.laterWords;
  const shared = Math.min(last, known.laterWords[1]) - Math.max(first, known.laterWords[0]) + 1;
  return shared > (last - first + 1) / 3;
}

function isCopy(pair: SentencePair, settings: CopySettings): boolean {
  if (pair.plainWeight < settings.leastPlainWeight) return false;
  if (pair.longest >= settings.longRun && pair.weight >= settings.longRunWeight) return true;
  if (pair.heavierShare >= settings.sameShare && pair.weight >= settings.sameWeight) return true;
  return (
    pair.shared >= settings.leastWords &&
    pair.weight >= settings.leastWeight &&
    pair.share >= settings.leastShare &&
    pair.heavierShare >= settings.leastHeavierShare
  );
}

/** Pairs beside a sure one that share less: an edited sentence in the midst of a copied passage. */
function neighbours(
  pairs: readonly SentencePair[],
  sure: readonly SentencePair[],
  settings: CopySettings,
): SentencePair[] {
  const taken = new Set(sure);
  const places = new Set(sure.map((pair) => place(pair.earlier, pair.later)));
  const found: SentencePair[] = [];
  const weak = pairs.filter(
    (pair) =>
      !taken.has(pair) &&
      pair.shared >= settings.neighbourWords &&
      pair.share >= settings.neighbourShare &&
      pair.heavierShare >= settings.leastHeavierShare,
  );
  for (let grown = true; grown; ) {
    grown = false;
    for (const pair of weak) {
      if (taken.has(pair) || !NEXT_TO.some(([i, j]) => places.has(place(pair.earlier + i, pair.later + j))))
        continue;
      taken.add(pair);
      places.add(place(pair.earlier, pair.later));
      found.push(pair);
      grown = true;
    }
  }
  return found;
}

const NEXT_TO = [
  [-1, -1],
  [1, 1],
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const;

const place = (earlier: number, later: number) => earlier * 65_536 + later;

function toCopy(earlier: WordedReport, later: WordedReport, passage: readonly SentencePair[]): Copy {
  const from = spanOf(
    earlier,
    passage.map((pair) => [pair.earlier, pair.earlierWords] as const),
  );
  const to = spanOf(
    later,
    passage.map((pair) => [pair.later, pair.laterWords] as const),
  );
  const textA = earlier.report.text.slice(from.start, from.end);
  const textB = later.report.text.slice(to.start, to.end);
  const shared = passage.reduce((sum, pair) => sum + pair.shared, 0);
  const words = [...new Set(passage.map((pair) => pair.later))].reduce((sum, number) => {
    const sentence = later.sentences[number]!;
    return sum + sentence.last - sentence.first;
  }, 0);
  return {
    id: contentId("c", earlier.report.id, String(from.start), later.report.id, String(to.start)),
    kind: textA === textB || plain(textA) === plain(textB) ? "verbatim" : "edited",
    share: Math.min(1, shared / words),
    quotation: quotedShare(later.report.text, to) > 0.5,
    earlier: { reportId: earlier.report.id, ...from },
    later: { reportId: later.report.id, ...to },
  };
}

/** From the first to the last shared word, widened to the sentence where nearly all of it is shared. */
function spanOf(
  worded: WordedReport,
  parts: readonly (readonly [number, readonly [number, number]])[],
): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const [number, [first, last]] of parts) {
    const sentence = worded.sentences[number]!;
    const whole = (last - first + 1) / (sentence.last - sentence.first) >= WHOLE;
    start = Math.min(start, whole ? sentence.start : worded.words.starts[first]!);
    end = Math.max(end, whole ? sentence.end : worded.words.ends[last]!);
  }
  return { start, end };
}

const WHOLE = 0.7;

/** The text without what copying alone changes: white space and the form of marks. */
function plain(text: string): string {
  return text
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[–—]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

const QUOTES = /["“”„«»]/;

/** Share of the span that lies between quotation marks. */
export function quotedShare(text: string, { start, end }: Span): number {
  let quoted = 0;
  const own = text.slice(start, end);
  if (!QUOTES.test(own)) return 0;
  const piece = own.replace(/[“”„«»]/g, '"');
  const marks = [...piece.matchAll(/"/g)].map((match) => match.index);
  // an odd mark means that the quotation began before the span or ends after it
  if (marks.length % 2 === 1) marks.push(piece.length);
  for (let i = 0; i + 1 < marks.length; i += 2) quoted += marks[i + 1]! - marks[i]!;
  return piece.length === 0 ? 0 : quoted / piece.length;
}
