/**
 * What linking read of reports goes in, with the keys and counted words that
 * later reports are found and weighed by, and what it found between them; and
 * all of it comes out again when a report is read anew, replaced or forgotten.
 */
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { LinkDelta, ReadForLinking, StoryPart, WordCounts } from "../../linking/types.ts";
import { insertRows } from "../bulk.ts";
import type { DatabaseKind } from "../db.ts";
import type { CopiesTable, LinkReadsTable } from "../link-tables.ts";
import type { Tables } from "../tables.ts";
import { addToCounts } from "./event-counts.ts";
import { dropKeys } from "./keys.ts";
import { packFacts, packKeys, packNumbers, packTerms, unpackNumbers } from "./pack.ts";
import { arrayOf, insertNumbers, numbersIn, signed } from "./sql.ts";
import type { NumberedEdge } from "./ties.ts";

type Tx = Transaction<Tables>;

/** Mentions of one report that there is room for. */
export const MENTION_ROOM = 4096;
/** Rows of link_words that count the reports themselves, and the numbers that were given out. */
const ALL_REPORTS = 2 ** 31;
export const LAST_NUMBER = 2 ** 31 + 1;

/** The last number that was given to a report; none is given twice. */
export async function lastNumber(db: Tx): Promise<number> {
  const row = await db
    .selectFrom("link_words")
    .select("reports")
    .where("stem", "=", LAST_NUMBER)
    .executeTakeFirst();
  return Number(row?.reports ?? 0);
}

/** The number that a mention goes by. */
export const mentionNumber = (report: number, position: number) => report * MENTION_ROOM + position;

/** Counts the words of the reports; +1 as they come, -1 as they go.
 * @returns in how many reports each of them stands now */
export async function countWords(
  db: Tx,
  kind: DatabaseKind,
  words: readonly (readonly number[])[],
  step: 1 | -1,
): Promise<WordCounts> {
  const counts = new Map<number, number>([[ALL_REPORTS, words.length * step]]);
  for (const list of words)
    for (const stem of list) {
      const key = signed(stem);
      counts.set(key, (counts.get(key) ?? 0) + step);
    }
  const rows = [...counts].sort(([a], [b]) => a - b);
  const from =
    kind === "sqlite"
      ? sql`select value ->> 0, value ->> 1 from json_each(${JSON.stringify(rows)}) where true`
      : sql`select * from unnest(${arrayOf(rows.map(([stem]) => stem))}::bigint[], ${arrayOf(rows.map(([, n]) => n))}::integer[])`;
  const counted = sql`insert into link_words (stem, reports) ${from}
    on conflict (stem) do update set reports = link_words.reports + excluded.reports returning stem, reports`;
  const now = kind === "sqlite" ? await countsOfRows(db, counted) : await countsOfText(db, counted);
  return { reports: now.get(ALL_REPORTS)!, of: (hash) => now.get(signed(hash)) ?? 0 };
}

async function countsOfRows(db: Tx, counted: RawBuilder<unknown>): Promise<Map<number, number>> {
  const { rows } = await (counted as RawBuilder<{ stem: number; reports: number }>).execute(db);
  return new Map(rows.map(({ stem, reports }) => [stem, reports]));
}

/** As one text, for PostgreSQL's driver takes its time over each row. */
async function countsOfText(db: Tx, counted: RawBuilder<unknown>): Promise<Map<number, number>> {
  const { rows } = await sql<{ all: string }>`with counted as (${counted})
    select string_agg(stem || ' ' || reports, ' ') as "all" from counted`.execute(db);
  const values = rows[0]!.all.split(" ");
  const counts = new Map<number, number>();
  for (let at = 0; at < values.length; at += 2) counts.set(Number(values[at]), Number(values[at + 1]));
  return counts;
}

