/**
 * Days written out in a line of a page: "10 August 2017", "Thursday, 10 Aug,
 * 2017", "07 de agosto de 2017", "2017-08-10", "25/02/2017". Only what names
 * its day in full counts; relative words belong to the coding of times.
 */
import { dayOf } from "../base/day.ts";
import type { Day, Span } from "../base/types.ts";
import type { PageRules } from "./page-rules.ts";

export interface StatedDate extends Span {
  /** Null where no year is named. */
  readonly day: Day | null;
  readonly month: number;
  readonly dayOfMonth: number;
  /** The other day that "08/10/2017" can mean. */
  readonly other?: Day;
}

interface Word extends Span {
  readonly text: string;
  readonly number: number | null;
}

const WORD = /\p{L}+|\d+/gu;
/** Characters of a line that are looked at. */
const LOOK = 400;

/** The days stated in the first part of a text, in order; those without a year too where `yearless`. */
export function statedDates(text: string, rules: PageRules, yearless = false): StatedDate[] {
  const look = text.slice(0, LOOK);
  if (!/\d/.test(look)) return [];
  const words = [...look.matchAll(WORD)].map((match): Word => {
    const [word] = match;
    const start = match.index;
    const number = /^\d/.test(word) ? Number(word) : null;
    return { text: word.toLowerCase(), number, start, end: start + word.length };
  });
  const found: StatedDate[] = [];
  for (let at = 0; at < words.length; at++) {
    const date = dateAt(words, at, text, rules, yearless);
    if (date === null) continue;
    found.push(date.date);
    at = date.last;
  }
  return found;
}

function dateAt(
  words: readonly Word[],
  at: number,
  text: string,
  rules: PageRules,
  yearless: boolean,
): { date: StatedDate; last: number } | null {
  const word = words[at]!;
  const month = rules.months.get(word.text);
  if (month !== undefined) return monthFirst(words, at, month, rules, yearless);
  if (word.number === null) return null;
  return dayFirst(words, at, rules, yearless) ?? numeric(words, at, text);
}

const isYear = (word: Word | undefined) =>
  word?.number != null && word.text.length === 4 && word.number >= 1800 && word.number <= 2100;
const isDay = (word: Word | undefined) =>
  word?.number != null && word.text.length <= 2 && word.number >= 1 && word.number <= 31;

/** Index of the next word that is no link ("de") and no ordinal suffix. */
function skip(words: readonly Word[], at: number, rules: PageRules): number {
  let next = at;
  while (rules.dateLinks.has(words[next]?.text ?? "") || rules.ordinalSuffixes.has(words[next]?.text ?? ""))
    next++;
  return next;
}

function monthFirst(words: readonly Word[], at: number, month: number, rules: PageRules, yearless: boolean) {
  const day = words[at + 1];
  if (!isDay(day) || day!.start - words[at]!.end > 3) return null;
  const yearAt = skip(words, at + 2, rules);
  return built(words, at, at + 1, yearAt, month, day!.number!, yearless);
}

function dayFirst(words: readonly Word[], at: number, rules: PageRules, yearless: boolean) {
  if (!isDay(words[at])) return null;
  const monthAt = skip(words, at + 1, rules);
  const month = rules.months.get(words[monthAt]?.text ?? "");
  if (month === undefined || words[monthAt]!.start - words[at]!.end > 8) return null;
  const yearAt = skip(words, monthAt + 1, rules);
  return built(words, at, monthAt, yearAt, month, words[at]!.number!, yearless);
}

function built(
  words: readonly Word[],
  first: number,
  last: number,
  yearAt: number,
  month: number,
  dayOfMonth: number,
  yearless: boolean,
): { date: StatedDate; last: number } | null {
  const year = words[yearAt];
  const start = words[first]!.start;
  if (isYear(year) && year!.start - words[last]!.end <= 8) {
    const day = dayOf(year!.number!, month, dayOfMonth);
    return day === null ? null : { date: { start, end: year!.end, day, month, dayOfMonth }, last: yearAt };
  }
  if (!yearless) return null;
  return { date: { start, end: words[last]!.end, day: null, month, dayOfMonth }, last };
}

/** "2017-08-10", "25.02.2017" (the day first where dots part it), "25/02/2017" (both readings where both are days). */
function numeric(
  words: readonly Word[],
  at: number,
  text: string,
): { date: StatedDate; last: number } | null {
  const [first, second, third] = [words[at], words[at + 1], words[at + 2]];
  if (first?.number == null || second?.number == null || third?.number == null) return null;
  const sign = text.slice(first.end, second.start);
  if (!/^[-/.]$/.test(sign) || text.slice(second.end, third.start) !== sign) return null;
  if (first.text.length > 4 || second.text.length > 2 || third.text.length > 4) return null;
  const short = third.text.length === 2 && sign !== "-";
  if (!isYear(first) && !isYear(third) && !short) return null;
  const year = isYear(first) ? first.number : short ? 2000 + third.number : third.number;
  const dayFirst = dayOf(year, second.number, isYear(first) ? third.number : first.number);
  const monthFirst = isYear(first) || sign === "." ? null : dayOf(year, first.number, second.number);
  const day = dayFirst ?? monthFirst;
  if (day === null) return null;
  const other =
    dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst ? { other: monthFirst } : {};
  const [month, dayOfMonth] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  return { date: { start: first.start, end: third.end, day, month, dayOfMonth, ...other }, last: at + 2 };
}
