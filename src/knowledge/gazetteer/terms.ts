/**
 * Terms of office: rows of terms.tsv in, terms of a person and holders of an office out.
 *
 * Days known as a month or a year are widened to their first or last day. An
 * end that is open in a source of an earlier year is vouched for up to `seen`;
 * such a term answers for a later day only where no other is sure to; one
 * whose start is unknown never does.
 */
import type { Day } from "../../base/day.ts";
import { dayNumber, daysInMonth } from "../../base/day.ts";
import type { Sector } from "../ontology.generated.ts";
import type { OfficeTerm } from "../types.ts";
import { lettersOf } from "./byte-text.ts";
import { TermLines } from "./term-lines.ts";

export const TERM_COLUMNS: readonly string[] = "person body office title sector start end seen source".split(
  " ",
);

/** Days after `seen` for which an open term may still be taken as running. */
const OPEN_DAYS = 400;

function firstDay(date: string): Day | null {
  if (date === "") return null;
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

function lastDay(date: string): Day | null {
  if (date === "") return null;
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  const days = daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
  return `${date}-${String(days).padStart(2, "0")}`;
}

export class Terms {
  readonly #text: string;
  readonly #codeOf: (body: string) => string;
  #lines: TermLines | null = null;

  /** @param text terms.tsv, as bytes (byte-text.ts) */
  constructor(text: string, codeOf: (body: string) => string) {
    this.#text = text;
    this.#codeOf = codeOf;
  }

  /** Terms of the person, latest first. */
  of(personId: string): OfficeTerm[] {
    return this.#termsAt((lines) => lines.of(personId));
  }

  /** Terms of the office of that body that cover the day, surest first; the latest when `day` is null. */
  holders(body: string, office: string, day: Day | null): OfficeTerm[] {
    const terms = this.#termsAt((lines) => lines.ofOffice(`${body}\t${office}`));
    if (day === null) return terms.filter((term) => runsWith(term, terms[0]));
    const begun = terms.filter((term) => term.start !== null && term.start <= day);
    const sure = begun.filter((term) => covers(term, day));
    if (sure.length > 0) return sure;
    return begun.slice(0, 1).filter((term) => mayCover(term, day));
  }

  #termsAt(startsIn: (lines: TermLines) => number[]): OfficeTerm[] {
    this.#lines ??= new TermLines(this.#text);
    return startsIn(this.#lines)
      .map((start) => this.#term(start))
      .sort(latestFirst);
  }

  #term(at: number): OfficeTerm {
    const row = lettersOf(this.#text.slice(at, this.#text.indexOf("\n", at))).split("\t");
    const [personId, body, office, title, sector, start, end, seen] = row as TermRow;
    return {
      personId,
      office,
      title,
      code: this.#codeOf(body),
      body,
      sector: sector as Sector,
      start: firstDay(start),
      end: lastDay(end),
      seen: end === "" ? lastDay(seen) : null,
    };
  }
}

type TermRow = [string, string, string, string, string, string, string, string];

function latestFirst(a: OfficeTerm, b: OfficeTerm): number {
  const left = a.start ?? "";
  const right = b.start ?? "";
  return left < right ? 1 : left > right ? -1 : 0;
}

function covers(term: OfficeTerm, day: Day): boolean {
  if (term.end !== null) return day <= term.end;
  return term.seen === null || day <= term.seen;
}

function mayCover(term: OfficeTerm, day: Day): boolean {
  if (term.end !== null || term.seen === null) return false;
  return dayNumber(day) - dayNumber(term.seen) <= OPEN_DAYS;
}

/** True when both terms began on the same day or neither has ended: joint holders. */
function runsWith(term: OfficeTerm, latest: OfficeTerm | undefined): boolean {
  if (latest === undefined) return false;
  return term.start === latest.start || (term.end === null && latest.end === null && term.seen === null);
}