/** Keeps the reads, all but their keys. */
export async function keepReads(
  db: Tx,
  reads: readonly ReadForLinking[],
  parts: readonly StoryPart[],
): Promise<LinkReadsTable[]> {
  const first = (await lastNumber(db)) + 1;
  const last = first + reads.length - 1;
  await db
    .insertInto("link_words")
    .values({ stem: LAST_NUMBER, reports: last })
    .onConflict((conflict) => conflict.column("stem").doUpdateSet({ reports: last }))
    .execute();
  const rows = reads.map((read, at) => readRow(read, parts[at]!, first + at));
  await insertRows(db, "link_reads", rows);
  return rows;
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return 0;
}

function readRow(read: ReadForLinking, part: StoryPart, num: number): LinkReadsTable {
  const { profile: _profile, id: _id, ...rest } = part;
  return {
    num,
    report_id: read.report.id,
    day: read.keys.day,
    length: read.report.text.length,
    retracts: read.retracts ? 1 : 0,
    part: JSON.stringify(rest),
    credits: JSON.stringify(read.credits),
    terms: packTerms(read.profile.terms),
    keys: packKeys(read.keys),
    words: packNumbers(read.countedWords),
    facts: packFacts(read.mentions),
  };
}

/** Keeps what was found between reports.
 * @param numberOf number of a report, and of a mention, by its id
 * @returns the ties by number */
export async function keepDeltas(
  db: Tx,
  kind: DatabaseKind,
  deltas: readonly LinkDelta[],
  numberOf: { report(id: string): number; mention(id: string): number; dayOf(id: string): string },
): Promise<{ readonly stories: readonly NumberedEdge[]; readonly events: readonly NumberedEdge[] }> {
  const stories = deltas.flatMap(({ storyEdges }) =>
    storyEdges.map(({ a, b, score }) => ({ a: numberOf.report(a), b: numberOf.report(b), score })),
  );
  const events = deltas.flatMap(({ eventEdges }) =>
    eventEdges.map(({ a, b, score }) => ({ a: numberOf.mention(a), b: numberOf.mention(b), score })),
  );
  const columns = ["a", "b", "score"];
  const bothWays = (edges: readonly NumberedEdge[]) =>
    edges.flatMap(({ a, b, score }) => [[a, b, score] as const, [b, a, score] as const]).sort(byNumbers);
  await insertNumbers(db, kind, "story_edges", columns, bothWays(stories));
  await insertNumbers(db, kind, "event_edges", columns, bothWays(events));
  const copies = deltas.flatMap((delta) => delta.copies);
  const rows = copies.map(
    (copy): CopiesTable => ({
      id: copy.id,
      later: numberOf.report(copy.later.reportId),
      earlier: numberOf.report(copy.earlier.reportId),
      later_start: copy.later.start,
      later_end: copy.later.end,
      earlier_start: copy.earlier.start,
      earlier_end: copy.earlier.end,
      kind: copy.kind,
      share: copy.share,
      quotation: copy.quotation ? 1 : 0,
      day: numberOf.dayOf(copy.later.reportId),
    }),
  );
  for (let start = 0; start < rows.length; start += 400)
    await db
      .insertInto("copies")
      .values(rows.slice(start, start + 400))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return { stories, events };
}

/** Takes out all that linking keeps of these reports; their stories and events are dissolved.
 * @returns how many of them there were, and the reports that shared a story, an event or a passage with them */
