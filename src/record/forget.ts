/**
 * A report out of the record, with all that rests on it alone: its sections,
 * sentences, mentions, statements, times and its words in the search. An older version of
 * the same report becomes the current one again.
 */
import { sql } from "kysely";
import { type Database, writing } from "./db.ts";
import { applyDecisions, carryDecisions } from "./decisions.ts";
import { dropClues } from "./ledgers/clues.ts";
import { putTodo, unlink } from "./links/todo.ts";
import { dropFromSearch, mergeSearch } from "./search.ts";
import { partStatements } from "./statements/join-statements.ts";

export interface Forgotten {
  readonly id: string;
  readonly mentions: number;
  readonly statements: number;
  readonly sentences: number;
  /** The version that is current now, if there is one. */
  readonly nowCurrent: string | null;
}

/** What went; null when the record has no such report. */
export async function forgetReport(database: Database, id: string): Promise<Forgotten | null> {
  // The pages that held it are overwritten, not only given free.
  if (database.kind === "sqlite") await sql`pragma secure_delete = on`.execute(database.kysely);
  return await writing(database, async (db) => {
    const row = await db
      .selectFrom("reports")
      .select(["series", "current"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (row === undefined) return null;
    const count = async (table: "mentions" | "sentences" | "statements") => {
      const query = db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as("n"));
      return Number((await query.where("report_id", "=", id).executeTakeFirstOrThrow()).n);
    };
    const mentions = await count("mentions");
    const sentences = await count("sentences");
    await unlink(db, database.kind, [id]);
    const statements = await count("statements");
    await partStatements(db, [id], 0);
    await dropClues(db, [id]);
    const older = await db
      .selectFrom("reports")
      .select("id")
      .where("series", "=", row.series)
      .where("id", "<>", id)
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirst();
    if (older !== undefined && row.current === 1) {
      await carryDecisions(db, [[id, older.id]]);
      await applyDecisions(db, database, [older.id]);
    }
    await dropFromSearch(db, database.kind, [id]);
    await db.deleteFrom("reports").where("id", "=", id).execute();
    await mergeSearch(db, database.kind);
    if (row.current === 0) return { id, mentions, statements, sentences, nowCurrent: null };
    if (older !== undefined) {
      await db.updateTable("reports").set({ current: 1 }).where("id", "=", older.id).execute();
      await db.updateTable("statements").set({ joined: 0 }).where("report_id", "=", older.id).execute();
      await db.updateTable("ledger_reports").set({ todo: 1 }).where("report_id", "=", older.id).execute();
      await putTodo(db, database.kind, "link", [older.id]);
    }
    return { id, mentions, statements, sentences, nowCurrent: older?.id ?? null };
  });
}
