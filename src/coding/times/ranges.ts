/**
 * Readings of a sentence in, time expressions out. Two ends of a stretch ("from
 * 3 to 5 May", "January 23 - March 9 2014", "1939-1945") stay two expressions,
 * as TIMEX3 has them; each carries the whole stretch, and the end without a
 * month or a year takes it from the other.
 */
import { dayOf } from "../../base/day.ts";
import type { Day, DayRange } from "../../base/types.ts";
import type { TimeExpression } from "../types.ts";
import type { Calendar } from "./calendar.ts";
import type { Reading } from "./read-times.ts";
import type { Atom, Meaning } from "./types.ts";

interface Part {
  readonly from: number;
  readonly to: number;
  meaning: Meaning;
  readonly rule: string;
  readonly statedYear: boolean;
  range?: DayRange;
}

/** The time expressions of the readings, with ranges joined; readings lie in order. */
export function joinRanges(
  readings: readonly Reading[],
  atoms: readonly Atom[],
  calendar: Calendar,
  anchor: Day | null,
): TimeExpression[] {
  const is = (at: number, className: string) =>
    calendar.words.get(atoms[at]?.lower ?? "")?.some((entry) => entry.className === className) ?? false;
  const parts: Part[] = [];
  for (const { candidate, meaning } of readings) {
    const { from, to, rule, captures } = candidate;
    const statedYear = captures.YEAR !== undefined;
    const part: Part = { from, to, meaning, rule: rule.id, statedYear };
    const lead = bareDayBefore(atoms, from, is, meaning);
    if (lead !== null && lead.from >= (parts.at(-1)?.to ?? 0)) {
      parts.push({ from: lead.from, to: lead.from + 1, meaning: lead.meaning, rule: rule.id, statedYear });
    }
    parts.push(part);
    const tail = bareDayAfter(
      atoms,
      to,
      is,
      meaning,
      captures.DAY !== undefined && captures.MONTH !== undefined,
    );
    if (tail !== null)
      parts.push({ from: tail.from, to: tail.to, meaning: tail.meaning, rule: rule.id, statedYear });
  }
  for (let k = 1; k < parts.length; k++) linkPair(parts[k - 1]!, parts[k]!, is, anchor);
  return parts.map(({ from, to, meaning, rule, range }): TimeExpression => {
    const [start, end] = [atoms[from]!.start, atoms[to - 1]!.end];
    const { type, value, day, endDay, mod } = meaning;
    const extra = { ...(mod === undefined ? {} : { mod }), ...(range === undefined ? {} : { range }) };
    return { start, end, text: textOf(atoms, from, to), type, value, day, endDay, rule, ...extra };
  });
}

type Is = (at: number, className: string) => boolean;

/** "3 to" before "5 May". */
function bareDayBefore(
  atoms: readonly Atom[],
  from: number,
  is: Is,
  meaning: Meaning,
): { from: number; meaning: Meaning } | null {
  if (!isDay(meaning) || atoms[from]?.kind !== "digits" || !is(from - 1, "DASH")) return null;
  const day = siblingDay(atoms[from - 2], meaning);
  if (day === null || day > meaning.day!) return null;
  return { from: from - 2, meaning: { type: "DATE", value: day, day, endDay: day } };
}

/** "-5" after "May 3". */
function bareDayAfter(
  atoms: readonly Atom[],
  to: number,
  is: Is,
  meaning: Meaning,
  monthFirst: boolean,
): { from: number; to: number; meaning: Meaning } | null {
  if (!monthFirst || !isDay(meaning) || atoms[to - 1]?.kind !== "digits" || !is(to, "DASH")) return null;
  const day = siblingDay(atoms[to + 1], meaning);
  const after = atoms[to + 2];
  if (day === null || day <= meaning.day! || (after?.kind === "word" && !is(to + 2, "PREPOSITION")))
    return null;
  return { from: to + 1, to: to + 2, meaning: { type: "DATE", value: day, day, endDay: day } };
}

function isDay({ type, day, endDay, value }: Meaning): boolean {
  return type === "DATE" && day !== null && day === endDay && value === day;
}

function siblingDay(atom: Atom | undefined, meaning: Meaning): Day | null {
  if (atom?.kind !== "digits" || atom.text.length > 2) return null;
  return dayOf(Number(meaning.day!.slice(0, 4)), Number(meaning.day!.slice(5, 7)), Number(atom.text));
}

/** Joins two neighbours with a dash or "to" between them into a stretch. */
function linkPair(left: Part, right: Part, is: Is, anchor: Day | null): void {
  if (right.from - left.to !== 1 || !is(left.to, "DASH")) return;
  if (left.meaning.type !== "DATE" || right.meaning.type !== "DATE") return;
  if (is(left.to, "CONJUNCTION") && !is(left.from - 1, "RANGEOPEN")) return;
  if (left.meaning.day === null || right.meaning.endDay === null) return;
  if (right.statedYear && !left.statedYear) left.meaning = inYear(left.meaning, right.meaning.day!, "before");
  else if (left.statedYear && !right.statedYear)
    right.meaning = inYear(right.meaning, left.meaning.day!, "after");
  else if (left.meaning.day! > right.meaning.day! && !left.statedYear && anchor !== null) {
    const ahead = inYear(right.meaning, left.meaning.day!, "after");
    if (ahead.day! > anchor && left.meaning.day! <= anchor) right.meaning = ahead;
    else left.meaning = inYear(left.meaning, right.meaning.day!, "before");
  }
  if (left.meaning.day! > right.meaning.endDay!) return;
  const range = { start: left.meaning.day!, end: right.meaning.endDay! };
  left.range = range;
  right.range = range;
}

/** A meaning without a year of its own, moved into the year that puts it right before or after `other`. */
function inYear(meaning: Meaning, other: Day, side: "before" | "after"): Meaning {
  if (!/^\d{4}-\d{2}/.test(meaning.value)) return meaning;
  const at = (year: number) => moveYear(meaning, year);
  const year = Number(other.slice(0, 4));
  const same = at(year);
  if (side === "before") return same.day! <= other ? same : at(year - 1);
  return same.day! >= other ? same : at(year + 1);
}

function moveYear(meaning: Meaning, year: number): Meaning {
  const move = (text: string) => `${String(year).padStart(4, "0")}${text.slice(4)}`;
  const [day, endDay] = [move(meaning.day!), move(meaning.endDay!)];
  return { ...meaning, value: move(meaning.value), day, endDay };
}

/** The words of atoms `[from, to)`, gaps as one blank. */
function textOf(atoms: readonly Atom[], from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at++)
    text += at > from && !atoms[at]!.glued ? ` ${atoms[at]!.text}` : atoms[at]!.text;
  return text;
}
