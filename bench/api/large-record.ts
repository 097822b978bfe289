/**
 * A record as large as is asked for, made by chance with a fixed seed: reports
 * of a few hundred words with 25 mentions each over ten years, actors as
 * unevenly spread as in the news (a few states in most of them, hundreds in
 * few), words likewise. Nothing in it is true; it is for measuring speed alone.
 */
import type { OpenRecord } from "../../src/record/index.ts";
import { entry, item, party } from "../../src/record/testing/entries.ts";
import type { RunItem } from "../../src/record/types.ts";

export const MENTIONS_PER_REPORT = 25;
const SENTENCES = 5;
const BATCH = 100;
const DAYS = 3_650;
const OUTLETS = 40;
const WORDS = 20_000;
const FIRST_DAY_MS = Date.UTC(2010, 0, 1);
const DAY_MS = 86_400_000;

/** Most frequent first: 200 codes, of which the first are real. */
export const CODES: readonly string[] = [
  ..."USA RUS CHN GBR FRA DEU IRN ISR UKR TUR IND PAK JPN KOR PRK SAU SYR IRQ EGY VEN".split(" "),
  ...Array.from(
    { length: 180 },
    (_, n) => `Q${String.fromCharCode(65 + (n % 26))}${String.fromCharCode(65 + Math.floor(n / 26))}`,
  ),
];
const TYPES = [
  "CONSULT",
  "AGREE",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
  "CONCEDE",
] as const;

/** A stream of numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A rank from 0 to `size`, the first ones most often (Zipf's law). */
function ranked(next: () => number, size: number): number {
  return Math.min(size - 1, Math.floor(size ** next()) - 1);
}

/** The nth word of the made-up language; the first are the most frequent. */
export function wordOf(rank: number): string {
  let text = "";
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / 20))
    text += "bacedifoguhajekilomu".slice((rest % 10) * 2, (rest % 10) * 2 + 2) + (rest % 20 > 9 ? "n" : "");
  return text;
}

function dayOf(next: () => number): string {
  return new Date(FIRST_DAY_MS + Math.floor(next() * DAYS) * DAY_MS).toISOString().slice(0, 10);
}

function reportOf(n: number, next: () => number): RunItem {
  const words = () => Array.from({ length: 20 }, () => wordOf(ranked(next, WORDS))).join(" ");
  const text = Array.from({ length: SENTENCES }, (_, at) => `S${n}x${at} ${words()}.`).join(" ");
  const date = dayOf(next);
  const mentions = Array.from({ length: MENTIONS_PER_REPORT }, (_, at) => {
    const [one = "USA", other = "RUS"] = [
      CODES[ranked(next, CODES.length)],
      CODES[ranked(next, CODES.length)],
    ];
    return {
      word: "S",
      at: at % SENTENCES,
      trigger: { start: at * 4, end: at * 4 + 3 },
      event: TYPES[ranked(next, TYPES.length)] ?? "CONSULT",
      date,
      dateBasis: "published" as const,
      ...(next() < 0.05 ? { endDate: dayAfter(date, Math.floor(next() * 60)) } : {}),
      actor: [party(one, one)],
      recipient: [party(other, other)],
    };
  });
  return item(
    entry(text, { date, title: words().slice(0, 60), outlet: `Outlet ${ranked(next, OUTLETS)}` }, mentions),
  );
}

function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Fills the record. */
export async function fillLarge(record: OpenRecord, mentions: number, seed = 7): Promise<void> {
  const next = chance(seed);
  const run = await record.startRun("read", ["made by chance"]);
  const reports = Math.ceil(mentions / MENTIONS_PER_REPORT);
  for (let first = 0; first < reports; first += BATCH)
    await record.write(
      run,
      Array.from({ length: Math.min(BATCH, reports - first) }, (_, at) => reportOf(first + at, next)),
    );
  await record.endRun(run, "done");
}
