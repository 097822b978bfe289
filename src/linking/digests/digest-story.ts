/**
 * A story's reports and events in, at most so many of their sentences out, word
 * for word and in order of time: for each event the sentence of its earliest
 * line of reporting, the most telling ones first, and none that repeats what is
 * taken already (maximal marginal relevance, Carbonell and Goldstein 1998).
 */

import { quotedShare } from "../copies/find-copies.ts";
import { comesBefore } from "../copies/link-copies.ts";
import type { WordedReport } from "../text/read-report.ts";
import type { KnownWord } from "../text/read-words.ts";
import type { DigestSentence, LinkedEvent } from "../types.ts";

export interface DigestSettings {
  /** Weight of standing at the beginning of a report, of telling an event, and of repeating what is taken. */
  readonly lead: number;
  readonly events: number;
  readonly overlap: number;
  /** Shortest and longest sentence, in words. */
  readonly leastWords: number;
  readonly mostWords: number;
}

interface Candidate {
  readonly worded: WordedReport;
  readonly number: number;
  readonly terms: ReadonlyMap<number, number>;
  readonly eventId: string | null;
  readonly score: number;
}

/** The digest of a story. */
export function digestStory(
  worded: readonly WordedReport[],
  events: readonly LinkedEvent[],
  most: number,
  settings: DigestSettings,
): DigestSentence[] {
  const sorted = worded.toSorted((a, b) => (comesBefore(a.report, b.report) ? -1 : 1));
  const left = candidatesOf(sorted, events, settings);
  const chosen: Candidate[] = [];
  while (chosen.length < most && left.length > 0) {
    let best = 0;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const [at, candidate] of left.entries()) {
      const repeated = Math.max(0, ...chosen.map((each) => overlap(candidate.terms, each.terms)));
      const told = candidate.eventId !== null && chosen.some(({ eventId }) => eventId === candidate.eventId);
      const score = candidate.score * (1 - settings.overlap * repeated) * (told ? 1 - settings.overlap : 1);
      if (score > bestScore) [best, bestScore] = [at, score];
    }
    chosen.push(...left.splice(best, 1));
  }
  const order = new Map(sorted.map(({ report }, at) => [report.id, at]));
  return chosen
    .sort((a, b) => order.get(a.worded.report.id)! - order.get(b.worded.report.id)! || a.number - b.number)
    .map(toSentence);
}

function candidatesOf(
  sorted: readonly WordedReport[],
  events: readonly LinkedEvent[],
  settings: DigestSettings,
): Candidate[] {
  const centre = centreOf(sorted);
  const toldBy = sentencesOfEvents(sorted, events);
  return sorted.flatMap((worded) =>
    worded.sentences.flatMap(({ first, last, start, end }, number) => {
      const length = last - first;
      if (length < settings.leastWords || length > settings.mostWords) return [];
      const terms = termsOf(worded.words.known.slice(first, last));
      let sum = 0;
      for (const [hash, weight] of terms) sum += weight * (centre.get(hash) ?? 0);
      const told = toldBy.get(`${worded.report.id} ${number}`);
      const lead = 1 / (1 + number);
      const quoted = quotedShare(worded.report.text, { start, end });
      const central = sum / Math.sqrt(length);
      const score =
        central * (1 + settings.lead * lead + settings.events * (told?.share ?? 0)) * (1 - quoted / 2);
      return [{ worded, number, terms, eventId: told?.eventId ?? null, score }];
    }),
  );
}

/** How many reports of the story hold each word, times its rareness. */
function centreOf(sorted: readonly WordedReport[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { words } of sorted) {
    for (const hash of new Set(words.known.map(({ stemHash }) => stemHash)))
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  return new Map([...counts].map(([hash, count]) => [hash, count / sorted.length]));
}

/** The sentence of the earliest mention of each event, with the event's share of the most told one. */
function sentencesOfEvents(sorted: readonly WordedReport[], events: readonly LinkedEvent[]) {
  const most = Math.max(1, ...events.map(({ mentions }) => mentions.length));
  const told = new Map<string, { eventId: string; share: number }>();
  const place = new Map<string, { report: string; start: number }>();
  for (const { report } of sorted) {
    for (const { id, sentenceSpan } of report.mentions)
      place.set(id, { report: report.id, start: sentenceSpan.start });
  }
  for (const event of events) {
    const earliest = event.mentions.map((id) => place.get(id)).find((each) => each !== undefined);
    const worded = sorted.find(({ report }) => report.id === earliest?.report);
    if (earliest === undefined || worded === undefined) continue;
    const number = worded.sentences.findIndex(
      ({ start, end }) => start <= earliest.start && earliest.start < end,
    );
    const key = `${earliest.report} ${number}`;
    const share = event.mentions.length / most;
    if ((told.get(key)?.share ?? 0) < share) told.set(key, { eventId: event.id, share });
  }
  return told;
}

function termsOf(words: readonly KnownWord[]): Map<number, number> {
  return new Map(words.map(({ stemHash, weight }) => [stemHash, weight]));
}

/** Share of the lighter side's rareness that both have. */
function overlap(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let shared = 0;
  let all = 0;
  for (const [hash, weight] of a) {
    all += weight;
    if (b.has(hash)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}

function toSentence({ worded, number, eventId }: Candidate): DigestSentence {
  const { report, sentences } = worded;
  const { start, end } = sentences[number]!;
  const { date, outlet, url } = report;
  return { reportId: report.id, start, end, text: report.text.slice(start, end), date, outlet, url, eventId };
}
