/**
 * Is the record sound? The database's own checks, rows that hang on nothing,
 * spans that leave their text, and whether commits reach the disk.
 */
import { sql } from "kysely";
import type { Database } from "./db.ts";
import { schemaVersion } from "./migrations/index.ts";
import { TABLE_NAMES } from "./tables.ts";
import type { RecordCounts } from "./types.ts";

export interface RecordCheck {
  /** What is wrong, one sentence each; empty when all is well. */
  readonly problems: readonly string[];
  /** What is not wrong yet but should be known. */
  readonly warnings: readonly string[];
  readonly counts: RecordCounts;
  readonly schemaVersion: number;
  /** Such as "SQLite 3.53.4, WAL, synchronous FULL". */
  readonly database: string;
}

/** What is wrong with the record, and its counts. */
export async function checkRecord(database: Database): Promise<RecordCheck> {
  const problems: string[] = [];
  const warnings: string[] = [];
  const name =
    database.kind === "sqlite"
      ? await checkSqlite(database, problems)
      : await checkPostgres(database, warnings);
  await checkRows(database, problems, warnings);
  const counts: Record<string, number> = {};
  for (const table of TABLE_NAMES)
    counts[table] = await countOf(database, `select count(*) as n from ${table}`);
  return { problems, warnings, counts, schemaVersion: await schemaVersion(database.kysely), database: name };
}

async function checkSqlite(database: Database, problems: string[]): Promise<string> {
  const rows = async (text: string) =>
    (await sql.raw<Record<string, unknown>>(text).execute(database.kysely)).rows.map(
      (row) => Object.values(row)[0],
    );
  for (const word of await rows("pragma integrity_check(20)"))
    if (word !== "ok") problems.push(`SQLite: ${word}.`);
  const orphans = (await rows("pragma foreign_key_check")).length;
  if (orphans > 0) problems.push(`${orphans} rows hang on rows that are not there.`);
  const [version] = await rows("select sqlite_version()");
  const [journal] = await rows("pragma journal_mode");
  const [synchronous] = await rows("pragma synchronous");
  if (synchronous !== 2) problems.push(`Commits are not synced to the disk (synchronous is ${synchronous}).`);
  return `SQLite ${version}, journal ${journal}, synchronous ${synchronous === 2 ? "FULL" : synchronous}`;
}

async function checkPostgres(database: Database, warnings: string[]): Promise<string> {
  const show = async (name: string) =>
    Object.values(
      (await sql.raw<Record<string, string>>(`show ${name}`).execute(database.kysely)).rows[0] ?? {},
    )[0];
  for (const name of ["fsync", "full_page_writes"])
    if ((await show(name)) === "off")
      warnings.push(`The server runs with ${name} = off: a power cut can lose or damage the record.`);
  if ((await show("synchronous_commit")) === "off")
    warnings.push(
      "The server runs with synchronous_commit = off: the last reports can be lost in a power cut.",
    );
  return `PostgreSQL ${await show("server_version")}, fsync ${await show("fsync")}`;
}

// No value of a user stands in these; `length` counts code points, at most the UTF-16 units that spans count.
const SWEEPS: readonly (readonly [string, string])[] = [
  [
    "sections without a report",
    "select count(*) as n from sections where report_id not in (select id from reports)",
  ],
  [
    "sentences without a report",
    "select count(*) as n from sentences where report_id not in (select id from reports)",
  ],
  [
    "mentions without a report",
    "select count(*) as n from mentions where report_id not in (select id from reports)",
  ],
  [
    "parties without a mention",
    `select count(*) as n from mention_parties p where not exists (select 1 from mentions m
       where m.report_id = p.report_id and m.position = p.mention)`,
  ],
  [
    "mentions without their sentence",
    `select count(*) as n from mentions m where not exists (select 1 from sentences s
       where s.report_id = m.report_id and s.position = m.sentence
       and s.span_start = m.sentence_start and s.span_end = m.sentence_end)`,
  ],
  [
    "reports without one current version",
    "select count(*) as n from (select series from reports group by series having sum(current) <> 1) s",
  ],
  [
    "statements without a report",
    "select count(*) as n from statements where report_id not in (select id from reports)",
  ],
  [
    "parties without a statement",
    `select count(*) as n from statement_parties p where not exists (select 1 from statements s
       where s.report_id = p.report_id and s.position = p.statement)`,
  ],
  [
    "statements without their sentence",
    `select count(*) as n from statements w where not exists (select 1 from sentences s
       where s.report_id = w.report_id and s.position = w.sentence)`,
  ],
  [
    "statements joined with one that is not there",
    `select count(*) as n from statements w where not exists (select 1 from statements f
       where f.id = w.first_id and f.first_id = f.id)`,
  ],
  ["spans that end before they begin", "select count(*) as n from sentences where span_end < span_start"],
];

async function checkRows(database: Database, problems: string[], warnings: string[]): Promise<void> {
  for (const [what, text] of SWEEPS) {
    const n = await countOf(database, text);
    if (n > 0) problems.push(`${n} ${what}.`);
  }
  if (database.kind === "sqlite")
    for (const [table, index] of [
      ["reports", "report_search"],
      ["sentences", "sentence_search"],
    ]) {
      const rows = await countOf(database, `select count(*) as n from ${table}`);
      const words = await countOf(database, `select count(*) as n from ${index}`);
      if (rows !== words) problems.push(`The search knows ${words} of ${rows} ${table}.`);
    }
  const running = await countOf(database, "select count(*) as n from runs where status = 'running'");
  if (running > 0)
    warnings.push(`${running} runs were cut off or still go on; reading again completes them.`);
}

async function countOf(database: Database, text: string): Promise<number> {
  const { rows } = await sql.raw<{ n: number | string }>(text).execute(database.kysely);
  return Number(rows[0]?.n ?? 0);
}
