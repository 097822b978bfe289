/**
 * Mentions out: lists by filter in the order of their days, those of one
 * report or one sentence, and one by its id. Every list is bounded and goes on
 * from a cursor; every value of a filter is a parameter.
 */
import { type RawBuilder, sql } from "kysely";
import { type MentionCursor, mentionOfCursor } from "./cursor.ts";
import { type Part, partsByDay } from "./day-parts.ts";
import type { Database } from "./db.ts";
import { recordFault } from "./faults.ts";
import { fewMentions, type MentionKey, mentionsOfKeys } from "./few-mentions.ts";
import { type MentionListRow, mentionLine } from "./lines.ts";
import { idRange } from "./list-reports.ts";
import { EVENT_ID, hidden, mentionConditions } from "./mention-conditions.ts";
import { whole } from "./plans.ts";
import { storable } from "./storable.ts";
import type { MentionPartiesTable, Tables } from "./tables.ts";
import type { MentionFilter, MentionLine, Page, PageRequest } from "./types.ts";

const SEE_MENTIONS = "See the ids with `chancery mentions`.";

/** Mentions in the order of their days, those of a report together. */
export async function listMentions(
  database: Database,
  filter: MentionFilter,
  request: PageRequest,
): Promise<Page<MentionLine>> {
  const after = mentionOfCursor(request.after ?? null);
  const few = await fewMentions(database, filter);
  if (few !== null && few.keys.length === 0) return { lines: [], next: null };
  const rows: MentionListRow[] = [];
  for (const part of partsByDay(filter.since, after?.day ?? "")) {
    const left = request.limit + 1 - rows.length;
    const page = pageOf(
      database,
      { filter: few?.rest ?? filter, keys: few?.keys ?? null, part, after },
      left,
    );
    const query = baseQuery(database, page)
      .orderBy("mentions.day")
      .orderBy("mentions.report_id")
      .orderBy("mentions.position");
    rows.push(...((await query.execute()) as MentionListRow[]));
    if (rows.length > request.limit) break;
  }
  const kept = rows.slice(0, request.limit);
  const last = kept.at(-1);
  return {
    lines: await withParties(database, kept),
    next: rows.length > request.limit && last ? `${last.day}|${last.report_id}|${last.position}` : null,
  };
}

interface Stretch {
  readonly filter: MentionFilter;
  /** The only ones that can pass; null where they are many. */
  readonly keys: readonly MentionKey[] | null;
  readonly part: Part;
  readonly after: MentionCursor | null;
}

/** The first mentions of the stretch, as a table. */
function pageOf(database: Database, { filter, keys, part, after }: Stretch, limit: number) {
  const isKnown = keys !== null || part?.kind === "lasting";
  const list = [mentionConditions(database, filter, { isKnown, isWalk: true })];
  if (part?.kind === "later") list.push(sql`mentions.day >= ${part.day}`);
  if (part?.kind === "lasting") list.push(lasts(database, part.day));
  if (after !== null)
    list.push(sql`(mentions.day, mentions.report_id, mentions.position)
      > (${storable(after.day)}, ${storable(after.id)}, ${after.position})`);
  const all = sql`select mentions.* from ${keys === null ? sql`mentions` : mentionsOfKeys(database, keys)}
    ${database.kind === "sqlite" ? sql`join reports on reports.id = mentions.report_id` : sql``}
    where ${sql.join(list, sql` and `)}`;
  const found =
    isKnown && database.kind === "postgres" ? sql`select * from ${whole("postgres", all)} mentions` : all;
  const day = isKnown ? hidden(database, "mentions.day") : sql`mentions.day`;
  return sql<
    Tables["mentions"]
  >`(${found} order by ${day}, mentions.report_id, mentions.position limit ${limit})`;
}

