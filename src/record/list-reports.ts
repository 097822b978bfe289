/**
 * Reports out: lists by filter in the order of their days, one whole report,
 * and ids from what a person types. Every list is bounded and goes on from a cursor.
 */
import type { SelectQueryBuilder } from "kysely";
import { sql } from "kysely";
import { reportOfCursor } from "./cursor.ts";
import type { Database } from "./db.ts";
import { recordFault } from "./faults.ts";
import { reportLine, reportOf, sentenceLine } from "./lines.ts";
import { reportMatches } from "./search.ts";
import { storable } from "./storable.ts";
import type { Tables } from "./tables.ts";
import type { Page, PageRequest, ReportFilter, ReportLine, StoredReport } from "./types.ts";

type Query<Row> = SelectQueryBuilder<Tables, "reports", Row>;

/** Reports in the order of their days. */
export async function listReports(
  database: Database,
  filter: ReportFilter,
  request: PageRequest,
): Promise<Page<ReportLine>> {
  const after = reportOfCursor(request.after ?? null);
  let query = narrowReports(database, lineQuery(database), filter)
    .orderBy("reports.day")
    .orderBy("reports.id");
  if (after !== null)
    query = query.where((eb) =>
      eb.or([
        eb("reports.day", ">", storable(after.day)),
        eb.and([eb("reports.day", "=", storable(after.day)), eb("reports.id", ">", storable(after.id))]),
      ]),
    );
  const rows = await query.limit(request.limit + 1).execute();
  const kept = rows.slice(0, request.limit);
  const last = kept.at(-1);
  return {
    lines: kept.map((row) => reportLine(row, Number(row.mentions), row.story_id)),
    next: rows.length > request.limit && last !== undefined ? `${last.day}|${last.id}` : null,
  };
}

/** The last day on which a report was published, else on which an event began; null where none is known. */
export async function lastDay(database: Database): Promise<string | null> {
  for (const table of ["reports", "events"] as const) {
    const row = await database.kysely
      .selectFrom(table)
      .select("day")
      .where("day", "<>", "")
      .orderBy("day", "desc")
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) return row.day;
  }
  return null;
}

/** Number of reports that the filter lets through. */
export async function countReports(database: Database, filter: ReportFilter): Promise<number> {
  const counted = database.kysely.selectFrom("reports").select(({ fn }) => fn.countAll<number>().as("n"));
  return Number((await narrowReports(database, counted, filter).executeTakeFirstOrThrow()).n);
}

function lineQuery(database: Database) {
  const { text: _text, ...columns } = LINE_COLUMNS;
  const names = Object.keys(columns).map((name) => `reports.${name}`) as `reports.${keyof typeof columns}`[];
  return database.kysely
    .selectFrom("reports")
    .select(names)
    .select((eb) =>
      eb
        .selectFrom("mentions")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .whereRef("mentions.report_id", "=", "reports.id")
        .as("mentions"),
    )
    .select(STORY_ID.as("story_id"));
}

const STORY_ID = sql<string | null>`(select stories.id from link_reads
  join story_reports on story_reports.report = link_reads.num
  join stories on stories.num = story_reports.story where link_reads.report_id = reports.id)`;

/** Condition: the report (alias `reports`) is of the story that an id or its beginning means. */
export function reportOfStory(story: string) {
  return sql<boolean>`${STORY_ID} ${startsWith(story)}`;
}

/** The ids of the reports of the story that an id or its beginning means, as a query. */
export function reportsOfStory(story: string) {
  return sql`select link_reads.report_id from stories
    join story_reports on story_reports.story = stories.num
    join link_reads on link_reads.num = story_reports.report where stories.id ${startsWith(story)}`;
}

/** ` between …`: the id before it begins so. */
export function startsWith(prefix: string) {
  const [low, high] = idRange(storable(prefix));
  return sql`between ${low} and ${high}`;
}

