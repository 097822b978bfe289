/**
 * Keys of any age: the last ones stand in lists, a filter says which keys are
 * in no row. On PostgreSQL counts of words get room to be changed in place, and
 * what linking keeps of a report is not compressed: hashes do not get smaller.
 */
import { sql, type Transaction } from "kysely";
import type { DatabaseKind } from "../db.ts";
import { keyList, withDays } from "../links/key-list.ts";
import { OldKeys, remakeFilter } from "../links/old-keys.ts";
import type { Tables } from "../tables.ts";
import type { Migration } from "./index.ts";

/** Rows up to which all of them are put into the first list, and no filter is made. */
const FEW_ROWS = 2 ** 18;

export const freshKeys: Migration = {
  version: 22,
  name: "fresh-keys",
  async up(db, kind) {
    for (const table of ["link_fresh_keys", "link_key_filter"])
      await db.schema
        .createTable(table)
        .addColumn("part", "integer", (column) => column.primaryKey())
        .addColumn("packed", kind === "sqlite" ? "blob" : "bytea", (column) => column.notNull())
        .execute();
    if (kind === "postgres") await settle(db);
    const { rows } = await sql<{ n: number }>`select count(*) as n from link_old_keys`.execute(db);
    if (Number(rows[0]!.n) > FEW_ROWS) await remakeFilter(db, kind);
    else await listAll(db, kind);
  },
};

async function settle(db: Transaction<Tables>): Promise<void> {
  for (const table of ["link_fresh_keys", "link_key_filter"])
    await sql`alter table ${sql.table(table)} alter column packed set storage external`.execute(db);
  for (const column of ["terms", "keys", "words", "facts"])
    await sql`alter table link_reads alter column ${sql.ref(column)} set storage external`.execute(db);
  await sql`alter table link_words set (fillfactor = 50)`.execute(db);
}

/** The rows stay where they are: they are put in again when their list has become old, and are found there. */
async function listAll(db: Transaction<Tables>, kind: DatabaseKind): Promise<void> {
  const rows = await db.selectFrom("link_old_keys").selectAll().execute();
  const days = new Map(rows.map(({ num, day }) => [Number(num), day]));
  const held = Map.groupBy(rows, ({ num }) => Number(num));
  const list = keyList([...held].map(([num, of]) => ({ num, keys: of.map(({ key }) => key) })));
  await new OldKeys().put(
    db,
    kind,
    withDays(list, (num) => days.get(num)!),
  );
}
