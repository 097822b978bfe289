/**
 * Which events a filter can let through at all, where these are few: as
 * few-mentions.ts, for events. The numbers of events come out.
 */
import { type RawBuilder, sql } from "kysely";
import type { Database } from "./db.ts";
import { eventParties } from "./event-conditions.ts";
import { fewMentions, keysTable } from "./few-mentions.ts";
import { type PartyTable, withParties } from "./few-parties.ts";
import { MENTION_ROOM } from "./links/keep.ts";
import { startsWith } from "./list-reports.ts";
import { holdsWords } from "./mention-conditions.ts";
import { placeIs } from "./place-is.ts";
import type { EventFilter, MentionFilter } from "./types.ts";

const FEW = 5_000;
const ROOM = sql.raw(String(MENTION_ROOM));

/** What a filter asks of the mentions of an event. */
const TOLD = ["outlet", "report", "search", "readSince"] as const satisfies readonly (keyof EventFilter)[];

const PARTIES: PartyTable = { table: "event_parties", keys: [["event", "num"]] };

export interface FewEvents {
  readonly numbers: readonly number[];
  /** What is left of the filter to be tested. */
  readonly rest: EventFilter;
}

/** Finds numbers, or null where they are many; and what of the filter these fulfil. */
type Source = readonly [
  find: () => Promise<readonly number[] | null>,
  told: "search" | "outlet" | "parties" | null,
];

/** The numbers of the few events that can pass; null where they are many, or the filter names nothing that an index knows. */
export async function fewEvents(database: Database, filter: EventFilter): Promise<FewEvents | null> {
  const { report, search, outlet } = filter;
  const toldBy = (told: MentionFilter) => ofMentions(database, told);
  const { event, story, place, readSince } = filter;
  const sources: readonly (Source | null)[] = [
    event === undefined ? null : [() => numbersOf(database, byId(event)), null],
    story === undefined ? null : [() => numbersOf(database, ofStory(story)), null],
    report === undefined ? null : [() => toldBy({ report }), null],
    place === undefined ? null : [() => numbersOf(database, atPlace(database, place)), null],
    readSince === undefined ? null : [() => toldBy({ readSince }), null],
    [() => byParties(database, filter), "parties"],
    search === undefined ? null : [() => bySearch(database, filter), "search"],
    outlet === undefined ? null : [() => toldBy({ outlet }), "outlet"],
  ];
  let few: FewEvents | null = null;
  for (const source of sources) {
    if (source === null) continue;
    const [find, told] = source;
    const numbers = await find();
    if (numbers === null) continue;
    if (few === null || numbers.length < few.numbers.length) few = { numbers, rest: without(filter, told) };
    if (numbers.length === 0) return few;
  }
  return few;
}

async function byParties(database: Database, filter: EventFilter): Promise<readonly number[] | null> {
  const query = await withParties(database, PARTIES, filter, FEW + 1);
  return query === null ? null : await numbersOf(database, query);
}

/** The events that have the parties, so many at most, to stand after `from` with the alias `events`, and what is left of
 * the filter; null where it names no party. */
export async function eventsOfParties(
  database: Database,
  filter: EventFilter,
  most: number,
): Promise<{ readonly from: RawBuilder<unknown>; readonly rest: EventFilter } | null> {
  const query = await withParties(database, PARTIES, filter, most);
  if (query === null) return null;
  const from = sql`(select distinct num from (${query}) named) few join events on events.num = few.num`;
  return { from, rest: without(filter, "parties") };
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
function without(filter: EventFilter, told: Source[1]): EventFilter {
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
