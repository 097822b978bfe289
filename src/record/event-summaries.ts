/**
 * Events in numbers: how many of a day and type, and how many for each value of
 * a facet. Where the roll-up of linking knows the answer it is read; else the
 * events that the filter lets through are counted, so many at most, and the
 * answer says whether these were all.
 */
import { type RawBuilder, sql } from "kysely";
import type { Database } from "./db.ts";
import { eventConditions } from "./event-conditions.ts";
import { eventsOfNumbers, eventsOfParties, eventsOfSpan, fewEvents } from "./few-events.ts";
import { MENTION_ROOM } from "./links/keep.ts";
import { placeValue } from "./place-is.ts";
import { storable } from "./storable.ts";
import type { EventFilter } from "./types.ts";

/** Events that are counted at most: so many take 100 to 200 ms of a processor (measured 2026-11-27 at a million events). */
const COUNTED_AT_MOST = { sqlite: 30_000, postgres: 10_000 } as const;
/** Events of a short span. */
const SHORT = 20_000;
const VALUES_AT_MOST = 50;
const ROOM = sql.raw(String(MENTION_ROOM));

export interface DayCount {
  /** "" where the day is not known. */
  readonly day: string;
  readonly event: string;
  readonly events: number;
  readonly mentions: number;
}

export interface Counted<T> {
  readonly counts: readonly T[];
  /** False where there are more events than were counted. */
  readonly whole: boolean;
}

export interface FacetValue {
  readonly facet: "type" | "actor" | "recipient" | "place" | "standing" | "outlet";
  readonly value: string;
  readonly events: number;
}

/** Events by the day on which they begin and by type, in the order of the days. */
export async function eventDays(database: Database, filter: EventFilter): Promise<Counted<DayCount>> {
  const rolled = rollUp(filter);
  if (rolled !== null) {
    const { rows } = await sql<DayCount>`select day, event, sum(events) as events, sum(mentions) as mentions
      from event_counts where ${rolled} group by day, event having sum(events) > 0
      order by day, event`.execute(database.kysely);
    return { counts: rows.map(numbered), whole: true };
  }
  const matched = await matchedEvents(database, filter);
  const { rows } = await sql<DayCount>`with matched as (${matched})
    select day, event, count(*) as events, sum(mentions) as mentions from matched
    where day >= ${storable(filter.since ?? "")} group by day, event order by day, event`.execute(
    database.kysely,
  );
  return wholeOf(database, rows.map(numbered));
}

/** How often a type and its modes stand between two in a period, by who did it. */
export interface PairCount {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; "" where no day is known. */
  readonly period: string;
  readonly event: string;
  /** JSON list. */
  readonly mode: string;
  /** Done by the first to the second, by the second to the first, or by both: together, or each to the other. */
  readonly side: "forth" | "back" | "both";
  readonly events: number;
}

/** Letters of a day that name its period. */
const LETTERS = { day: 10, month: 7, year: 4 } as const;

/** Events between two by the period in which they begin, type, modes and side, in the order of the periods. */
export async function eventsBetween(
  database: Database,
  filter: EventFilter & { readonly between: readonly [string, string] },
  period: keyof typeof LETTERS,
): Promise<Counted<PairCount>> {
  const most = COUNTED_AT_MOST[database.kind];
  const named = await eventsOfParties(database, filter, most);
  if (named === null) return { counts: [], whole: true };
  const { rows } = await sql<PairCount>`select period, event, mode, side, count(*) as events
    from (select substr(events.day, 1, ${sql.raw(String(LETTERS[period]))}) as period, events.event, events.mode,
      case when few.forth = few.back then 'both' when few.forth = 1 then 'forth' else 'back' end as side
      from ${named.from} where ${eventConditions(database, named.rest)} limit ${most}) told
    group by period, event, mode, side order by 1, 2, 3, 4`.execute(database.kysely);
  return wholeOf(
    database,
    rows.map((row) => ({ ...row, events: Number(row.events) })),
  );
}

/** Values of the facets with their numbers of events, most first. */
export async function eventFacets(database: Database, filter: EventFilter): Promise<Counted<FacetValue>> {
  const matched = await matchedEvents(database, filter);
  const place = placeValue(database.kind, "place", "countryCode");
  const parts: Record<string, RawBuilder<unknown>> = {
    type: sql`select 'type' as facet, event as value, count(*) as events from matched group by event`,
    standing: sql`select 'standing' as facet, standing as value, count(*) as events from matched group by standing`,
    place: sql`select 'place' as facet, ${place} as value, count(*) as events from matched
      where place is not null and ${place} is not null group by ${place}`,
    actor: sql`select role as facet, code as value, events from sides where role = 'actor'`,
    recipient: sql`select role as facet, code as value, events from sides where role = 'recipient'`,
    outlet: sql`select 'outlet' as facet, outlet as value, count(*) as events
      from (${outletsOf(database)}) named group by outlet`,
  };
  const one = (part: RawBuilder<unknown>) =>
    sql`select * from (select * from (${part}) counted order by events desc, value limit ${VALUES_AT_MOST}) part`;
  const { rows } = await sql<FacetValue>`with matched as (${matched}),
    sides as (select role, code, count(*) as events from (${sidesOf(database)}) named group by role, code)
    select facet, value, events from (${sql.join(Object.values(parts).map(one), sql` union all `)}) facets
    order by facet, events desc, value`.execute(database.kysely);
  return wholeOf(
    database,
    rows.map((row) => ({ ...row, events: Number(row.events) })),
    "type",
  );
}

