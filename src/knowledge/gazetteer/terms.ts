/**
 * Terms of office: rows of terms.tsv in, terms of a person and holders of an office out.
 *
 * Days known as a month or a year are widened to their first or last day. An
 * end that is open in a source of an earlier year is vouched for up to `seen`;
 * such a term answers for a later day only where no other is sure to.
 */
import type { Day } from "../../base/day.ts";
import { dayNumber, daysInMonth } from "../../base/day.ts";
import type { Sector } from "../ontology.generated.ts";
import type { OfficeTerm } from "../types.ts";
import type { Row } from "./table.ts";

export const TERM_COLUMNS = ["person", "office", "title", "body", "sector", "start", "end", "seen", "source"];

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
  readonly #byPerson = new Map<string, Row[]>();
  readonly #byOffice = new Map<string, Row[]>();
  readonly #codeOf: (body: string) => string;

  constructor(rows: readonly Row[], codeOf: (body: string) => string) {
    this.#codeOf = codeOf;
    for (const row of rows) {
      file(this.#byPerson, row[0]!, row);
      file(this.#byOffice, `${row[3]} ${row[1]}`, row);
    }
  }

  /** Terms of the person, latest first. */
  of(personId: string): OfficeTerm[] {
    return (this.#byPerson.get(personId) ?? []).map((row) => this.#term(row)).sort(latestFirst);
  }

  /** Terms of the office of that body that cover the day, surest first; the latest when `day` is null. */
  holders(body: string, office: string, day: Day | null): OfficeTerm[] {
    const terms = (this.#byOffice.get(`${body} ${office}`) ?? []).map((row) => this.#term(row));
    terms.sort(latestFirst);
    if (day === null) return terms.filter((term) => runsWith(term, terms[0]));
    const begun = terms.filter((term) => term.start === null || term.start <= day);
    const sure = begun.filter((term) => covers(term, day));
    if (sure.length > 0) return sure;
    return begun.slice(0, 1).filter((term) => mayCover(term, day));
  }

  #term(row: Row): OfficeTerm {
    const [personId, office, title, body, sector, start, end, seen] = row as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
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

function file(map: Map<string, Row[]>, key: string, row: Row): void {
  const rows = map.get(key);
  if (rows === undefined) map.set(key, [row]);
  else rows.push(row);
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
