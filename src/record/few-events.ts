/**
 * Which events a filter can let through at all, where these are few: as
 * few-mentions.ts, for events. The numbers of events come out.
 */
import { type RawBuilder, sql } from "kysely";
import type { Database } from "./db.ts";
import { type PartyTable, withParties } from "./few-parties.ts";
import { MENTION_ROOM } from "./links/keep.ts";
import { matchingSentences } from "./search.ts";
import { storable } from "./storable.ts";
import type { EventFilter } from "./types.ts";

const FEW = 5_000;
const ROOM = sql.raw(String(MENTION_ROOM));

const PARTIES: PartyTable = { table: "event_parties", keys: [["event", "num"]] };

/** The numbers of the few events that can pass; null where they are many, or the filter names nothing that an index knows. */
export async function fewEvents(database: Database, filter: EventFilter): Promise<number[] | null> {
  let few: number[] | null = null;
  for (const source of [
    await withParties(database, PARTIES, filter, FEW + 1),
    bySearch(database, filter),
    byOutlet(filter),
  ]) {
    if (source === null) continue;
    const { rows } = await sql<{ num: number }>`${source} limit ${FEW + 1}`.execute(database.kysely);
    if (rows.length > FEW) continue;
    if (few === null || rows.length < few.length) few = rows.map(({ num }) => Number(num));
    if (few.length === 0) return few;
  }
  return few;
}

function bySearch(database: Database, { search }: EventFilter): RawBuilder<unknown> | null {
  if (search === undefined) return null;
  const sentences = matchingSentences(database, search, FEW + 1);
  if (sentences === null) return sql`select num from events where 1 = 0`;
  return sql`select event_mentions.event as num from ${sentences} found
    join mentions on mentions.report_id = found.report_id and mentions.sentence = found.position
    join link_reads on link_reads.report_id = mentions.report_id
    join event_mentions on event_mentions.mention = link_reads.num * ${ROOM} + mentions.position`;
}

function byOutlet({ outlet }: EventFilter): RawBuilder<unknown> | null {
  if (outlet === undefined) return null;
  return sql`select event_mentions.event as num from reports
    join mentions on mentions.report_id = reports.id
    join link_reads on link_reads.report_id = reports.id
    join event_mentions on event_mentions.mention = link_reads.num * ${ROOM} + mentions.position
    where reports.outlet = ${storable(outlet)}`;
}
