/**
 * The keys by which linking finds reports near in time stand as sorted lists,
 * one or a few for each day, in the place of one row for each key.
 */
import { sql, type Transaction } from "kysely";
import type { LinkReadsTable } from "../link-tables.ts";
import { keepDayKeys } from "../links/keys.ts";
import type { Tables } from "../tables.ts";
import type { Migration } from "./index.ts";

/** Reports at once: their keys take some 2 MB. */
const AT_ONCE = 2_000;

export const dayKeys: Migration = {
  version: 21,
  name: "day-keys",
  async up(db, kind) {
    await sql`drop table link_keys`.execute(db);
    const table = db.schema
      .createTable("link_day_keys")
      .addColumn("kind", "integer", (column) => column.notNull())
      .addColumn("day", "integer", (column) => column.notNull())
      .addColumn("part", "integer", (column) => column.notNull())
      .addColumn("size", "integer", (column) => column.notNull())
      .addColumn("packed", kind === "sqlite" ? "blob" : "bytea", (column) => column.notNull())
      .addPrimaryKeyConstraint("link_day_keys_key", ["kind", "day", "part"] as never[]);
    await table.execute();
    // hashes do not get smaller
    if (kind === "postgres")
      await sql`alter table link_day_keys alter column packed set storage external`.execute(db);
    for await (const reads of readsByDay(db)) await keepDayKeys(db, kind, reads);
  },
};

/** What linking keeps, in order of days, so that each day gets few lists. */
async function* readsByDay(
  db: Transaction<Tables>,
): AsyncGenerator<Pick<LinkReadsTable, "num" | "day" | "keys">[]> {
  const { rows } = await sql<{ num: number }>`select num from link_reads order by day, num`.execute(db);
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const nums = rows.slice(start, start + AT_ONCE).map(({ num }) => num);
    yield await db.selectFrom("link_reads").select(["num", "day", "keys"]).where("num", "in", nums).execute();
  }
}
