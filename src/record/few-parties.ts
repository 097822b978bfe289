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
const COUNTED = 10_000;

/** A way to fulfil the filter: these parties, and nobody as recipient where they act together. */
interface Way {
  readonly sides: readonly Side[];
  readonly isTogether: boolean;
}

/** The query, exact, each row with the number of its way; null where the filter asks for no party. With `between`, way 0
 * is done by the first to the second, 1 by the second to the first, 2 by both together.
 * @param most each way to fulfil the filter gives so many rows at most (default: all) */
export async function withParties(
  database: Database,
  of: PartyTable,
  { actor, recipient, between }: MentionFilter,
  most?: number,
): Promise<RawBuilder<unknown> | null> {
  const sides: Side[] = [
    ...(actor === undefined ? [] : [[actor, "actor"] as const]),
    ...(recipient === undefined ? [] : [[recipient, "recipient"] as const]),
  ];
  if (between === undefined && sides.length === 0) return null;
  const [one, other] = between ?? ["", ""];
  const ways: Way[] =
    between === undefined
      ? [{ sides, isTogether: false }]
      : [
          { sides: [[one, "actor"], [other, "recipient"], ...sides], isTogether: false },
          { sides: [[other, "actor"], [one, "recipient"], ...sides], isTogether: false },
          { sides: [[one, "actor"], [other, "actor"], ...sides], isTogether: true },
        ];
  const sizes = await sizesOf(database, of, ways);
  // Each way ends when it has enough; what is found twice does no harm.
  const queries = ways.map(({ sides: wanted, isTogether }, at) => {
    const sorted = wanted.toSorted((x, y) => (sizes.get(String(x)) ?? 0) - (sizes.get(String(y)) ?? 0));
    const end = most === undefined ? sql`` : sql`limit ${most}`;
    return sql`select found.*, ${sql.raw(String(at))} as way from (${having(of, sorted, isTogether)} ${end}) found`;
  });
  const names = sql.join(of.keys.map(([, name]) => sql.ref(name)));
  return sql`select ${names}, way from (${sql.join(queries, sql` union all `)}) ways`;
}

/** How many entries each party has, counted up to a bound; nothing where no way asks for two. */
async function sizesOf(
  database: Database,
  { table }: PartyTable,
  ways: readonly Way[],
): Promise<Map<string, number>> {
  const sides = [
    ...new Map(ways.flatMap((way) => way.sides.map((side) => [String(side), side] as const))).values(),
  ];
  if (sides.length < 2) return new Map();
  const counts = sides.map(
    (side, at) => sql`select ${sql.raw(String(at))} as side, count(*) as n from
      (select 1 from ${sql.table(table)} party where ${isParty("party", side)} limit ${COUNTED}) counted`,
  );
  const { rows } = await sql<{ side: number; n: number }>`${sql.join(counts, sql` union all `)}`.execute(
    database.kysely,
  );
  return new Map(rows.map(({ side, n }) => [String(sides[side]), Number(n)]));
}

function having(
  { table, keys }: PartyTable,
  [first, ...others]: readonly Side[],
  isTogether: boolean,
): RawBuilder<unknown> {
  const same = sql.join(
    keys.map(([column]) => sql`${sql.ref(`other.${column}`)} = ${sql.ref(`party.${column}`)}`),
    sql` and `,
  );
  const of = sql`select 1 from ${sql.table(table)} other where`;
  const tests = others.map((side) => sql`exists (${of} ${isParty("other", side)} and ${same})`);
  if (isTogether) tests.push(sql`not exists (${of} other.role = 'recipient' and ${same})`);
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
