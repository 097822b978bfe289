/**
 * Many rows into one table, in statements of a bounded size: SQLite takes
 * 32,766 values a statement, PostgreSQL 65,535. The text of a statement is that
 * of its first row, repeated, and numbers of rows are powers of two: few texts,
 * so that the database need not prepare each anew, and no tree of a query for
 * each value.
 */
import { CompiledQuery, type Insertable } from "kysely";
import type { Db } from "./db.ts";
import type { TableName, Tables } from "./tables.ts";

const VALUES_PER_STATEMENT = 6_000;

/** Inserts the rows, in order; all of them have the columns of the first.
 * @throws RangeError where one has others */
export async function insertRows<Name extends TableName>(
  db: Db,
  table: Name,
  rows: readonly Tables[Name][],
): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first) as (keyof Tables[Name])[];
  const one = db
    .insertInto(table)
    .values(first as unknown as Insertable<Tables[Name]> as never)
    .compile().sql;
  const most = powerBelow(Math.max(1, Math.floor(VALUES_PER_STATEMENT / columns.length)));
  for (let start = 0; start < rows.length; ) {
    const count = powerBelow(Math.min(most, rows.length - start));
    const values: unknown[] = [];
    for (let at = start; at < start + count; at++) {
      const row = rows[at] as Tables[Name];
      for (const column of columns) values.push(row[column]);
      if (Object.keys(row).length !== columns.length)
        throw new RangeError(`${table}: a row of other columns`);
    }
    await db.executeQuery(CompiledQuery.raw(repeated(one, columns.length, count), values));
    start += count;
  }
}

/** The greatest power of two that is not above the number. */
function powerBelow(number: number): number {
  return 2 ** Math.floor(Math.log2(number));
}

/** The statement for so many rows: names as Kysely quotes them and marks of parameters, no value.
 * @param one the same for one row, its marks behind the last bracket that opens */
function repeated(one: string, columns: number, count: number): string {
  const open = one.lastIndexOf("(");
  const tuple = one.slice(open);
  if (!tuple.includes("$")) return one + `, ${tuple}`.repeat(count - 1);
  const tuples = Array.from({ length: count }, (_, row) =>
    Array.from({ length: columns }, (_, column) => `$${row * columns + column + 1}`).join(", "),
  );
  return `${one.slice(0, open)}(${tuples.join("), (")})`;
}
