/** Copies and contradictions out: lists by filter in the order of their days, each with its reports. */
import { sql } from "kysely";
import type { Contradiction } from "../linking/types.ts";
import { reportOfCursor } from "./cursor.ts";
import type { Database } from "./db.ts";
import { eventConditions } from "./event-conditions.ts";
import type { ContradictionsTable, CopiesTable } from "./link-tables.ts";
import { copyOf } from "./links/groups.ts";
import { numbersIn, textsIn } from "./links/sql.ts";
import { reportIs, reportOfStory } from "./list-reports.ts";
import { type NamedRow, namedReport } from "./list-stories.ts";
import { reportMatches } from "./search.ts";
import { storable } from "./storable.ts";
import type {
  ContradictionFilter,
  ContradictionLine,
  CopyFilter,
  CopyLine,
  NamedReport,
  Page,
  PageRequest,
} from "./types.ts";

/** Copies in the order of the days of the later reports. */
export async function listCopies(
  database: Database,
  filter: CopyFilter,
  request: PageRequest,
): Promise<Page<CopyLine>> {
  const { since, until, kind } = filter;
  const after = reportOfCursor(request.after ?? null);
  const list = [sql<boolean>`1 = 1`];
  if (after !== null) list.push(sql`(copies.day, copies.id) > (${after.day}, ${after.id})`);
  if (since !== undefined) list.push(sql`copies.day >= ${storable(since)}`);
  if (until !== undefined) list.push(sql`copies.day <= ${storable(until)}`);
  if (kind !== undefined) list.push(sql`copies.kind = ${kind}`);
  const told = sidesOf(database, filter);
  if (told.length > 0)
    list.push(sql`exists (select 1 from link_reads join reports on reports.id = link_reads.report_id
      where link_reads.num in (copies.earlier, copies.later) and ${sql.join(told, sql` and `)})`);
  const { rows } = await sql<CopiesTable>`select copies.* from copies where ${sql.join(list, sql` and `)}
    order by copies.day, copies.id limit ${request.limit + 1}`.execute(database.kysely);
  const kept = rows.slice(0, request.limit);
  const last = kept.at(-1);
  return {
    lines: await copyLines(database, kept),
    next: rows.length > request.limit && last !== undefined ? `${last.day}|${last.id}` : null,
  };
}

/** All copies in which both passages stand in one of these reports, so many at most, in the order of their days. */
export async function copiesAmong(
  database: Database,
  reports: readonly string[],
  most: number,
): Promise<CopyLine[]> {
  const numbers = sql`(select num from link_reads where report_id in ${textsIn(database.kind, reports)})`;
  const { rows } = await sql<CopiesTable>`select copies.* from copies
    where copies.later in ${numbers} and copies.earlier in ${numbers}
    order by copies.day, copies.id limit ${most}`.execute(database.kysely);
  return await copyLines(database, rows);
}

/** What one of the two reports must fulfil. */
function sidesOf(database: Database, { outlet, report, search, story, readSince }: CopyFilter) {
  const told = [];
  if (outlet !== undefined) told.push(sql<boolean>`reports.outlet = ${storable(outlet)}`);
  if (report !== undefined) told.push(reportIs(report));
  if (story !== undefined) told.push(reportOfStory(story));
  if (search !== undefined) told.push(reportMatches(database, search) ?? sql<boolean>`1 = 0`);
  if (readSince !== undefined) told.push(sql<boolean>`reports.read_at > ${storable(readSince)}`);
  return told;
}

async function copyLines(database: Database, rows: readonly CopiesTable[]): Promise<CopyLine[]> {
  const nums = new Set(rows.flatMap(({ earlier, later }) => [Number(earlier), Number(later)]));
  const { rows: found } = await sql<NamedRow & { num: number; text: string }>`
    select link_reads.num, reports.id, given_id, url, outlet, title, reports.date, text
    from link_reads join reports on reports.id = link_reads.report_id
    where link_reads.num in ${numbersIn(database.kind, nums)}`.execute(database.kysely);
  const reports = new Map(found.map((row) => [Number(row.num), row]));
  return rows.map((row) => {
    const copy = copyOf(row, (num) => reports.get(num)!.id);
    const side = (num: number, { start, end }: { start: number; end: number }) => {
      const report = reports.get(Number(num))!;
      return { report: namedReport(report), text: report.text.slice(start, end) };
    };
    return { copy, earlier: side(row.earlier, copy.earlier), later: side(row.later, copy.later) };
  });
}

/** Contradictions in the order of the days of their events. */
export async function listContradictions(
  database: Database,
  filter: ContradictionFilter,
  request: PageRequest,
): Promise<Page<ContradictionLine>> {
  const after = reportOfCursor(request.after ?? null);
  const list = [eventConditions(database, filter)];
  if (filter.kind !== undefined) list.push(sql<boolean>`contradictions.kind = ${filter.kind}`);
  if (after !== null) list.push(sql`(contradictions.day, contradictions.id) > (${after.day}, ${after.id})`);
  const { rows } = await sql<ContradictionsTable & { event_id: string }>`
    select contradictions.*, events.id as event_id from contradictions
    join events on events.num = contradictions.event
    where ${sql.join(list, sql` and `)}
    order by contradictions.day, contradictions.id limit ${request.limit + 1}`.execute(database.kysely);
  const kept = rows.slice(0, request.limit);
  const last = kept.at(-1);
  const all = kept.map((row): Contradiction => {
    const { id, event_id: eventId, kind, about, nature } = row;
    return { id, eventId, kind, about, nature, a: JSON.parse(row.a), b: JSON.parse(row.b) } as Contradiction;
  });
  const named = await namedReports(
    database,
    all.flatMap(({ a, b }) => [a.reportId, b.reportId]),
  );
  return {
    lines: all.map((contradiction) => ({
      contradiction,
      a: named.get(contradiction.a.reportId)!,
      b: named.get(contradiction.b.reportId)!,
    })),
    next: rows.length > request.limit && last !== undefined ? `${last.day}|${last.id}` : null,
  };
}

async function namedReports(database: Database, ids: readonly string[]): Promise<Map<string, NamedReport>> {
  const { rows } = await sql<NamedRow>`select id, given_id, url, outlet, title, date from reports
    where id in ${textsIn(database.kind, ids)}`.execute(database.kysely);
  return new Map(rows.map((row) => [row.id, namedReport(row)]));
}
