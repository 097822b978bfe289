/**
 * Which mentions a filter can let through at all, where these are few: a
 * filter in, their keys out. Lists walk the days in order and test each
 * mention, which is quick where many pass; where few or none do, they would
 * walk the whole record, so the few are found by their own indexes first.
 */
import { type RawBuilder, sql } from "kysely";
import type { Database } from "./db.ts";
import { type PartyTable, withParties } from "./few-parties.ts";
import { FEW, type Found, fewest, type Way } from "./fewest.ts";
import { MENTION_ROOM } from "./links/keep.ts";
import { reportIs, reportsOfStory, startsWith } from "./list-reports.ts";
import { holdsWords, partyConditions } from "./mention-conditions.ts";
import { placeIs } from "./place-is.ts";
import { matchingSentences } from "./search.ts";
import { storable } from "./storable.ts";
import type { MentionFilter } from "./types.ts";

const ROOM = sql.raw(String(MENTION_ROOM));

export interface MentionKey {
  readonly report_id: string;
  readonly position: number;
}

const PARTIES: PartyTable = {
  table: "mention_parties",
  keys: [
    ["report_id", "report_id"],
    ["mention", "position"],
  ],
};

/** The keys of the few mentions that can pass; null where they are many, or the filter names nothing that an index knows. */
export async function fewMentions(
  database: Database,
  filter: MentionFilter,
): Promise<Found<MentionKey, MentionFilter> | null> {
  const { search: _search, ...apartFromSearch } = filter;
  const { actor: _actor, recipient: _recipient, between: _between, ...apartFromParties } = filter;
  const way = (query: RawBuilder<unknown> | null, rest = filter): Way<MentionKey, MentionFilter> | null =>
    query === null ? null : { find: () => keysOf(database, query), rest };
  return await fewest([
    way(byEvent(filter)),
    way(byReport(filter)),
    way(byPlace(database, filter)),
    way(byReadSince(filter)),
    way(bySearch(database, filter), apartFromSearch),
    way(await withParties(database, PARTIES, filter, FEW + 1), apartFromParties),
    way(byOutlet(filter)),
  ]);
}

async function keysOf(database: Database, query: RawBuilder<unknown>): Promise<MentionKey[] | null> {
  const { rows } = await sql<MentionKey>`${query} limit ${FEW + 1}`.execute(database.kysely);
  if (rows.length > FEW) return null;
  return [...new Map(rows.map((key) => [`${key.report_id} ${key.position}`, key])).values()];
}

/** The mentions of these keys, to stand after `from`, with the alias `mentions`. */
export function mentionsOfKeys(database: Database, keys: readonly MentionKey[]): RawBuilder<unknown> {
  // On SQLite a cross join is gone through in the order in which it is written.
  return sql`${keysTable(database, keys)} ${database.kind === "sqlite" ? sql`cross join` : sql`join`} mentions
    on mentions.report_id = few.report_id and mentions.position = few.position`;
}

/** The keys as a table with the alias `few`, to stand after `from`. */
export function keysTable(database: Database, keys: readonly MentionKey[]): RawBuilder<unknown> {
  if (database.kind === "postgres")
    return sql`unnest(${keys.map((key) => key.report_id)}::text[], ${keys.map((key) => key.position)}::integer[])
      few (report_id, position)`;
  const list = JSON.stringify(keys.map(({ report_id, position }) => [report_id, position]));
  return sql`(select value ->> 0 as report_id, value ->> 1 as position from json_each(${list})) few`;
}

function bySearch(database: Database, filter: MentionFilter): RawBuilder<unknown> | null {
  const { search, actor, recipient, between } = filter;
  if (search === undefined) return null;
  const named = [actor, recipient, between].some((party) => party !== undefined);
  // PostgreSQL knows how to meet words and parties from their numbers; both may be many and what has both few.
  if (database.kind === "postgres" && named)
    return sql`select mentions.report_id, mentions.position from mentions
      where ${holdsWords(database, search)} and ${partyConditions(filter)}`;
  const sentences = matchingSentences(database, search, FEW + 1);
  if (sentences === null) return sql`select report_id, position from mentions where 1 = 0`;
  return sql`select mentions.report_id, mentions.position from ${sentences} found
    join mentions on mentions.report_id = found.report_id and mentions.sentence = found.position`;
}

function byOutlet({ outlet }: MentionFilter): RawBuilder<unknown> | null {
  if (outlet === undefined) return null;
  return sql`select mentions.report_id, mentions.position from reports
    join mentions on mentions.report_id = reports.id where reports.outlet = ${storable(outlet)}`;
}

function byReport({ report, story }: MentionFilter): RawBuilder<unknown> | null {
  if (report === undefined && story === undefined) return null;
  const of =
    report === undefined
      ? reportsOfStory(story ?? "")
      : sql`select id from reports where ${reportIs(report)}`;
  return sql`select report_id, position from mentions where report_id in (${of})`;
}

function byPlace(database: Database, { place }: MentionFilter): RawBuilder<unknown> | null {
  if (place === undefined) return null;
  return sql`select report_id, position from mentions where ${placeIs(database.kind, "mentions.place", place)}`;
}

function byReadSince({ readSince }: MentionFilter): RawBuilder<unknown> | null {
  if (readSince === undefined) return null;
  return sql`select mentions.report_id, mentions.position from reports
    join mentions on mentions.report_id = reports.id where reports.read_at > ${storable(readSince)}`;
}

function byEvent({ event }: MentionFilter): RawBuilder<unknown> | null {
  if (event === undefined) return null;
  return sql`select link_reads.report_id, event_mentions.mention - link_reads.num * ${ROOM} as position
    from events join event_mentions on event_mentions.event = events.num
    join link_reads on link_reads.num = event_mentions.mention / ${ROOM}
    where events.id ${startsWith(event)}`;
}
