/**
 * Clues in the record: put down with their report, taken out with it, and what
 * hangs together with changed ones given out to be entered again.
 */

import { sql } from "kysely";
import type { LedgerClue } from "../../coding/types.ts";
import { insertRows } from "../bulk.ts";
import type { Db } from "../db.ts";
import { clueIds } from "../ids.ts";
import { storable } from "../storable.ts";
import type { CluedReport, CodedEntry, TiedMention } from "../types.ts";

const PART = 500;

/** Puts down the clues of reports that are stored already; they are entered by the next pass. */
export async function putClues(
  db: Db,
  reports: readonly {
    readonly id: string;
    readonly clues: readonly LedgerClue[];
    readonly ids: readonly string[];
  }[],
): Promise<void> {
  const told = reports.filter(({ clues }) => clues.length > 0);
  await insertRows(
    db,
    "ledger_reports",
    told.map(({ id }) => ({ report_id: id, story_id: null, todo: 1 })),
  );
  await insertRows(
    db,
    "ledger_clues",
    told.flatMap(({ id, clues, ids }) =>
      clues.map((clue, position) => ({
        report_id: id,
        position,
        id: ids[position]!,
        ledger: clue.ledger,
        clue: storable(JSON.stringify(clue)),
      })),
    ),
  );
}

/** The clues of a coded report with their ids. */
export function cluesOf({ report, clues }: CodedEntry) {
  return { id: report.id, clues, ids: clueIds(report.id, clues) };
}

/** Takes the clues of these reports out, with the entries that rest on them; what else they rested on is entered anew. */
export async function dropClues(db: Db, reportIds: readonly string[]): Promise<void> {
  for (const ids of parts(reportIds)) {
    await dropEntriesOf(db, ids);
    for (const table of ["ledger_keys", "ledger_clues", "ledger_reports"] as const)
      await db.deleteFrom(table).where("report_id", "in", ids).execute();
  }
}

/** Takes out the entries that rest on clues of these reports and puts the others' clues down to be entered. */
export async function dropEntriesOf(db: Db, reportIds: readonly string[]): Promise<void> {
  for (const ids of parts(reportIds)) {
    const rows = await db
      .selectFrom("ledger_entry_clues")
      .select("entry_id")
      .distinct()
      .where("report_id", "in", ids)
      .execute();
    for (const entries of parts(rows.map((row) => row.entry_id))) {
      const others = db.selectFrom("ledger_entry_clues").select("report_id").where("entry_id", "in", entries);
      await db.updateTable("ledger_reports").set({ todo: 1 }).where("report_id", "in", others).execute();
      await db.deleteFrom("ledger_entries").where("id", "in", entries).execute();
    }
  }
}

/** Reports whose clues are to be entered: new ones, and those that linking has put into another story. */
export async function reportsToEnter(db: Db): Promise<string[]> {
  const { rows } = await sql<{ report_id: string }>`
    select ledger_reports.report_id from ledger_reports
    left join link_reads on link_reads.report_id = ledger_reports.report_id
    left join story_reports on story_reports.report = link_reads.num
    left join stories on stories.num = story_reports.story
    where ledger_reports.todo = 1 or coalesce(stories.id, '') <> coalesce(ledger_reports.story_id, '')
    order by ledger_reports.report_id`.execute(db);
  return rows.map((row) => row.report_id);
}

/** All reports with clues. */
export async function reportsWithClues(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("ledger_reports").select("report_id").orderBy("report_id").execute();
  return rows.map((row) => row.report_id);
}

/** Keys of reports as they are put down now. */
export async function putKeys(db: Db, keys: ReadonlyMap<string, readonly string[]>): Promise<void> {
  for (const ids of parts([...keys.keys()]))
    await db.deleteFrom("ledger_keys").where("report_id", "in", ids).execute();
  const rows = [...keys].flatMap(([report_id, list]) =>
    [...new Set(list)].map((key) => ({ key, report_id })),
  );
  await insertRows(db, "ledger_keys", rows);
}

