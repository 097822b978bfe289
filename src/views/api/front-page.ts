/**
 * The front page: a span of days in, what belongs on it out: of each story the
 * event that most independent lines tell, measures with a new step, contacts
 * planned for days to come, places where reports disagree. Ranks and picks
 * only; what it shows is the lists' own.
 */
import { addDays } from "../../base/index.ts";
import type { LedgerEntry } from "../../linking/types.ts";
import type { OpenRecord } from "../../record/index.ts";
import type { EventFilter, EventLine } from "../../record/types.ts";

/** Stretches by name, with their days. */
export const SPANS = { week: 7, month: 31, year: 366, all: null } as const;
export type SpanName = keyof typeof SPANS;

export interface FrontQuery {
  readonly span?: SpanName | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly readSince?: string | undefined;
}

export interface FrontItem {
  readonly line: EventLine;
  /** Other events of its story in the span. */
  readonly others: number;
}

/** Events that are ranked, stories that are shown, entries of a ledger. */
const RANKED = 400;
const SHOWN = 22;
const BRIEF = 5;
const ENTRIES = 1_000;
/** A contact that is still to come was planned not longer ago than this. */
const PLANNED_DAYS = 365;

/** The first and the last day: as given, else the named stretch up to the record's own last day, not the clock's. */
export async function spanOf(
  record: OpenRecord,
  query: FrontQuery,
): Promise<Pick<EventFilter, "since" | "until">> {
  const until = query.until ?? (await record.lastDay()) ?? undefined;
  if (query.since !== undefined) return { since: query.since, ...(until === undefined ? {} : { until }) };
  const days = query.readSince === undefined ? SPANS[query.span ?? "month"] : null;
  if (until === undefined || days === null) return query.until === undefined ? {} : { until: query.until };
  return { since: addDays(until, 1 - days), until };
}

/** One event a story, most independent lines first; of as many, more reports, then deeds before words, then the later. */
export async function frontItems(
  record: OpenRecord,
  filter: EventFilter,
  scoreOf: (line: EventLine) => number,
): Promise<FrontItem[]> {
  const lines = (await record.largestEvents(filter, RANKED)).filter(
    ({ event }) => event.factuality.value !== "historical",
  );
  const day = ({ event }: EventLine) => event.date?.value.date ?? "";
  const ranked = lines.toSorted(
    (a, b) =>
      b.event.lines - a.event.lines ||
      b.event.reports - a.event.reports ||
      Math.abs(scoreOf(b)) - Math.abs(scoreOf(a)) ||
      (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0),
  );
  const firsts = new Map<string, EventLine>();
  for (const line of ranked) {
    const story = line.event.storyId ?? line.event.id;
    if (!firsts.has(story)) firsts.set(story, line);
  }
  const shown = [...firsts].slice(0, SHOWN);
  const counts = await record.countByStory(
    filter,
    shown.map(([story]) => story),
  );
  return shown.map(([story, line]) => ({ line, others: Math.max(0, (counts.get(story) ?? 1) - 1) }));
}

/** An entry with the step that brings it here. */
export interface BriefEntry {
  readonly entry: LedgerEntry;
  readonly step: string;
  readonly day: string;
}

/** Measures with a step inside the span, the latest step first. */
export async function newMeasures(
  record: OpenRecord,
  { since = "", until }: Pick<EventFilter, "since" | "until">,
): Promise<BriefEntry[]> {
  const { lines } = await record.listMeasures(
    { ...(since === "" ? {} : { since }), ...(until === undefined ? {} : { until }) },
    { limit: ENTRIES },
  );
  return lines
    .flatMap(({ entry }) => {
      const inside = entry.life.flatMap(({ step, date }) =>
        date !== null && date >= since && (until === undefined || date <= until) ? [{ step, day: date }] : [],
      );
      const last = inside.toSorted((a, b) => (a.day < b.day ? -1 : 1)).at(-1);
      return last === undefined ? [] : [{ entry, ...last }];
    })
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : b.entry.lines - a.entry.lines))
    .slice(0, BRIEF);
}

/** Contacts that are planned for a day of the span or after it and that no report tells as held, the nearest first. */
export async function plannedContacts(
  record: OpenRecord,
  { since = "" }: Pick<EventFilter, "since" | "until">,
): Promise<BriefEntry[]> {
  const { lines } = await record.listContacts(
    { types: ["planned"], ...(since === "" ? {} : { since: addDays(since, -PLANNED_DAYS) }) },
    { limit: ENTRIES },
  );
  return lines
    .flatMap(({ entry }) => {
      const last = entry.life.at(-1);
      const day = last?.forDate ?? null;
      return last?.step === "planned" && day !== null && day >= since
        ? [{ entry, step: last.step, day }]
        : [];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .slice(0, BRIEF);
}
