/**
 * Which events a filter can let through at all, where these are few: as
 * few-mentions.ts, for events. The numbers of events come out.
 */
import { type RawBuilder, sql } from "kysely";
import type { Database } from "./db.ts";
import { MENTION_ROOM } from "./links/keep.ts";
import { matchingSentences } from "./search.ts";
import { nameKey, storable } from "./storable.ts";
import type { EventFilter } from "./types.ts";

const FEW = 5_000;
const ROOM = sql.raw(String(MENTION_ROOM));

/** The numbers of the few events that can pass; null where they are many, or the filter names nothing that an index knows. */
export async function fewEvents(database: Database, filter: EventFilter): Promise<number[] | null> {
  let few: number[] | null = null;
  for (const source of [byParties(filter), bySearch(database, filter)]) {
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

type Role = "actor" | "recipient";
type Side = readonly [words: string, role: Role];

function byParties({ actor, recipient, between }: EventFilter): RawBuilder<unknown> | null {
  const sides: Side[] = [
    ...(actor === undefined ? [] : [[actor, "actor"] as const]),
    ...(recipient === undefined ? [] : [[recipient, "recipient"] as const]),
  ];
  if (between === undefined) return sides.length === 0 ? null : having(sides);
  const [one, other] = between;
  const ways = [
    having([[one, "actor"], [other, "recipient"], ...sides]),
    having([[other, "actor"], [one, "recipient"], ...sides]),
    having([[one, "actor"], [other, "actor"], ...sides]),
  ];
  return sql`select num from (${sql.join(ways, sql` union `)}) ways`;
}

function having([first, ...others]: readonly Side[]): RawBuilder<unknown> {
  const tests = others.map(
    (side) => sql`exists (select 1 from event_parties other where ${isParty("other", side)}
      and other.event = party.event)`,
  );
  return sql`select party.event as num from event_parties party
    where ${sql.join([isParty("party", first ?? ["", "actor"]), ...tests], sql` and `)}`;
}

function isParty(alias: string, [words, role]: Side): RawBuilder<boolean> {
  const value = storable(words.trim());
  const of = (column: string, text: string) =>
    sql<boolean>`${sql.ref(`${alias}.${column}`)} = ${text} and ${sql.ref(`${alias}.role`)} = ${role}`;
  if (/^[A-Za-z]{3}$/.test(value)) return of("code", value.toUpperCase());
  return value.includes("/") ? of("entity_id", value) : of("name_key", nameKey(value));
}
