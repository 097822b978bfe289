/**
 * What a run found goes in: items in the order of the input, one transaction
 * for all of them; when it returns they are on the disk.
 *
 * A report that is there already is a duplicate and changes nothing. A report
 * of a known series with another text becomes its next version; the old one
 * stays. The counts of the run land in the same transaction.
 */
import type { Transaction } from "kysely";
import { insertRows } from "./bulk.ts";
import { type Database, writing } from "./db.ts";
import { applyDecisions, carryDecisions } from "./decisions.ts";
import { quarantineId, seriesOf } from "./ids.ts";
import { cluesOf, dropEntriesOf, putClues } from "./ledgers/clues.ts";
import { putTodo, unlink } from "./links/todo.ts";
import { CODED_TABLES, entryRows, reportRow } from "./rows.ts";
import { indexForSearch } from "./search.ts";
import { partStatements } from "./statements/join-statements.ts";
import { storable } from "./storable.ts";
import type { ReportsTable, Tables } from "./tables.ts";
import type { CodedEntry, FeedMark, QuarantinedInput, RefusedInput, RunItem, WriteOutcome } from "./types.ts";
import { writeMarks } from "./watch.ts";

export type ItemOutcome = WriteOutcome | "refused" | "quarantined";

type Tx = Transaction<Tables>;

/** How each item ended, in order; all of them are committed.
 * @param marks what the polls that gave the items say of their feeds */
export async function writeItems(
  database: Database,
  run: string,
  items: readonly RunItem[],
  readAt: string,
  marks: readonly FeedMark[] = [],
): Promise<ItemOutcome[]> {
  if (items.length + marks.length === 0) return [];
  return await writing(database, async (db) => {
    await writeMarks(db, marks, readAt);
    if (items.length === 0) return [];
    const outcomes: ItemOutcome[] = items.map((item) => (item.kind === "coded" ? "stored" : item.kind));
    const fresh = await keepFresh(db, items, outcomes);
    await storeReports(db, database, fresh, run, readAt);
    await storeRefused(
      db,
      run,
      ofKind(items, "refused", (item) => item.refused),
    );
    await storeQuarantined(
      db,
      run,
      ofKind(items, "quarantined", (item) => item.quarantined),
      readAt,
    );
    await leaveQuarantine(db, items);
    await count(db, run, outcomes);
    return outcomes;
  });
}

function ofKind<Kind extends RunItem["kind"], T>(
  items: readonly RunItem[],
  kind: Kind,
  pick: (item: Extract<RunItem, { kind: Kind }>) => T,
): T[] {
  return items
    .filter((item) => item.kind === kind)
    .map((item) => pick(item as Extract<RunItem, { kind: Kind }>));
}

/** The entries that are not in the record yet; marks the others in `outcomes`. */
async function keepFresh(db: Tx, items: readonly RunItem[], outcomes: ItemOutcome[]): Promise<CodedEntry[]> {
  const known = await knownReports(
    db,
    ofKind(items, "coded", (item) => item.entry.report.id),
  );
  const fresh: CodedEntry[] = [];
  for (const [index, item] of items.entries()) {
    if (item.kind !== "coded") continue;
    if (known.has(item.entry.report.id)) outcomes[index] = "duplicate";
    else fresh.push(item.entry);
    known.add(item.entry.report.id);
  }
  return fresh;
}

/** Those of the ids that the record holds. */
export async function knownReports(db: Pick<Tx, "selectFrom">, ids: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (let start = 0; start < ids.length; start += 1000) {
    const part = ids.slice(start, start + 1000);
    const rows = await db.selectFrom("reports").select("id").where("id", "in", part).execute();
    for (const row of rows) known.add(row.id);
  }
  return known;
}

async function storeReports(
  db: Tx,
  database: Database,
  entries: readonly CodedEntry[],
  run: string,
  readAt: string,
): Promise<void> {
  if (entries.length === 0) return;
  const rows = await versionRows(db, entries, run, readAt);
  const replaced = await replaceVersions(
    db,
    database,
    rows.filter((row) => row.version > 1).map((row) => row.series),
  );
  const parts = entries.map(entryRows);
  await insertRows(db, "reports", rows);
  for (const name of ["sections", "datelines", ...CODED_TABLES] as const)
    await insertRows(
      db,
      name,
      parts.flatMap((part) => part[name] as readonly never[]),
    );
  await putClues(db, entries.map(cluesOf));
  const sentences = parts.flatMap((part) => part.sentences);
  await indexForSearch(db, database.kind, rows, sentences);
  const current = new Map(rows.filter((row) => row.current === 1).map((row) => [row.series, row.id]));
  await carryDecisions(
    db,
    replaced.map(({ id, series }) => [id, current.get(series)!] as const),
  );
  await applyDecisions(
    db,
    database,
    rows.map(({ id }) => id),
  );
  await putTodo(
    db,
    database.kind,
    "link",
    rows.map(({ id }) => id),
  );
}

