/**
 * A sentence and its anchor in, the time expressions of the sentence out, each
 * with its TIMEX3 value and the days that it means. What the expressions date
 * (which event, which clause) is left to the coding of events.
 *
 * @see Pustejovsky et al. 2003 (TimeML, TIMEX3); Strötgen and Gertz 2013 (HeidelTime) for the aim
 */
import type { Day, DayRange } from "../../base/types.ts";
import type { Sentence, Token } from "../../language/types.ts";
import type { TimeExpression } from "../types.ts";
import { atomsOfText, atomsOfTokens } from "./atoms.ts";
import type { Calendar } from "./calendar.ts";
import { clockMeaning, clockOf } from "./clock.ts";
import { candidatesOf, latticeOf } from "./match.ts";
import { joinRanges } from "./ranges.ts";
import { resolve } from "./resolve.ts";
import { tenseReader } from "./tense.ts";
import type { Atom, Candidate, Meaning, TimeAnchor } from "./types.ts";

/** A chosen candidate with its meaning. */
export interface Reading {
  readonly candidate: Candidate;
  readonly meaning: Meaning;
}

/** Atoms between a clock time and a day that stands right after it ("at 18:00 on Tuesday"). */
const BESIDE_ATOMS = 3;

/** The time expressions of a sentence, in order, not overlapping. */
export function readTimes(sentence: Sentence, anchor: TimeAnchor, calendar: Calendar): TimeExpression[] {
  return readAtoms(atomsOfTokens(sentence.tokens), sentence.tokens, anchor, calendar);
}

/** The time expressions of plain text, taken as one sentence; `offset` is added to every position. */
export function readTimesOfText(
  text: string,
  anchor: TimeAnchor,
  calendar: Calendar,
  offset = 0,
): TimeExpression[] {
  return readAtoms(atomsOfText(text, offset), [], anchor, calendar);
}

/** The time expressions of consecutive sentences; each hands its last day to the next ("the following day"). */
export function readAllTimes(
  sentences: readonly Sentence[],
  anchorOf: (sentence: Sentence) => TimeAnchor,
  calendar: Calendar,
): TimeExpression[][] {
  let reference: DayRange | null = null;
  let dayReference: Day | null = null;
  return sentences.map((sentence) => {
    const anchor = anchorOf(sentence);
    const times = readTimes(sentence, { reference, dayReference, ...anchor }, calendar);
    const last = times.findLast((time) => time.type === "DATE" && time.day !== null);
    if (last !== undefined) reference = { start: last.day!, end: last.endDay ?? last.day! };
    const day = times.findLast(
      (time) => time.type === "DATE" && time.day !== null && time.day === time.endDay,
    );
    if (day !== undefined) dayReference = day.day;
    return times;
  });
}

function readAtoms(
  atoms: readonly Atom[],
  tokens: readonly Token[],
  anchor: TimeAnchor,
  calendar: Calendar,
): TimeExpression[] {
  const candidates = candidatesOf(latticeOf(atoms, calendar), calendar);
  if (candidates.length === 0) return [];
  const tenses = tenseReader(atoms, tokens, calendar);
  const readings: Reading[] = [];
  const clocks: { candidate: Candidate; clock: string; at: number }[] = [];
  let reference = rangeOf(anchor.reference ?? null);
  let dayReference = anchor.dayReference ?? null;
  let year: number | null = null;
  let end = 0;
  for (const candidate of candidates) {
    if (candidate.from < end) continue;
    const { from, to, rule } = candidate;
    if (rule.op === "time") {
      const clock = clockOf(candidate);
      if (clock === null) continue;
      clocks.push({ candidate, clock, at: readings.length });
      end = to;
      continue;
    }
    const tense = () => tenses.at(from, to);
    const meaning = resolve(candidate, { anchor: anchor.day, reference, dayReference, year, tense });
    if (meaning === null) continue;
    readings.push({ candidate, meaning });
    end = to;
    if (meaning.type === "DATE" && meaning.day !== null) {
      reference = { day: meaning.day, endDay: meaning.endDay ?? meaning.day };
      if (meaning.day === meaning.endDay) dayReference = meaning.day;
      if (meaning.year === true && candidate.captures.MONTH !== undefined)
        year = Number(meaning.day.slice(0, 4));
    }
  }
  const timed = clocks.map(({ candidate, clock, at }): Reading => {
    const next = readings[at];
    const beside = next !== undefined && next.candidate.from - candidate.to < BESIDE_ATOMS ? next : undefined;
    const day = dayOfReading(beside) ?? dayOfReading(readings[at - 1]) ?? anchor.day;
    return { candidate, meaning: clockMeaning(clock, day) };
  });
  const all = [...readings, ...timed].sort((a, b) => a.candidate.from - b.candidate.from);
  return joinRanges(all, atoms, calendar, anchor.day);
}

function rangeOf(range: DayRange | null): { day: string; endDay: string } | null {
  return range === null ? null : { day: range.start, endDay: range.end };
}

/** The day of a reading that means one day. */
function dayOfReading(reading: Reading | undefined): string | null {
  const meaning = reading?.meaning;
  return meaning !== undefined && meaning.type === "DATE" && meaning.day === meaning.endDay
    ? meaning.day
    : null;
}
