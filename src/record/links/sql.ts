/** Lists as parameters, written once for both databases: JSON on SQLite, arrays on PostgreSQL. */
import { type RawBuilder, sql } from "kysely";
import type { DatabaseKind, Db } from "../db.ts";

/** Rows with one column, `value`: whole numbers, in their order. */
export function numberRows(kind: DatabaseKind, values: Iterable<number>): RawBuilder<unknown> {
  const list = [...values];
  return kind === "sqlite"
    ? sql`json_each(${JSON.stringify(list)})`
    : sql`unnest(${arrayOf(list)}::bigint[]) as rows(value)`;
}

/** `(select … )` of whole numbers, for `in`. */
export function numbersIn(kind: DatabaseKind, values: Iterable<number>): RawBuilder<unknown> {
  return sql`(select value from ${numberRows(kind, values)})`;
}

/** `(select … )` of texts, for `in`. */
export function textsIn(kind: DatabaseKind, values: Iterable<string>): RawBuilder<unknown> {
  const list = [...values];
  return kind === "sqlite"
    ? sql`(select value from json_each(${JSON.stringify(list)}))`
    : sql`(select value collate "C" from unnest(${list}::text[]) as rows(value))`;
}

/** The values of a column as one text, with spaces between them, in the order in which the rows come. */
export function textOfList(kind: DatabaseKind, value: RawBuilder<unknown>): RawBuilder<unknown> {
  return kind === "sqlite" ? sql`group_concat(${value}, ' ')` : sql`string_agg((${value})::text, ' ')`;
}

/** Numbers as PostgreSQL reads a list of them: the driver would quote each. */
export const arrayOf = (values: readonly number[]) => `{${values.join()}}`;

const ROWS_AT_ONCE = 20_000;

/** Inserts rows of plain numbers; a row that is there already stays. */
export async function insertNumbers(
  db: Db,
  kind: DatabaseKind,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly number[])[],
): Promise<void> {
  const names = sql.join(columns.map((name) => sql.ref(name)));
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const part = rows.slice(start, start + ROWS_AT_ONCE);
    const from =
      kind === "sqlite"
        ? sql`select ${sql.join(columns.map((_, n) => sql.raw(`value ->> ${n}`)))}
            from json_each(${JSON.stringify(part)}) where true`
        : sql`select * from unnest(${sql.join(columns.map((name, n) => sql`${arrayOf(part.map((row) => row[n]!))}::${listType(name)}`))})`;
    await sql`insert into ${sql.table(table)} (${names}) ${from} on conflict do nothing`.execute(db);
  }
}

/** Whole numbers are read faster. */
const listType = (column: string) => sql.raw(column === "score" ? "float8[]" : "bigint[]");

/** The key as a signed number of 32 bits, which both databases keep small. */
export const signed = (key: number) => key | 0;
