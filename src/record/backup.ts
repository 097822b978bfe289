/**
 * The record into one file and back: `backupRecord` writes an archive of one
 * state of the record while others go on writing; `restoreRecord` checks all of
 * an archive, then lays it into an empty record of either kind in one transaction.
 */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { createGzip } from "node:zlib";
import { sql, type Transaction } from "kysely";
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, type Row, readArchive, Summer, type TableSums } from "./archive.ts";
import { insertRows } from "./bulk.ts";
import { type Database, reading, writing } from "./db.ts";
import { recordFault } from "./faults.ts";
import type { LinkReadsTable } from "./link-tables.ts";
import { keepKeys } from "./links/keys.ts";
import { SCHEMA_VERSION } from "./migrations/index.ts";
import { indexForSearch } from "./search.ts";
import {
  type ReportsTable,
  type SentencesTable,
  TABLE_KEYS,
  TABLE_NAMES,
  type TableName,
  type Tables,
} from "./tables.ts";

type Tx = Transaction<Tables>;
const PAGE_ROWS = 500;

/** Rows and hash of every table that the file holds. The file appears whole or not at all.
 * @throws {@link Fault} `record/file-exists` */
export async function backupRecord(database: Database, path: string): Promise<TableSums> {
  if (existsSync(path))
    throw recordFault(
      "record/file-exists",
      `${path} is there already.`,
      "Name another file, or remove it first.",
    );
  const draft = `${path}.part-${process.pid}`;
  try {
    const sums = await reading(database, (db) => writeArchive(db, draft));
    await rename(draft, path);
    await syncFolder(dirname(path));
    return sums;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeArchive(db: Tx, path: string): Promise<TableSums> {
  const file = await open(path, "wx", 0o600);
  try {
    const gzip = createGzip();
    const written = (async () => {
      for await (const chunk of gzip) await file.write(chunk as Buffer);
    })();
    const all = createHash("sha256");
    const put = async (value: unknown) => {
      const line = `${JSON.stringify(value)}\n`;
      all.update(line);
      if (!gzip.write(line)) await Promise.race([once(gzip, "drain"), written]);
    };
    await put({ format: ARCHIVE_FORMAT, archive_version: ARCHIVE_VERSION, schema_version: SCHEMA_VERSION });
    const summer = new Summer();
    for (const table of TABLE_NAMES)
      for await (const row of rowsOf(db, table)) {
        summer.add(table, row);
        await put([table, row]);
      }
    const sums = summer.sums();
    await put({ tables: sums, sha256: all.copy().digest("hex") });
    gzip.end();
    await written;
    await file.sync();
    return sums;
  } finally {
    await file.close();
  }
}

const isSearched = (table: TableName) => table === "reports" || table === "sentences";

function withoutSearch({ num: _num, words: _words, ...row }: Row): Row {
  return row;
}

/** All rows of a table in the order of its key, without the columns of the search. */
export async function* rowsOf(db: Pick<Tx, "selectFrom">, table: TableName): AsyncGenerator<Row> {
  const keys = TABLE_KEYS[table] as readonly string[];
  let last: Row | null = null;
  for (;;) {
    let query = db
      .selectFrom(table as "reports")
      .selectAll()
      .limit(PAGE_ROWS);
    for (const key of keys) query = query.orderBy(key as "id");
    if (last !== null) {
      const from: Row = last;
      const left = sql.join(keys.map((key) => sql.ref(key)));
      const right = sql.join(keys.map((key) => sql`${from[key]}`));
      query = query.where(sql<boolean>`(${left}) > (${right})`);
    }
    const rows: Row[] = (await query.execute()) as unknown as Row[];
    for (const row of rows) yield isSearched(table) ? withoutSearch(row) : row;
    if (rows.length < PAGE_ROWS) return;
    last = rows.at(-1) ?? null;
  }
}

/** Rows and hash of every table of the record as it stands. */
export async function sumRecord(database: Database): Promise<TableSums> {
  return await reading(database, async (db) => {
    const summer = new Summer();
    for (const table of TABLE_NAMES) for await (const row of rowsOf(db, table)) summer.add(table, row);
    return summer.sums();
  });
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Rows and hash of every table after the restore.
 * @throws {@link Fault} `record/bad-backup`, `record/not-empty`, `record/newer` */
export async function restoreRecord(database: Database, path: string): Promise<TableSums> {
  if (!existsSync(path)) throw recordFault("record/bad-backup", `There is no file ${path}.`);
  await checkArchive(path);
  return await writing(database, async (db) => {
    await refuseUnlessEmpty(db, database);
    const summer = new Summer();
    let table: TableName | null = null;
    let rows: Row[] = [];
    const flush = async () => {
      if (table !== null && rows.length > 0) await load(db, database, table, rows);
      rows = [];
    };
    for await (const item of readArchive(path)) {
      if (!Array.isArray(item)) continue;
      const [name, row] = item as [TableName, Row];
      if (name !== table || rows.length >= PAGE_ROWS) await flush();
      table = name;
      rows.push(row);
      summer.add(name, row);
    }
    await flush();
    // what was written before links were kept is linked when it is first needed
    await sql`insert into link_todo (report_id, act) select id, 'link' from reports
      where current = 1 and id not in (select report_id from link_reads)
      on conflict do nothing`.execute(db);
    return summer.sums();
  });
}

async function checkArchive(path: string): Promise<void> {
  for await (const item of readArchive(path)) {
    if (Array.isArray(item)) continue;
    const { schema_version } = item as { schema_version: number };
    if (schema_version > SCHEMA_VERSION)
      throw recordFault("record/newer", `${path} holds newer tables than this Chancery knows.`);
  }
}

async function refuseUnlessEmpty(db: Tx, database: Database): Promise<void> {
  for (const table of TABLE_NAMES) {
    const row = await db
      .selectFrom(table as "reports")
      .select(sql<number>`1`.as("one"))
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined)
      throw recordFault(
        "record/not-empty",
        `The record ${database.where} is not empty (table ${table}).`,
        "Name a new record with --record.",
      );
  }
}

async function load(db: Tx, database: Database, table: TableName, rows: readonly Row[]): Promise<void> {
  await insertRows(db, table, rows as never);
  if (table === "reports") await indexForSearch(db, database.kind, rows as unknown as ReportsTable[], []);
  if (table === "link_reads") await keepKeys(db, database.kind, rows as unknown as LinkReadsTable[]);
  if (table === "sentences") await indexForSearch(db, database.kind, [], rows as unknown as SentencesTable[]);
}
