/**
 * Brings a record's tables to the newest version: a database in, the same
 * database out, current. Each migration runs in a transaction of its own that
 * also notes it as done, so a migration that was killed starts over. A record
 * that is newer than this code is refused untouched.
 */
import { type Kysely, sql, type Transaction } from "kysely";
import { type Database, reading, writing } from "../db.ts";
import { recordFault } from "../faults.ts";
import type { Tables } from "../tables.ts";
import { firstLight } from "./0001-first-light.ts";
import { warnings } from "./0002-warnings.ts";
import { linking } from "./0003-linking.ts";
import { statements } from "./0004-statements.ts";
import { ledgers } from "./0005-ledgers.ts";
import { watch } from "./0006-watch.ts";
import { quarantinedPages } from "./0007-quarantined-pages.ts";
import { indexes } from "./0008-indexes.ts";
import { charset } from "./0012-charset.ts";
import { sentencesOfMentions } from "./0013-sentences-of-mentions.ts";
import { placesAndReads } from "./0018-places-and-reads.ts";
import { sameStatements } from "./0020-same-statements.ts";
import { dayKeys } from "./0021-day-keys.ts";
import { freshKeys } from "./0022-fresh-keys.ts";

export interface Migration {
  readonly version: number;
  readonly name: string;
  up(db: Transaction<Tables>, kind: Database["kind"]): Promise<void>;
}

export const MIGRATIONS: readonly Migration[] = [
  firstLight,
  warnings,
  linking,
  statements,
  ledgers,
  watch,
  quarantinedPages,
  indexes,
  charset,
  sentencesOfMentions,
  placesAndReads,
  sameStatements,
  dayKeys,
  freshKeys,
];

/** Version of the tables that this code writes. */
export const SCHEMA_VERSION = MIGRATIONS.at(-1)?.version ?? 0;

interface SchemaTable {
  readonly chancery_schema: { version: number; name: string; applied_at: string };
}

/** Version of the record's tables; 0 for an empty database. */
export async function schemaVersion(db: Kysely<Tables>): Promise<number> {
  const tables = await db.introspection.getTables();
  if (!tables.some((table) => table.name === "chancery_schema")) {
    if (tables.some((table) => table.name === "reports" || table.name === "mentions"))
      throw recordFault("record/not-a-record", "The database holds tables of something else.");
    return 0;
  }
  const schema = db as unknown as Kysely<SchemaTable>;
  const row = await schema
    .selectFrom("chancery_schema")
    .select(({ fn }) => fn.max("version").as("version"))
    .executeTakeFirst();
  return Number(row?.version ?? 0);
}

/** Number of migrations that were applied.
 * @param migrations the list to apply (default: all)
 * @throws {@link Fault} `record/newer` when the record is newer than the list */
export async function migrate(
  database: Database,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<number> {
  const newest = migrations.at(-1)?.version ?? 0;
  const present = await reading(database, schemaVersion);
  if (present > newest)
    throw recordFault(
      "record/newer",
      `The record ${database.where} has version ${present} of the tables; this Chancery knows ${newest}.`,
      "Install the newer Chancery that wrote it. Nothing was changed.",
    );
  let applied = 0;
  for (const migration of migrations) if (await apply(database, migration, present)) applied += 1;
  return applied;
}

async function apply(database: Database, migration: Migration, known: number): Promise<boolean> {
  if (migration.version <= known) return false;
  return await writing(database, async (db) => {
    // Another process may have been first.
    if ((await schemaVersion(db)) >= migration.version) return false;
    await sql`create table if not exists chancery_schema
      (version integer primary key, name text not null, applied_at text not null)`.execute(db);
    await migration.up(db, database.kind);
    await (db as unknown as Transaction<SchemaTable>)
      .insertInto("chancery_schema")
      .values({ version: migration.version, name: migration.name, applied_at: new Date().toISOString() })
      .execute();
    return true;
  });
}
