/** Lists as parameters, written once for both databases. */
import { type RawBuilder, sql } from "kysely";
import type { DatabaseKind, Db } from "../db.ts";

/** `(select … )` of whole numbers, for `in`. */
export function numbersIn(kind: DatabaseKind, values: Iterable<number>): RawBuilder<unknown> {
  const list = JSON.stringify([...values]);
  return kind === "sqlite"
    ? sql`(select value from json_each(${list}))`
    : sql`(select value::bigint from jsonb_array_elements_text(${list}::jsonb))`;
}

/** `(select … )` of texts, for `in`. */
export function textsIn(kind: DatabaseKind, values: Iterable<string>): RawBuilder<unknown> {
  const list = JSON.stringify([...values]);
  return kind === "sqlite"
    ? sql`(select value from json_each(${list}))`
    : sql`(select value collate "C" from jsonb_array_elements_text(${list}::jsonb))`;
}

const ROWS_AT_ONCE = 20_000;

/** Inserts rows of plain numbers; a row that is there already stays. */
export async function insertNumbers(
  db: Db,
  kind: DatabaseKind,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly number[])[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const list = JSON.stringify(rows.slice(start, start + ROWS_AT_ONCE));
    const names = sql.join(columns.map((name) => sql.ref(name)));
    const cells = sql.join(
      columns.map((_, n) => sql.raw(kind === "sqlite" ? `value ->> ${n}` : `(value ->> ${n})::numeric`)),
    );
    const from =
      kind === "sqlite" ? sql`json_each(${list}) where true` : sql`jsonb_array_elements(${list}::jsonb)`;
    await sql`insert into ${sql.table(table)} (${names}) select ${cells} from ${from}
      on conflict do nothing`.execute(db);
  }
}

/** The key as a signed number of 32 bits, which both databases keep small. */
export const signed = (key: number) => key | 0;