/** Older versions are no longer current; what links them goes, and their statements are joined with none. */
async function replaceVersions(
  db: Tx,
  database: Database,
  series: readonly string[],
): Promise<{ readonly id: string; readonly series: string }[]> {
  if (series.length === 0) return [];
  const old = await db
    .selectFrom("reports")
    .select(["id", "series"])
    .where("series", "in", [...series])
    .where("current", "=", 1)
    .execute();
  const ids = old.map(({ id }) => id);
  await partStatements(db, ids, 2);
  await db
    .updateTable("reports")
    .set({ current: 0 })
    .where("series", "in", [...series])
    .execute();
  await unlink(db, database.kind, ids);
  await dropEntriesOf(db, ids);
  return old;
}

async function versionRows(
  db: Tx,
  entries: readonly CodedEntry[],
  runId: string,
  readAt: string,
): Promise<ReportsTable[]> {
  const series = entries.map((entry) => seriesOf(entry.report));
  const versions = new Map<string, number>();
  const stored = await db
    .selectFrom("reports")
    .select(({ fn }) => ["series", fn.max("version").as("version")])
    .where("series", "in", [...new Set(series)])
    .groupBy("series")
    .execute();
  for (const row of stored) versions.set(row.series, Number(row.version));
  const rows = entries.map((entry, index) => {
    const key = series[index] ?? entry.report.id;
    const version = (versions.get(key) ?? 0) + 1;
    versions.set(key, version);
    return reportRow(entry, { series: key, version, runId, readAt });
  });
  return rows.map((row) => (versions.get(row.series) === row.version ? row : { ...row, current: 0 }));
}

async function storeRefused(db: Tx, run: string, refused: readonly RefusedInput[]): Promise<void> {
  if (refused.length === 0) return;
  const last = await db
    .selectFrom("refusals")
    .select(({ fn }) => fn.max("position").as("position"))
    .where("run_id", "=", run)
    .executeTakeFirst();
  const first = last?.position === null || last === undefined ? 0 : Number(last.position) + 1;
  await insertRows(
    db,
    "refusals",
    refused.map((input, index) => ({
      run_id: run,
      position: first + index,
      origin: storable(input.origin),
      code: input.code,
      message: storable(input.message),
      advice: input.advice === null ? null : storable(input.advice),
      input_hash: input.inputHash,
    })),
  );
}

async function storeQuarantined(
  db: Tx,
  run: string,
  quarantined: readonly QuarantinedInput[],
  putAt: string,
): Promise<void> {
  for (const input of quarantined) {
    const row = {
      id: quarantineId(input.origin, input.inputHash),
      run_id: run,
      origin: storable(input.origin),
      stage: input.stage,
      code: input.code,
      message: storable(input.message),
      input_hash: input.inputHash,
      tries: input.tries,
      put_at: putAt,
      page: input.page ? JSON.stringify(input.page) : null,
    };
    const { id, ...rest } = row;
    await db
      .insertInto("quarantine")
      .values(row)
      .onConflict((conflict) => conflict.column("id").doUpdateSet(rest))
      .execute();
  }
}

/** What ends in another way now, stored, known or refused, is quarantined no more. */
async function leaveQuarantine(db: Tx, items: readonly RunItem[]): Promise<void> {
  const hashes = items.flatMap((item) => {
    if (item.kind === "quarantined") return [];
    const hash = item.kind === "refused" ? item.refused.inputHash : item.inputHash;
    return hash === null || hash === undefined ? [] : [hash];
  });
  if (hashes.length === 0) return;
  await db.deleteFrom("quarantine").where("input_hash", "in", hashes).execute();
}

async function count(db: Tx, run: string, outcomes: readonly ItemOutcome[]): Promise<void> {
  const of = (outcome: ItemOutcome) => outcomes.filter((one) => one === outcome).length;
  await db
    .updateTable("runs")
    .set((eb) => ({
      stored: eb("stored", "+", of("stored")),
      duplicate: eb("duplicate", "+", of("duplicate")),
      refused: eb("refused", "+", of("refused")),
      quarantined: eb("quarantined", "+", of("quarantined")),
    }))
    .where("id", "=", run)
    .execute();
}
