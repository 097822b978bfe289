/**
 * Mentions or events that have all the parties asked for, as a query: the index
 * of the rarest party is walked and the others are asked for each of its
 * entries. Used by few-mentions.ts and few-events.ts.
 */
import { type RawBuilder, sql } from "kysely";
import type { Database } from "./db.ts";
import { nameKey, storable } from "./storable.ts";
import type { MentionFilter } from "./types.ts";

/** A party that must be there, and on which side. */
type Side = readonly [words: string, role: "actor" | "recipient"];

/** The table of parties, and its columns that name what the party is of, with the names that they get. */
export interface PartyTable {
  readonly table: "mention_parties" | "event_parties";
  readonly keys: readonly (readonly [column: string, name: string])[];
}

/** Entries of a party that are counted to tell which of several is the rarest. */
const COUNTED = 30_000;

/** The query; null where the filter asks for no party.
 * @param most each way to fulfil the filter gives so many rows at most */
export async function withParties(
  database: Database,
  of: PartyTable,
  { actor, recipient, between }: MentionFilter,
  most: number,
): Promise<RawBuilder<unknown> | null> {
  const sides: Side[] = [
    ...(actor === undefined ? [] : [[actor, "actor"] as const]),
    ...(recipient === undefined ? [] : [[recipient, "recipient"] as const]),
  ];
  if (between === undefined && sides.length === 0) return null;
  const [one, other] = between ?? ["", ""];
  const ways: Side[][] =
    between === undefined
      ? [sides]
      : [
          [[one, "actor"], [other, "recipient"], ...sides],
          [[other, "actor"], [one, "recipient"], ...sides],
          [[one, "actor"], [other, "actor"], ...sides],
        ];
  // Each way ends when it has enough; what is found twice does no harm.
  const queries: RawBuilder<unknown>[] = [];
  for (const way of ways) {
    const sorted = await rarestFirst(database, of, way);
    queries.push(sql`select * from (${having(of, sorted)} limit ${most}) way`);
  }
  const names = sql.join(of.keys.map(([, name]) => sql.ref(name)));
  return sql`select ${names} from (${sql.join(queries, sql` union all `)}) ways`;
}

async function rarestFirst(
  database: Database,
  { table }: PartyTable,
  sides: readonly Side[],
): Promise<Side[]> {
  if (sides.length < 2) return [...sides];
  const sized: { side: Side; size: number }[] = [];
  for (const side of sides) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from
      (select 1 from ${sql.table(table)} party where ${isParty("party", side)} limit ${COUNTED}) counted`.execute(
      database.kysely,
    );
    sized.push({ side, size: Number(rows[0]?.n ?? 0) });
  }
  return sized.sort((a, b) => a.size - b.size).map(({ side }) => side);
}

function having({ table, keys }: PartyTable, [first, ...others]: readonly Side[]): RawBuilder<unknown> {
  const same = keys.map(([column]) => sql`${sql.ref(`other.${column}`)} = ${sql.ref(`party.${column}`)}`);
  const tests = others.map(
    (side) => sql`exists (select 1 from ${sql.table(table)} other
      where ${isParty("other", side)} and ${sql.join(same, sql` and `)})`,
  );
  const named = keys.map(([column, name]) => sql`${sql.ref(`party.${column}`)} as ${sql.ref(name)}`);
  return sql`select ${sql.join(named)} from ${sql.table(table)} party
    where ${sql.join([isParty("party", first ?? ["", "actor"]), ...tests], sql` and `)}`;
}

function isParty(alias: string, [words, role]: Side): RawBuilder<boolean> {
  const value = storable(words.trim());
  const of = (column: string, text: string) =>
    sql<boolean>`${sql.ref(`${alias}.${column}`)} = ${text} and ${sql.ref(`${alias}.role`)} = ${role}`;
  if (/^[A-Za-z]{3}$/.test(value)) return of("code", value.toUpperCase());
  return value.includes("/") ? of("entity_id", value) : of("name_key", nameKey(value));
}