export async function dropReads(
  db: Tx,
  kind: DatabaseKind,
  reportIds: readonly string[],
): Promise<{ readonly dropped: number; readonly others: readonly string[] }> {
  if (reportIds.length === 0) return { dropped: 0, others: [] };
  const rows = await db
    .selectFrom("link_reads")
    .select(["num", "day", "keys", "words"])
    .where("report_id", "in", [...reportIds])
    .execute();
  if (rows.length === 0) return { dropped: 0, others: [] };
  // who linked before knows by another last number that what it remembers is gone
  await sql`update link_words set reports = reports + 1 where stem = ${LAST_NUMBER}`.execute(db);
  const nums = rows.map(({ num }) => Number(num));
  const others = await dissolve(db, kind, nums);
  const own = numbersIn(kind, nums);
  await dropKeys(db, kind, rows);
  for (const num of nums) {
    await sql`delete from story_edges where b = ${num}
      and a in (select b from story_edges where a = ${num})`.execute(db);
    await sql`delete from story_edges where a = ${num}`.execute(db);
    const [low, high] = [mentionNumber(num, 0), mentionNumber(num + 1, 0)];
    await sql`delete from event_edges where b >= ${low} and b < ${high}
      and a in (select b from event_edges where a >= ${low} and a < ${high})`.execute(db);
    await sql`delete from event_edges where a >= ${low} and a < ${high}`.execute(db);
  }
  await countWords(
    db,
    kind,
    rows.map(({ words }) => unpackNumbers(words)),
    -1,
  );
  await sql`delete from copies where later in ${own} or earlier in ${own}`.execute(db);
  await sql`delete from link_reads where num in ${own}`.execute(db);
  return { dropped: rows.length, others };
}

/** Dissolves the stories and events of these reports.
 * @returns the other reports that shared them, or a passage */
async function dissolve(db: Tx, kind: DatabaseKind, nums: readonly number[]): Promise<string[]> {
  const own = numbersIn(kind, nums);
  const others = new Set<number>();
  const note = async (query: { readonly rows: readonly { num: number }[] }) => {
    for (const { num } of query.rows) others.add(Number(num));
  };
  const stories = await sql<{ num: number }>`select distinct story as num from story_reports
    where report in ${own}`.execute(db);
  const inStories = numbersIn(
    kind,
    stories.rows.map(({ num }) => Number(num)),
  );
  await note(
    await sql<{ num: number }>`select report as num from story_reports where story in ${inStories}`.execute(
      db,
    ),
  );
  await note(await sql<{ num: number }>`select earlier as num from copies where later in ${own}`.execute(db));
  await note(await sql<{ num: number }>`select later as num from copies where earlier in ${own}`.execute(db));
  const events = new Set<number>();
  for (const num of nums) {
    const found = await sql<{ event: number }>`select distinct event from event_mentions
      where mention >= ${mentionNumber(num, 0)} and mention < ${mentionNumber(num + 1, 0)}`.execute(db);
    for (const { event } of found.rows) events.add(Number(event));
  }
  const inEvents = numbersIn(kind, events);
  const mentions = await sql<{ mention: number }>`select mention from event_mentions
    where event in ${inEvents}`.execute(db);
  for (const { mention } of mentions.rows) others.add(Math.floor(Number(mention) / MENTION_ROOM));
  await dropStories(
    db,
    kind,
    stories.rows.map(({ num }) => Number(num)),
  );
  await dropEvents(db, kind, [...events]);
  for (const num of nums) others.delete(num);
  const ids = await sql<{ report_id: string }>`select report_id from link_reads
    where num in ${numbersIn(kind, others)}`.execute(db);
  return ids.rows.map(({ report_id }) => report_id);
}

export async function dropStories(db: Tx, kind: DatabaseKind, stories: readonly number[]): Promise<void> {
  if (stories.length === 0) return;
  const list = numbersIn(kind, stories);
  await sql`update events set story = null where story in ${list}`.execute(db);
  await sql`delete from story_reports where story in ${list}`.execute(db);
  await sql`delete from stories where num in ${list}`.execute(db);
}

export async function dropEvents(db: Tx, kind: DatabaseKind, events: readonly number[]): Promise<void> {
  if (events.length === 0) return;
  const list = numbersIn(kind, events);
  await addToCounts(db, kind, events, -1);
  await sql`delete from contradictions where event in ${list}`.execute(db);
  await sql`delete from event_mentions where event in ${list}`.execute(db);
  await sql`delete from event_parties where event in ${list}`.execute(db);
  await sql`delete from events where num in ${list}`.execute(db);
}
