/** Reports and mentions as linking takes them, out of the tables. */
import { sql } from "kysely";
import type { Span } from "../../base/types.ts";
import type { LinkMention, LinkReport } from "../../linking/types.ts";
import type { DatabaseKind, Db } from "../db.ts";
import { type MentionListRow, mentionLine } from "../lines.ts";
import type { MentionPartiesTable, MentionsTable } from "../tables.ts";
import { textOfList, textsIn } from "./sql.ts";

/** The reports with their texts and sentences, without their mentions. */
export async function loadTexts(
  db: Db,
  kind: DatabaseKind,
  reportIds: readonly string[],
): Promise<LinkReport[]> {
  const spans = sql`(select ${textOfList(kind, sql`span_start || ' ' || span_end`)} from
    (select span_start, span_end from sentences where report_id = r.id order by position) s)`;
  const { rows } = await sql<TextRow>`select id, given_id, url, outlet, title, date, text, ${spans} as spans
    from reports r where id in ${textsIn(kind, reportIds)}`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    givenId: row.given_id,
    url: row.url,
    outlet: row.outlet,
    title: row.title,
    date: row.date,
    text: row.text,
    sentences: spansOf(row.spans),
    mentions: [],
  }));
}

interface TextRow {
  readonly id: string;
  readonly given_id: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly date: string | null;
  readonly text: string;
  /** First and last place of each sentence; null where there are none. */
  readonly spans: string | null;
}

function spansOf(text: string | null): Span[] {
  const places = text === null ? [] : text.split(" ").map(Number);
  return Array.from({ length: places.length / 2 }, (_, at) => ({
    start: places[at * 2]!,
    end: places[at * 2 + 1]!,
  }));
}

/** Sentences by report and place. */
export async function loadSentences(
  db: Db,
  kind: DatabaseKind,
  places: readonly (readonly [reportId: string, position: number])[],
): Promise<{ readonly reportId: string; readonly position: number; readonly text: string }[]> {
  if (places.length === 0) return [];
  const asked =
    kind === "sqlite"
      ? sql`(select value ->> 0 as report_id, value ->> 1 as position from json_each(${JSON.stringify(places)}))`
      : sql`(select id collate "C" as report_id, position from unnest(
          ${places.map(([id]) => id)}::text[], ${places.map(([, position]) => position)}::integer[])
          as places(id, position))`;
  const { rows } = await sql<{ report_id: string; position: number; text: string }>`
    select s.report_id, s.position, s.text from ${asked} asked
    join sentences s on s.report_id = asked.report_id and s.position = asked.position`.execute(db);
  return rows.map(({ report_id: reportId, position, text }) => ({ reportId, position, text }));
}

/** A mention with its place in its report. */
export interface NumberedMention {
  readonly reportId: string;
  readonly position: number;
  readonly mention: LinkMention;
}

/** All mentions of the reports that count as events. */
export async function loadMentions(
  db: Db,
  kind: DatabaseKind,
  reportIds: readonly string[],
): Promise<NumberedMention[]> {
  const ids = textsIn(kind, reportIds);
  const { rows } = await sql<MentionsTable>`select * from mentions
    where report_id in ${ids} and (decided is null or decided <> 'no-event')
    order by report_id, position`.execute(db);
  const parties = await sql<MentionPartiesTable>`select * from mention_parties
    where report_id in ${ids} order by report_id, mention, role, position`.execute(db);
  const key = (report: string, mention: number) => `${report} ${mention}`;
  const byMention = Map.groupBy(parties.rows, (row) => key(row.report_id, row.mention));
  return rows.map((row) => {
    const line: MentionListRow = {
      ...row,
      text: "",
      url: null,
      title: null,
      outlet: null,
      published: null,
      event_id: null,
    };
    const { id, mention } = mentionLine(line, byMention.get(key(row.report_id, row.position)) ?? []);
    return { reportId: row.report_id, position: row.position, mention: { ...mention, id } };
  });
}
