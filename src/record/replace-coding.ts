/**
 * What `recode` found goes in: new sentences, mentions, statements and times in
 * the place of the old ones, in one transaction; reports and sections stay.
 */
import { insertRows } from "./bulk.ts";
import { type Database, writing } from "./db.ts";
import { applyDecisions } from "./decisions.ts";
import { cluesOf, dropClues, putClues } from "./ledgers/clues.ts";
import { putTodo, unlink } from "./links/todo.ts";
import { CODED_TABLES, codedRows } from "./rows.ts";
import { dropSentencesFromSearch, indexForSearch } from "./search.ts";
import { partStatements } from "./statements/join-statements.ts";
import type { CodedEntry } from "./types.ts";
import { knownReports } from "./write.ts";

/** Puts new sentences, mentions and times in the place of the old ones of reports that are in the record. */
export async function replaceCoding(database: Database, entries: readonly CodedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await writing(database, async (db) => {
    const known = await knownReports(
      db,
      entries.map((entry) => entry.report.id),
    );
    const present = entries.filter((entry) => known.has(entry.report.id));
    const ids = present.map((entry) => entry.report.id);
    if (ids.length === 0) return;
    await unlink(db, database.kind, ids);
    await dropSentencesFromSearch(db, database.kind, ids);
    await partStatements(db, ids, 0);
    for (const name of ["sentences", "times", "mentions", "statements"] as const)
      await db.deleteFrom(name).where("report_id", "in", ids).execute();
    await dropClues(db, ids);
    const parts = present.map(codedRows);
    for (const name of CODED_TABLES)
      await insertRows(
        db,
        name,
        parts.flatMap((part) => part[name] as readonly never[]),
      );
    await putClues(db, present.map(cluesOf));
    for (const { report, coder, skippedSentences } of present)
      await db
        .updateTable("reports")
        .set({ coder, skipped_sentences: skippedSentences })
        .where("id", "=", report.id)
        .execute();
    await indexForSearch(
      db,
      database.kind,
      [],
      parts.flatMap((part) => part.sentences),
    );
    await applyDecisions(db, database, ids);
    await putTodo(db, database.kind, "link", ids);
  });
}