const LINE_COLUMNS = {
  id: 1,
  series: 1,
  version: 1,
  current: 1,
  given_id: 1,
  url: 1,
  outlet: 1,
  title: 1,
  authors: 1,
  date: 1,
  date_basis: 1,
  date_start: 1,
  date_end: 1,
  language: 1,
  text: 1,
  origin: 1,
  bytes_hash: 1,
  day: 1,
  coder: 1,
  skipped_sentences: 1,
  run_id: 1,
  read_at: 1,
  warnings: 1,
  charset: 1,
} as const satisfies { [Name in keyof Tables["reports"]]: 1 };

/** The query with the conditions of the filter that speak of reports. */
export function narrowReports<Row>(database: Database, query: Query<Row>, filter: ReportFilter): Query<Row> {
  let narrowed = query;
  if (!filter.allVersions) narrowed = narrowed.where("reports.current", "=", 1);
  if (filter.since !== undefined) narrowed = narrowed.where("reports.day", ">=", storable(filter.since));
  if (filter.until !== undefined) narrowed = narrowed.where("reports.day", "<=", storable(filter.until));
  if (filter.outlet !== undefined) narrowed = narrowed.where("reports.outlet", "=", storable(filter.outlet));
  if (filter.report !== undefined) narrowed = narrowed.where(reportIs(filter.report));
  if (filter.story !== undefined) narrowed = narrowed.where(reportOfStory(filter.story));
  if (filter.readSince !== undefined)
    narrowed = narrowed.where("reports.read_at", ">", storable(filter.readSince));
  if (filter.search !== undefined)
    narrowed = narrowed.where(reportMatches(database, filter.search) ?? sql<boolean>`1 = 0`);
  return narrowed;
}

/** Condition: the report is the one that a person means by an id, its beginning, a given id or a URL. */
export function reportIs(words: string) {
  const value = storable(words);
  const [low, high] = idRange(value);
  return sql<boolean>`((reports.id >= ${low} and reports.id < ${high}) or reports.given_id = ${value} or reports.url = ${value})`;
}

/** Ids from `low` up to but not `high` begin with the prefix; an impossible range where it is no beginning of an id. */
export function idRange(prefix: string): [string, string] {
  return /^[a-z]{1,8}_[0-9a-z]*$/.test(prefix) ? [prefix, `${prefix}~`] : ["~", "~"];
}

/** The ids of reports that a person can mean by the words, six at most. */
export async function findReports(database: Database, words: string): Promise<string[]> {
  const rows = await database.kysely
    .selectFrom("reports")
    .select("id")
    .where(reportIs(words))
    .orderBy("current", "desc")
    .orderBy("version", "desc")
    .orderBy("id")
    .limit(6)
    .execute();
  return rows.map((row) => row.id);
}

/** The whole report.
 * @throws {@link Fault} `record/not-found` */
export async function getReport(database: Database, id: string): Promise<StoredReport> {
  const of = { report_id: id };
  const row = await database.kysely
    .selectFrom("reports")
    .selectAll()
    .select(STORY_ID.as("story_id"))
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw recordFault("record/not-found", `The record has no report ${id}.`);
  const sections = await parts(database, "sections", of.report_id);
  const datelines = await parts(database, "datelines", of.report_id);
  const sentences = await parts(database, "sentences", of.report_id);
  const { n } = await database.kysely
    .selectFrom("mentions")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("report_id", "=", id)
    .executeTakeFirstOrThrow();
  return {
    line: reportLine(row, Number(n), row.story_id),
    report: reportOf(row, sections, datelines),
    coder: row.coder,
    sentences: sentences.map(sentenceLine),
  };
}

async function parts<Name extends "sections" | "datelines" | "sentences">(
  database: Database,
  name: Name,
  id: string,
) {
  const rows = await database.kysely
    .selectFrom(name as "sections" | "datelines" | "sentences")
    .selectAll()
    .where("report_id", "=", id)
    .orderBy("position")
    .execute();
  return rows as unknown as Tables[Name][];
}
