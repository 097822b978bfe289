/** Entries of the ledgers go in, in the place of those that rested on the same reports. */
import type { LedgerEntry } from "../../linking/types.ts";
import { insertRows } from "../bulk.ts";
import { type Database, writing } from "../db.ts";
import { nameKey, storable } from "../storable.ts";
import { dropEntriesOf, parts } from "./clues.ts";

/** Puts the entries of these reports in the place of those that were there. */
export async function putEntries(
  database: Database,
  reportIds: readonly string[],
  entries: readonly LedgerEntry[],
  reportOf: ReadonlyMap<string, string>,
  storyOf: ReadonlyMap<string, string | null>,
): Promise<void> {
  await writing(database, async (db) => {
    await dropEntriesOf(db, reportIds);
    await insertRows(db, "ledger_entries", entries.map(entryRow));
    await insertRows(
      db,
      "ledger_parties",
      entries.flatMap((entry) =>
        entry.parties.map(({ value }, position) => ({
          entry_id: entry.id,
          position,
          role: value.role,
          code: value.code,
          name_key: value.name === null ? "" : nameKey(value.name),
          entity_id: value.id,
        })),
      ),
    );
    await insertRows(
      db,
      "ledger_entry_clues",
      entries.flatMap((entry) =>
        entry.clues.map((clue) => ({ clue_id: clue, entry_id: entry.id, report_id: reportOf.get(clue)! })),
      ),
    );
    const byStory = Map.groupBy(reportIds, (id) => storyOf.get(id) ?? null);
    for (const [story_id, list] of byStory)
      for (const ids of parts(list))
        await db
          .updateTable("ledger_reports")
          .set({ todo: 0, story_id })
          .where("report_id", "in", ids)
          .execute();
  });
}

function entryRow(entry: LedgerEntry) {
  const { id, ledger, kind, date, endDate, life, reports, outlets, lines } = entry;
  const words = [
    entry.instrument?.value ?? "",
    ...entry.about.map(({ value }) => value),
    kind ?? "",
    entry.place?.value ?? "",
  ];
  return {
    id,
    ledger,
    kind,
    day: date ?? "",
    last_day: endDate ?? date ?? "",
    step: life.at(-1)?.step ?? "",
    words: storable(words.join(" ").toLowerCase()),
    reports: reports.length,
    outlets,
    lines,
    entry: storable(JSON.stringify(entry)),
  };
}
