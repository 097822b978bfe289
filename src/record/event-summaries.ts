/**
 * Events in numbers: how many of a day and type, and how many for each value of
 * a facet. Where the roll-up of linking knows the answer it is read; else the
 * events that the filter lets through are counted, so many at most, and the
 * answer says whether these were all.
 */
import { type RawBuilder, sql } from "kysely";
import type { Database } from "./db.ts";
import { eventConditions, eventParties } from "./event-conditions.ts";
import { eventsOfNumbers, eventsOfParties, fewEvents } from "./few-events.ts";
import { placeValue } from "./place-is.ts";
import { storable } from "./storable.ts";
import type { EventFilter } from "./types.ts";

/** Events that are counted at most: so many take about 100 ms of a processor (measured 2026-11-27 at a million events). */
const COUNTED_AT_MOST = { sqlite: 50_000, postgres: 10_000 } as const;
const VALUES_AT_MOST = 50;

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

export interface PeriodCount {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly period: string;
  readonly event: string;
  /** JSON list. */
  readonly mode: string;
  readonly events: number;
}

/** Letters of a day that name its period. */
const LETTERS = { day: 10, month: 7, year: 4 } as const;

/** Events by the period in which they begin, type and modes, in the order of the periods; those without a day are left out. */
export async function eventPeriods(
  database: Database,
  filter: EventFilter,
  period: keyof typeof LETTERS,
): Promise<Counted<PeriodCount>> {
  const matched = await matchedEvents(database, filter);
  const name = sql.raw(`substr(day, 1, ${LETTERS[period]})`);
  const { rows } = await sql<PeriodCount>`with matched as (${matched})
    select ${name} as period, event, mode, count(*) as events from matched
    where day <> '' group by ${name}, event, mode order by 1, 2, 3`.execute(database.kysely);
  return wholeOf(
    database,
    rows.map((row) => ({ ...row, events: Number(row.events) })),
  );
}

/** How often a type stands between two, by who did it. */
export interface SideCount {
  readonly event: string;
  readonly events: number;
  /** Done by the first to the second alone. */
  readonly forth: number;
  readonly back: number;
}

/** Events between two by type and side, most first. */
export async function eventSides(
  database: Database,
  filter: EventFilter & { readonly between: readonly [string, string] },
): Promise<Counted<SideCount>> {
  const [one, other] = filter.between;
  const matched = await matchedEvents(database, filter);
  const does = (actor: string, recipient: string) => sql`sum(case when
    ${eventParties({ actor, recipient }, sql``, "matched.num")}
    and not (${eventParties({ actor: recipient }, sql``, "matched.num")}) then 1 else 0 end)`;
  const { rows } = await sql<SideCount>`with matched as (${matched})
    select event, count(*) as events, ${does(one, other)} as forth, ${does(other, one)} as back
    from matched group by event order by 2 desc, 1`.execute(database.kysely);
  return wholeOf(
    database,
    rows.map(({ event, events, forth, back }) => ({
      event,
      events: Number(events),
      forth: Number(forth),
      back: Number(back),
    })),
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
    outlet: sql`select 'outlet' as facet, reports.outlet as value, sum(told.events) as events
      from (select first_report, count(*) as events from matched group by first_report) told
      join link_reads on link_reads.num = told.first_report
      join reports on reports.id = link_reads.report_id where reports.outlet is not null group by reports.outlet`,
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

/** Each event with each code on each of its sides, once. */
function sidesOf({ kind }: Database): RawBuilder<unknown> {
  const of = sql`select distinct party.event, party.role, party.code from`;
  if (kind === "sqlite")
    return sql`${of} matched join event_parties party on party.event = matched.num where party.code is not null`;
  // Asked event by event: joined, the parties of all events would be read.
  return sql`${of} matched cross join lateral (select event, role, code from event_parties
    where event = matched.num and code is not null offset 0) party`;
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
  const named = few === null ? await eventsOfParties(database, filter, most) : null;
  const from = few === null ? (named?.from ?? sql`events`) : eventsOfNumbers(database, few.numbers);
  return sql`select events.num, day, event, mode, standing, place, mentions, first_report from ${from}
    where ${eventConditions(database, few?.rest ?? named?.rest ?? filter)} limit ${most}`;
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
