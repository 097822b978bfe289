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
  /** Where the lines of a person, or of an office as "body office", start. */
  #lines: ReadonlyMap<string, readonly number[]> | null = null;

  /** @param text terms.tsv */
  constructor(text: string, codeOf: (body: string) => string) {
    this.#text = text;
    this.#codeOf = codeOf;
  }

  /** Terms of the person, latest first. */
  of(personId: string): OfficeTerm[] {
    return this.#under(personId);
  }

  /** Terms of the office of that body that cover the day, surest first; the latest when `day` is null. */
  holders(body: string, office: string, day: Day | null): OfficeTerm[] {
    const terms = this.#under(`${body}\t${office}`);
    if (day === null) return terms.filter((term) => runsWith(term, terms[0]));
    const begun = terms.filter((term) => term.start !== null && term.start <= day);
    const sure = begun.filter((term) => covers(term, day));
    if (sure.length > 0) return sure;
    return begun.slice(0, 1).filter((term) => mayCover(term, day));
  }

  #under(key: string): OfficeTerm[] {
    this.#lines ??= indexLines(this.#text);
    const starts = this.#lines.get(key) ?? [];
    return starts.map((start) => this.#term(start)).sort(latestFirst);
  }

  #term(at: number): OfficeTerm {
    const row = this.#text.slice(at, this.#text.indexOf("\n", at)).split("\t");
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

/** Starts of the lines by person and by body and office, in one walk. */
function indexLines(text: string): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  for (let start = text.indexOf("\n") + 1; start < text.length; ) {
    const person = text.indexOf("\t", start);
    const office = text.indexOf("\t", text.indexOf("\t", person + 1) + 1);
    file(lines, text.slice(start, person), start);
    file(lines, text.slice(person + 1, office), start);
    start = text.indexOf("\n", office) + 1;
  }
  return lines;
}

function file(map: Map<string, number[]>, key: string, line: number): void {
  const lines = map.get(key);
  if (lines === undefined) map.set(key, [line]);
  else lines.push(line);
}

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