/** Condition: began before the day and lasts into it. */
function lasts(database: Database, day: string): RawBuilder<boolean> {
  if (database.kind === "postgres")
    return sql`mentions.last_day > mentions.day and mentions.last_day >= ${day} and mentions.day < ${day}`;
  return sql`(mentions.report_id, mentions.position) in
    (select report_id, position from mentions lasting
     where lasting.last_day > lasting.day and lasting.last_day >= ${day} and lasting.day < ${day})`;
}

/** Number of mentions that the filter lets through. */
export async function countMentions(database: Database, filter: MentionFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from mentions
    ${database.kind === "sqlite" ? sql`join reports on reports.id = mentions.report_id` : sql``}
    where ${mentionConditions(database, filter, { isKnown: false, isWalk: false })}`.execute(database.kysely);
  return Number(rows[0]?.n ?? 0);
}

/** All mentions of a report, in the order of the coder. */
export async function mentionsOf(database: Database, reportId: string): Promise<MentionLine[]> {
  const rows = await baseQuery(database)
    .where("mentions.report_id", "=", reportId)
    .orderBy("mentions.position")
    .execute();
  return await withParties(database, rows as MentionListRow[]);
}

/** The mentions whose ids begin so, six at most. */
export async function findMentions(database: Database, prefix: string): Promise<MentionLine[]> {
  const [low, high] = idRange(storable(prefix));
  const rows = await baseQuery(database)
    .where("mentions.id", ">=", low)
    .where("mentions.id", "<", high)
    .orderBy("mentions.id")
    .limit(6)
    .execute();
  return await withParties(database, rows as MentionListRow[]);
}

function baseQuery(database: Database, from: RawBuilder<Tables["mentions"]> = sql`mentions`) {
  return database.kysely
    .selectFrom(from.as("mentions"))
    .innerJoin("reports", "reports.id", "mentions.report_id")
    .leftJoin("sentences", (join) =>
      join
        .onRef("sentences.report_id", "=", "mentions.report_id")
        .onRef("sentences.position", "=", "mentions.sentence"),
    )
    .selectAll("mentions")
    .select(["reports.url", "reports.title", "reports.outlet", "reports.date as published"])
    .select(sql<string>`coalesce(sentences.text, '')`.as("text"))
    .select(EVENT_ID.as("event_id"));
}

async function withParties(database: Database, rows: readonly MentionListRow[]): Promise<MentionLine[]> {
  const byMention = new Map<string, MentionPartiesTable[]>();
  const key = (report: string, mention: number) => `${report} ${mention}`;
  for (let start = 0; start < rows.length; start += 1000) {
    const part = rows.slice(start, start + 1000);
    const keys = sql.join(part.map((row) => sql`(${row.report_id}, cast(${row.position} as integer))`));
    const found = await database.kysely
      .selectFrom("mention_parties")
      .selectAll()
      .where(sql<boolean>`(report_id, mention) in (values ${keys})`)
      .orderBy("report_id")
      .orderBy("mention")
      .orderBy("role")
      .orderBy("position")
      .execute();
    for (const row of found) {
      const list = byMention.get(key(row.report_id, row.mention));
      if (list === undefined) byMention.set(key(row.report_id, row.mention), [row]);
      else list.push(row);
    }
  }
  return rows.map((row) => mentionLine(row, byMention.get(key(row.report_id, row.position)) ?? []));
}

/** The one mention that the beginning of an id means.
 * @throws {@link Fault} `record/not-found` when it means none, `record/bad-filter` when several */
export function onlyMention(lines: readonly MentionLine[], prefix: string): MentionLine {
  const [line] = lines;
  if (line !== undefined && (lines.length === 1 || line.id === prefix)) return line;
  if (line === undefined)
    throw recordFault("record/not-found", `The record has no mention ${prefix}.`, SEE_MENTIONS);
  throw recordFault(
    "record/bad-filter",
    `${prefix} is the beginning of several ids: ${lines.map((one) => one.id).join(", ")}.`,
    "Give more of the id.",
  );
}