/** The reports and all that hang together with them by keys. */
export async function hangingTogether(db: Db, reportIds: readonly string[]): Promise<string[]> {
  const reports = new Set(reportIds);
  const keys = new Set<string>();
  let fresh = [...reports];
  while (fresh.length > 0) {
    const newKeys = new Set<string>();
    for (const ids of parts(fresh)) {
      const rows = await db
        .selectFrom("ledger_keys")
        .select("key")
        .distinct()
        .where("report_id", "in", ids)
        .execute();
      for (const { key } of rows) if (!keys.has(key)) newKeys.add(key);
    }
    fresh = [];
    for (const some of parts([...newKeys])) {
      for (const key of some) keys.add(key);
      const rows = await db
        .selectFrom("ledger_keys")
        .select("report_id")
        .distinct()
        .where("key", "in", some)
        .execute();
      for (const { report_id: id } of rows) {
        if (reports.has(id)) continue;
        reports.add(id);
        fresh.push(id);
      }
    }
  }
  return [...reports].sort();
}

/** The clues of these reports with what is known of the reports. */
export async function cluedReports(db: Db, reportIds: readonly string[]): Promise<CluedReport[]> {
  const found: CluedReport[] = [];
  for (const ids of parts(reportIds)) {
    const reports = await db
      .selectFrom("reports")
      .leftJoin("link_reads", "link_reads.report_id", "reports.id")
      .leftJoin("story_reports", "story_reports.report", "link_reads.num")
      .leftJoin("stories", "stories.num", "story_reports.story")
      .select(["reports.id", "reports.date", "reports.outlet", "stories.id as story", "link_reads.num"])
      .where("reports.id", "in", ids)
      .where("reports.current", "=", 1)
      .orderBy("reports.id")
      .execute();
    const mentions = await tiedMentions(db, ids);
    const clues = await db
      .selectFrom("ledger_clues")
      .select(["report_id", "id", "clue"])
      .where("report_id", "in", ids)
      .orderBy("report_id")
      .orderBy("position")
      .execute();
    const byReport = Map.groupBy(clues, (row) => row.report_id);
    for (const { id, date, outlet, story } of reports)
      found.push({
        id,
        date,
        outlet,
        storyId: story,
        mentions: mentions.get(id) ?? [],
        clues: (byReport.get(id) ?? []).map((row) => ({
          id: row.id,
          clue: JSON.parse(row.clue) as LedgerClue,
        })),
      });
  }
  return found;
}

/** The mentions of the reports with the events that linking made of them. */
async function tiedMentions(db: Db, ids: readonly string[]): Promise<Map<string, TiedMention[]>> {
  const rows = await db
    .selectFrom("mentions")
    .leftJoin("link_reads", "link_reads.report_id", "mentions.report_id")
    .leftJoin("event_mentions", (join) =>
      join.on(
        "event_mentions.mention",
        "=",
        sql`link_reads.num * ${MENTIONS_PER_REPORT} + mentions.position`,
      ),
    )
    .leftJoin("events", "events.num", "event_mentions.event")
    .select([
      "mentions.id",
      "mentions.report_id",
      "mentions.sentence",
      "mentions.trigger_start",
      "mentions.trigger_end",
      "events.id as event",
    ])
    .where("mentions.report_id", "in", [...ids])
    .orderBy("mentions.report_id")
    .orderBy("mentions.position")
    .execute();
  const found = new Map<string, TiedMention[]>();
  for (const { report_id: report, id, sentence, trigger_start: start, trigger_end: end, event } of rows) {
    const mention = { id, sentence, trigger: { start, end }, event };
    found.set(report, [...(found.get(report) ?? []), mention]);
  }
  return found;
}

/** A mention's number is its report's times this, plus its place (migrations/0003-linking.ts). */
const MENTIONS_PER_REPORT = 4096;

/** The list in pieces that fit a statement. */
export function parts<T>(list: readonly T[]): T[][] {
  const found: T[][] = [];
  for (let start = 0; start < list.length; start += PART) found.push(list.slice(start, start + PART));
  return found;
}
