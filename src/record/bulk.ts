/**
 * Many rows into one table, in statements of a bounded size: SQLite takes
 * 32,766 values a statement, PostgreSQL 65,535.
 */
import type { Insertable } from "kysely";
import type { Db } from "./db.ts";
import type { TableName, Tables } from "./tables.ts";

const VALUES_PER_STATEMENT = 6_000;

/** Inserts the rows, in order. */
export async function insertRows<Name extends TableName>(
  db: Db,
  table: Name,
  rows: readonly Tables[Name][],
): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const size = Math.max(1, Math.floor(VALUES_PER_STATEMENT / Object.keys(first).length));
  for (let start = 0; start < rows.length; start += size) {
    const part = rows.slice(start, start + size) as unknown as Insertable<Tables[Name]>[];
    await db
      .insertInto(table)
      .values(part as never)
      .execute();
  }
}
