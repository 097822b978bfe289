/** Stories out: lists by filter in the order of their days, each with its reports. */
import { sql } from "kysely";
import { reportOfCursor } from "./cursor.ts";
import type { Database } from "./db.ts";
import { eventConditions } from "./event-conditions.ts";
import type { StoriesTable } from "./link-tables.ts";
import { numbersIn } from "./links/sql.ts";
import { reportIs, startsWith } from "./list-reports.ts";
import { reportMatches } from "./search.ts";
import { storable } from "./storable.ts";
import type { NamedReport, Page, PageRequest, StoryFilter, StoryLine } from "./types.ts";

type StoryRow = StoriesTable & { readonly events: number };

/** Stories in the order of their first days. */
export async function listStories(
  database: Database,
  filter: StoryFilter,
  request: PageRequest,
): Promise<Page<StoryLine>> {
  const after = reportOfCursor(request.after ?? null);
  const from = after === null ? sql`` : sql`and (stories.day, stories.id) > (${after.day}, ${after.id})`;
  const { rows } = await sql<StoryRow>`
    select stories.*, (select count(*) from events where events.story = stories.num) as events
    from stories where ${storyConditions(database, filter)} ${from}
    order by stories.day, stories.id limit ${request.limit + 1}`.execute(database.kysely);
  const kept = rows.slice(0, request.limit);
  const last = kept.at(-1);
  return {
    lines: await storyLines(database, kept),
    next: rows.length > request.limit && last !== undefined ? `${last.day}|${last.id}` : null,
  };
}

/** Number of stories that the filter lets through. */
export async function countStories(database: Database, filter: StoryFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from stories
    where ${storyConditions(database, filter)}`.execute(database.kysely);
  return Number(rows[0]?.n ?? 0);
}

function storyConditions(database: Database, filter: StoryFilter) {
  const { since, until, story, minLines, outlet, report, search, actor, recipient, between, types } = filter;
  const { place, readSince, event, factuality, standing } = filter;
  const list = [sql<boolean>`1 = 1`];
  if (since !== undefined) list.push(sql`stories.last_day >= ${storable(since)}`);
  if (until !== undefined) list.push(sql`stories.day <= ${storable(until)}`);
  if (story !== undefined) list.push(sql`stories.id ${startsWith(story)}`);
  if (minLines !== undefined) list.push(sql`stories.lines >= ${minLines}`);
  const told = [];
  if (outlet !== undefined) told.push(sql<boolean>`reports.outlet = ${storable(outlet)}`);
  if (report !== undefined) told.push(reportIs(report));
  if (search !== undefined) told.push(reportMatches(database, search) ?? sql<boolean>`1 = 0`);
  if (readSince !== undefined) told.push(sql<boolean>`reports.read_at > ${storable(readSince)}`);
  if (told.length > 0)
    list.push(sql`exists (select 1 from story_reports
      join link_reads on link_reads.num = story_reports.report
      join reports on reports.id = link_reads.report_id
      where story_reports.story = stories.num and ${sql.join(told, sql` and `)})`);
  const parties = Object.fromEntries(
    Object.entries({ actor, recipient, between, types, place, event, factuality, standing }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  if (Object.keys(parties).length > 0)
    list.push(sql`exists (select 1 from events
      where events.story = stories.num and ${eventConditions(database, parties)})`);
  return sql<boolean>`${sql.join(list, sql` and `)}`;
}

async function storyLines(database: Database, rows: readonly StoryRow[]): Promise<StoryLine[]> {
  const { rows: members } = await sql<NamedRow & { story: number }>`
    select story_reports.story, reports.id, given_id, url, outlet, title, reports.date
    from story_reports join link_reads on link_reads.num = story_reports.report
    join reports on reports.id = link_reads.report_id
    where story_reports.story in ${numbersIn(
      database.kind,
      rows.map(({ num }) => Number(num)),
    )} order by story_reports.story, story_reports.rank`.execute(database.kysely);
  const reportsOf = Map.groupBy(members, ({ story }) => Number(story));
  return rows.map((row) => {
    const reports = (reportsOf.get(Number(row.num)) ?? []).map(namedReport);
    const { id, title, date, end_date: endDate, outlets, lines } = row;
    return {
      story: {
        id,
        title,
        date,
        endDate,
        parties: JSON.parse(row.parties),
        reports: reports.map((report) => report.id),
        outlets,
        lines,
      },
      reports,
      events: Number(row.events),
    };
  });
}

export interface NamedRow {
  readonly id: string;
  readonly given_id: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly date: string | null;
}

/** The row as the name of a report. */
export function namedReport({ id, given_id: givenId, url, outlet, title, date }: NamedRow): NamedReport {
  return { id, givenId, url, outlet, title, date };
}
