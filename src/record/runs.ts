/**
 * Runs and their accounts; the list of what is quarantined. A run that was
 * killed stays `running`: its counts are still true, for they land with what they count.
 */
import { randomBytes } from "node:crypto";
import type { RawPage } from "../sources/types.ts";
import { reportOfCursor } from "./cursor.ts";
import { type Database, writing } from "./db.ts";
import { recordFault } from "./faults.ts";
import { runId } from "./ids.ts";
import type { Account, Page, PageRequest, QuarantineLine, RefusedInput } from "./types.ts";

export type RunStatus = "running" | "done" | "stopped" | "failed";

/** The id of the new run. */
export async function startRun(
  database: Database,
  command: string,
  sources: readonly string[],
  startedAt: string,
): Promise<string> {
  const id = runId(startedAt, randomBytes(4).toString("hex"));
  const counts = { stored: 0, duplicate: 0, refused: 0, quarantined: 0 };
  await writing(database, async (db) => {
    await db
      .insertInto("runs")
      .values({
        id,
        command,
        sources: JSON.stringify(sources),
        started_at: startedAt,
        ended_at: null,
        status: "running",
        ...counts,
      })
      .execute();
  });
  return id;
}

/** Notes how the run ended. */
export async function endRun(
  database: Database,
  id: string,
  status: RunStatus,
  endedAt: string,
): Promise<void> {
  await writing(database, async (db) => {
    await db.updateTable("runs").set({ status, ended_at: endedAt }).where("id", "=", id).execute();
  });
}

/** The account of the run: read = stored + duplicate + refused + quarantined. */
export async function accountOf(database: Database, id: string): Promise<Account> {
  const row = await database.kysely.selectFrom("runs").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw recordFault("record/damaged", `The run ${id} is not in the record.`);
  const { stored, duplicate, refused, quarantined } = row;
  return { read: stored + duplicate + refused + quarantined, stored, duplicate, refused, quarantined };
}

/** What a run refused, in order, 1000 at most. */
export async function refusalsOf(database: Database, id: string): Promise<RefusedInput[]> {
  const rows = await database.kysely
    .selectFrom("refusals")
    .selectAll()
    .where("run_id", "=", id)
    .orderBy("position")
    .limit(1000)
    .execute();
  return rows.map((row) => ({
    origin: row.origin,
    code: row.code,
    message: row.message,
    advice: row.advice,
    inputHash: row.input_hash,
  }));
}

/** The page of what is quarantined under this id; null where none is kept.
 * @throws {@link Fault} `record/not-found` */
export async function quarantinedPage(database: Database, id: string): Promise<RawPage | null> {
  const row = await database.kysely
    .selectFrom("quarantine")
    .select("page")
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined)
    throw recordFault(
      "record/not-found",
      `Nothing is quarantined as ${id}.`,
      "See the list: chancery quarantine",
    );
  return row.page === null ? null : (JSON.parse(row.page) as RawPage);
}

/** What is quarantined, oldest first. */
export async function listQuarantine(
  database: Database,
  request: PageRequest,
): Promise<Page<QuarantineLine>> {
  const after = reportOfCursor(request.after ?? null);
  let query = database.kysely.selectFrom("quarantine").selectAll().orderBy("put_at").orderBy("id");
  if (after !== null)
    query = query.where((eb) =>
      eb.or([eb("put_at", ">", after.day), eb.and([eb("put_at", "=", after.day), eb("id", ">", after.id)])]),
    );
  const rows = await query.limit(request.limit + 1).execute();
  const lines = rows.slice(0, request.limit).map((row) => ({
    id: row.id,
    origin: row.origin,
    stage: row.stage,
    code: row.code,
    message: row.message,
    inputHash: row.input_hash,
    tries: row.tries,
    putAt: row.put_at,
  }));
  const last = lines.at(-1);
  const next = rows.length > request.limit && last !== undefined ? `${last.putAt}|${last.id}` : null;
  return { lines, next };
}
