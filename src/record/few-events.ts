/**
 * Which events a filter can let through at all, where these are few: as
 * few-mentions.ts, for events. The numbers of events come out.
 */
import { type RawBuilder, sql } from "kysely";
import { partsByDay } from "./day-parts.ts";
import type { Database } from "./db.ts";
import { eventParties } from "./event-conditions.ts";
import { fewMentions, keysTable } from "./few-mentions.ts";
import { type PartyTable, withParties } from "./few-parties.ts";
import { FEW, type Found, fewest, type Way } from "./fewest.ts";
import { MENTION_ROOM } from "./links/keep.ts";
import { startsWith } from "./list-reports.ts";
import { holdsWords } from "./mention-conditions.ts";
import { placeIs } from "./place-is.ts";
import { storable } from "./storable.ts";
import type { EventFilter, MentionFilter } from "./types.ts";

const ROOM = sql.raw(String(MENTION_ROOM));

/** What a filter asks of the mentions of an event. */
const TOLD = ["outlet", "report", "search", "readSince"] as const satisfies readonly (keyof EventFilter)[];

const PARTIES: PartyTable = { table: "event_parties", keys: [["event", "num"]] };

/** What of a filter the events of a way fulfil. */
type Settled = "search" | "outlet" | "parties" | null;

/** The numbers of the few events that can pass; null where they are many, or the filter names nothing that an index knows. */
export async function fewEvents(
  database: Database,
  filter: EventFilter,
): Promise<Found<number, EventFilter> | null> {
  const { event, story, report, place, readSince, search, outlet } = filter;
  const toldBy = (told: MentionFilter) => ofMentions(database, told);
  const way = <T>(
    asked: T | undefined,
    find: (asked: T) => Promise<readonly number[] | null>,
    settled: Settled = null,
  ): Way<number, EventFilter> | null =>
    asked === undefined ? null : { find: () => find(asked), rest: without(filter, settled) };
  return await fewest([
    way(event, (id) => numbersOf(database, byId(id))),
    way(story, (id) => numbersOf(database, ofStory(id))),
    way(report, (id) => toldBy({ report: id })),
    way(place, (name) => numbersOf(database, atPlace(database, name))),
    way(readSince, (moment) => toldBy({ readSince: moment })),
    way(filter, () => byParties(database, filter), "parties"),
    way(search, () => bySearch(database, filter), "search"),
    way(outlet, (name) => toldBy({ outlet: name }), "outlet"),
  ]);
}

async function byParties(database: Database, filter: EventFilter): Promise<readonly number[] | null> {
  const query = await withParties(database, PARTIES, filter, FEW + 1);
  return query === null ? null : await numbersOf(database, query);
}

/** The events that have the parties, to stand after `from` with the alias `events`, and what is left of the filter; null
 * where it names no party. With `between`, `few.forth` and `few.back` are 1 for what one of the two did to the other.
 * @param most so many are enough; fewer may pass what is left, and then none is left out */
export async function eventsOfParties(
  database: Database,
  filter: EventFilter,
  most: number,
): Promise<{ readonly from: RawBuilder<unknown>; readonly rest: EventFilter } | null> {
  const rest = without(filter, "parties");
  const isSettled = Object.values(rest).every((value) => value === undefined);
  const query = await withParties(database, PARTIES, filter, isSettled ? most : undefined);
  if (query === null) return null;
  const is = (way: number) => sql`max(case when way = ${sql.raw(String(way))} then 1 else 0 end)`;
  const join = database.kind === "sqlite" ? sql`cross join` : sql`join`;
  const from = sql`(select num, ${is(0)} as forth, ${is(1)} as back from (${query}) named group by num) few
    ${join} events on events.num = few.num`;
  return { from, rest };
}

/** On PostgreSQL words and parties together, as in few-mentions.ts. */
async function bySearch(database: Database, filter: EventFilter): Promise<readonly number[] | null> {
  const { search = "", actor, recipient, between } = filter;
  const parties = [actor, recipient, between].filter((party) => party !== undefined);
  if (database.kind === "sqlite" || parties.length === 0) return await ofMentions(database, { search });
  return await numbersOf(
    database,
    sql`select event_mentions.event as num from mentions
      join link_reads on link_reads.report_id = mentions.report_id
      join event_mentions on event_mentions.mention = link_reads.num * ${ROOM} + mentions.position
      where ${holdsWords(database, search)} and ${eventParties(filter, sql``, "event_mentions.event")}`,
  );
}

/** The events of the mentions that pass; null where they are many. */
async function ofMentions(database: Database, told: MentionFilter): Promise<readonly number[] | null> {
  const few = await fewMentions(database, told);
  if (few === null) return null;
  return await numbersOf(
    database,
    sql`select event_mentions.event as num from ${keysTable(database, few.keys)}
      join link_reads on link_reads.report_id = few.report_id
      join event_mentions on event_mentions.mention = link_reads.num * ${ROOM} + few.position`,
  );
}

async function numbersOf(database: Database, query: RawBuilder<unknown>): Promise<readonly number[] | null> {
  const { rows } = await sql<{ num: number }>`${query} limit ${FEW + 1}`.execute(database.kysely);
  return rows.length > FEW ? null : [...new Set(rows.map(({ num }) => Number(num)))];
}

/** What is left of the filter. One mention must fulfil all that is asked of mentions: only what stands alone is settled. */
function without(filter: EventFilter, told: Settled): EventFilter {
  if (told === "parties") {
    const { actor: _actor, recipient: _recipient, between: _between, ...rest } = filter;
    return rest;
  }
  const asked = TOLD.filter((name) => filter[name] !== undefined);
  if (told === null || asked.length !== 1 || asked[0] !== told) return filter;
  const { [told]: _settled, ...rest } = filter;
  return rest;
}

/** The events of these numbers, to stand after `from`, with the alias `events`. */
export function eventsOfNumbers(database: Database, numbers: readonly number[]): RawBuilder<unknown> {
  if (database.kind === "postgres")
    return sql`unnest(${numbers}::bigint[]) few (num) join events on events.num = few.num`;
  return sql`(select value as num from json_each(${JSON.stringify(numbers)})) few
    cross join events on events.num = few.num`;
}

/** The events that a span of days lets through, as far as an index knows, to stand after `from`. */
export function eventsOfSpan({ since, until }: EventFilter): RawBuilder<unknown> {
  const upTo = until === undefined ? sql`` : sql`and day <= ${storable(until)}`;
  const parts = partsByDay(since).map((part) => {
    if (part === null) return null;
    return part.kind === "later"
      ? sql`select * from events where day >= ${part.day} ${upTo}`
      : sql`select * from events where last_day > day and last_day >= ${part.day} and day < ${part.day}`;
  });
  const known = parts.flatMap((part) => part ?? []);
  return known.length === 0 ? sql`events` : sql`(${sql.join(known, sql` union all `)}) events`;
}

function byId(event: string): RawBuilder<unknown> {
  return sql`select num from events where id ${startsWith(event)}`;
}

function atPlace({ kind }: Database, place: string): RawBuilder<unknown> {
  return sql`select num from events where ${placeIs(kind, "events.place", place)}`;
}

function ofStory(story: string): RawBuilder<unknown> {
  return sql`select events.num from stories join events on events.story = stories.num
    where stories.id ${startsWith(story)}`;
}
