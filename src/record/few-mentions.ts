/**
 * Which mentions a filter can let through at all, where these are few: a
 * filter in, their keys out. Lists walk the days in order and test each
 * mention, which is quick where many pass; where few or none do, they would
 * walk the whole record, so the few are found by their own indexes first.
 */
import { type RawBuilder, sql } from "kysely";
import type { Database } from "./db.ts";
import { matchingSentences } from "./search.ts";
import { nameKey, storable } from "./storable.ts";
import type { MentionFilter } from "./types.ts";

/** More keys than this are not few: so many are sorted in about 20 ms (measured 2026-11-27 at a million mentions). */
const FEW = 5_000;

export interface MentionKey {
  readonly report_id: string;
  readonly position: number;
}

/** The keys of the few mentions that can pass; null where they are many, or the filter names nothing that an index knows. */
export async function fewMentions(database: Database, filter: MentionFilter): Promise<MentionKey[] | null> {
  const sources = [bySearch(database, filter), byParties(filter)];
  let few: MentionKey[] | null = null;
  for (const source of sources) {
    if (source === null) continue;
    const { rows } = await sql<MentionKey>`${source} limit ${FEW + 1}`.execute(database.kysely);
    if (rows.length > FEW) continue;
    if (few === null || rows.length < few.length) few = rows;
    if (few.length === 0) return few;
  }
  return few;
}

/** Condition for a list of mentions (alias `mentions`): one of these. */
export function isOneOf(database: Database, keys: readonly MentionKey[]): RawBuilder<boolean> {
  const list = JSON.stringify(keys.map(({ report_id, position }) => [report_id, position]));
  return database.kind === "sqlite"
    ? sql<boolean>`(mentions.report_id, mentions.position) in
        (select value ->> 0, value ->> 1 from json_each(${list}))`
    : sql<boolean>`(mentions.report_id, mentions.position) in
        (select value ->> 0, (value ->> 1)::integer from jsonb_array_elements(${list}::jsonb))`;
}

function bySearch(database: Database, { search }: MentionFilter): RawBuilder<unknown> | null {
  if (search === undefined) return null;
  const sentences = matchingSentences(database, search, FEW + 1);
  if (sentences === null) return sql`select report_id, position from mentions where 1 = 0`;
  return sql`select mentions.report_id, mentions.position from ${sentences} found
    join mentions on mentions.report_id = found.report_id and mentions.sentence = found.position`;
}

type Role = "actor" | "recipient";

/** Mentions that have all the parties asked for: one index is walked, the others are asked for each of its entries. */
function byParties({ actor, recipient, between }: MentionFilter): RawBuilder<unknown> | null {
  const sides: [string, Role][] = [
    ...(actor === undefined ? [] : [[actor, "actor"] as [string, Role]]),
    ...(recipient === undefined ? [] : [[recipient, "recipient"] as [string, Role]]),
  ];
  if (between === undefined) return sides.length === 0 ? null : having(sides);
  const [one, other] = between;
  const ways = [
    having([[one, "actor"], [other, "recipient"], ...sides]),
    having([[other, "actor"], [one, "recipient"], ...sides]),
    having([[one, "actor"], [other, "actor"], ...sides]),
  ];
  return sql`select report_id, position from (${sql.join(ways, sql` union `)}) ways`;
}

function having(sides: readonly [string, Role][]): RawBuilder<unknown> {
  const [[words, role] = ["", "actor"] as const, ...others] = sides;
  const tests = others.map(
    ([more, of]) => sql`exists (select 1 from mention_parties other where ${isParty("other", more, of)}
      and other.report_id = party.report_id and other.mention = party.mention)`,
  );
  return sql`select party.report_id, party.mention as position from mention_parties party
    where ${sql.join([isParty("party", words, role), ...tests], sql` and `)}`;
}

function isParty(alias: string, words: string, role: Role): RawBuilder<boolean> {
  const value = storable(words.trim());
  const of = (column: string, text: string) =>
    sql<boolean>`${sql.ref(`${alias}.${column}`)} = ${text} and ${sql.ref(`${alias}.role`)} = ${role}`;
  if (/^[A-Za-z]{3}$/.test(value)) return of("code", value.toUpperCase());
  return value.includes("/") ? of("entity_id", value) : of("name_key", nameKey(value));
}