/** Each event with each code on each of its sides, once. Asked event by event: otherwise the parties of all would be read. */
function sidesOf({ kind }: Database): RawBuilder<unknown> {
  const of = sql`select distinct party.event, party.role, party.code from`;
  if (kind === "sqlite")
    return sql`${of} matched cross join event_parties party on party.event = matched.num where party.code is not null`;
  return sql`${of} matched cross join lateral (select event, role, code from event_parties
    where event = matched.num and code is not null offset 0) party`;
}

/** Each event with each outlet that tells it, once. */
function outletsOf({ kind }: Database): RawBuilder<unknown> {
  const of = sql`select distinct told.num, reports.outlet from`;
  const reports = sql`join link_reads on link_reads.num = told.report
    join reports on reports.id = link_reads.report_id where reports.outlet is not null`;
  const report = sql`event_mentions.mention / ${ROOM} as report`;
  if (kind === "sqlite")
    return sql`${of} (select distinct matched.num, ${report} from matched
      cross join event_mentions on event_mentions.event = matched.num) told ${reports}`;
  return sql`${of} (select distinct matched.num, each.report from matched
    cross join lateral (select ${report} from event_mentions where event = matched.num offset 0) each) told ${reports}`;
}

function numbered(row: DayCount): DayCount {
  return { ...row, events: Number(row.events), mentions: Number(row.mentions) };
}

function wholeOf<T extends { readonly events: number; readonly facet?: string }>(
  { kind }: Database,
  counts: T[],
  facet?: string,
): Counted<T> {
  const all = counts.filter((each) => facet === undefined || each.facet === facet);
  return { counts, whole: all.reduce((sum, { events }) => sum + events, 0) < COUNTED_AT_MOST[kind] };
}

async function matchedEvents(database: Database, filter: EventFilter): Promise<RawBuilder<unknown>> {
  const most = COUNTED_AT_MOST[database.kind];
  const few = await fewEvents(database, filter);
  const named =
    few === null && !(await isShort(database, filter)) ? await eventsOfParties(database, filter, most) : null;
  const from = few === null ? (named?.from ?? eventsOfSpan(filter)) : eventsOfNumbers(database, few.keys);
  return sql`select events.num, day, event, mode, standing, place, mentions, first_report from ${from}
    where ${eventConditions(database, few?.rest ?? named?.rest ?? filter)} limit ${most}`;
}

/** True where the filter asks for days in which few enough begin to look at each of them. */
async function isShort(database: Database, { since, until }: EventFilter): Promise<boolean> {
  if (since === undefined) return false;
  const upTo = until === undefined ? sql`` : sql`and day <= ${storable(until)}`;
  const { rows } = await sql<{ n: number }>`select count(*) as n from
    (select 1 from events where day >= ${storable(since)} ${upTo} limit ${SHORT}) begun`.execute(
    database.kysely,
  );
  return Number(rows[0]?.n ?? 0) < SHORT;
}

const CODE = /^[A-Za-z]{3}$/;

/** Condition on the roll-up that means the same as the filter; null where it cannot. */
function rollUp(filter: EventFilter): RawBuilder<boolean> | null {
  const { since, until, actor, recipient, types, factuality, allVersions: _versions, ...rest } = filter;
  if (Object.values(rest).some((value) => value !== undefined)) return null;
  // Its recipients are also those who act together; a list's are not.
  if (recipient !== undefined || (actor !== undefined && !CODE.test(actor.trim()))) return null;
  if (types?.some((type) => type.includes("/"))) return null;
  const list = [
    sql`dims = ${actor === undefined ? 0 : 1}`,
    sql`actor = ${storable(actor?.trim().toUpperCase() ?? "")}`,
    // With an actor the key leads to the rows; an index by recipient would lead to those of all actors.
    ...(actor === undefined ? [sql`recipient = ''`] : []),
    ...(since === undefined ? [] : [sql`day >= ${storable(since)}`]),
    ...(until === undefined ? [] : [sql`day <= ${storable(until)}`]),
    ...(factuality === undefined ? [] : [sql`factuality = ${factuality}`]),
    ...(types === undefined
      ? []
      : [sql`event in (${sql.join(types.map((type) => storable(type.toUpperCase())))})`]),
  ];
  return sql<boolean>`${sql.join(list, sql` and `)}`;
}
