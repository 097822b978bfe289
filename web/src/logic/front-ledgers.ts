/** What of the ledgers belongs on a front page: measures of its span, latest first, and contacts planned for after it. */
import type { LedgerEntry } from "../api/types.ts";

export interface BriefEntry {
  readonly entry: LedgerEntry;
  /** The step that brings it here, and its day. */
  readonly step: string;
  readonly day: string;
}

interface Span {
  readonly since: string;
  readonly until: string;
}

const MOST = 5;

/** Measures with a step inside the span, the latest step first. */
export function newMeasures(entries: readonly LedgerEntry[], { since, until }: Span): BriefEntry[] {
  return entries
    .flatMap((entry) => {
      const inside = entry.life.filter(
        ({ date }) => date !== null && date >= since && (until === "" || date <= until),
      );
      const last = inside.sort((a, b) => (a.date! < b.date! ? -1 : 1)).at(-1);
      return last === undefined ? [] : [{ entry, step: last.step, day: last.date! }];
    })
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : b.entry.lines - a.entry.lines))
    .slice(0, MOST);
}

/** Contacts that were planned for a day after the span's first and that no report tells as held, the nearest first. */
export function plannedContacts(entries: readonly LedgerEntry[], { since }: Span): BriefEntry[] {
  return entries
    .flatMap((entry) => {
      const last = entry.life.at(-1);
      const day = last?.for_date ?? null;
      return last?.step === "planned" && day !== null && day >= since
        ? [{ entry, step: last.step, day }]
        : [];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .slice(0, MOST);
}
