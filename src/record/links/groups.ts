/**
 * What hangs together with some reports or mentions, out of the tables: ties,
 * those who share a story or event now, what a person decided. All go by their
 * numbers here.
 */
import { sql, type Transaction } from "kysely";
import type { Copy, Decision, LineReport, StoryPart } from "../../linking/types.ts";
import type { DatabaseKind } from "../db.ts";
import type { CopiesTable } from "../link-tables.ts";
import type { Tables } from "../tables.ts";
import { MENTION_ROOM } from "./keep.ts";
import { unpackTerms } from "./pack.ts";
import { numbersIn, textsIn } from "./sql.ts";

type Tx = Transaction<Tables>;

export interface NumberedEdge {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** Most that are looked at besides a few that came: all of them where reports are as different as those of news are. */
const MOST_REACHED = 60;

/** What is connected with `start` by ties at or above the threshold, or by a person's joins; nearest first, bounded. */
export async function reach(
  db: Tx,
  kind: DatabaseKind,
  table: "story_edges" | "event_edges",
  start: readonly number[],
  joins: readonly (readonly [number, number])[],
  { threshold, most }: { readonly threshold: number; readonly most: number },
): Promise<number[]> {
  const reached = new Set(start);
  const limit = start.length + Math.min(most, Math.max(MOST_REACHED, start.length));
  for (let fresh = [...start]; fresh.length > 0 && reached.size < limit; ) {
    const { rows } = await sql<{ b: number }>`select b from ${sql.table(table)}
      where a in ${numbersIn(kind, fresh)} and score >= ${threshold}
      group by b order by max(score) desc, b`.execute(db);
    const from = new Set(fresh);
    const joined = joins.flatMap(([a, b]) => (from.has(a) ? [b] : from.has(b) ? [a] : []));
    fresh = [];
    for (const num of [...joined, ...rows.map(({ b }) => Number(b))]) {
      if (reached.has(num) || reached.size >= limit) continue;
      reached.add(num);
      fresh.push(num);
    }
  }
  return [...reached];
}

/** Ties among these, each once. */
export async function edgesAmong(
  db: Tx,
  kind: DatabaseKind,
  table: "story_edges" | "event_edges",
  nums: readonly number[],
): Promise<NumberedEdge[]> {
  const list = numbersIn(kind, nums);
  const { rows } = await sql<NumberedEdge>`select a, b, score from ${sql.table(table)}
    where a in ${list} and b in ${list} and a < b`.execute(db);
  return rows.map(({ a, b, score }) => ({ a: Number(a), b: Number(b), score }));
}

/** The stories (or events) of these with all who share them. */
export async function shared(
  db: Tx,
  kind: DatabaseKind,
  what: "story" | "event",
  nums: readonly number[],
): Promise<Map<number, number[]>> {
  const [table, member] = what === "story" ? ["story_reports", "report"] : ["event_mentions", "mention"];
  const { rows } = await sql<{ group: number; member: number }>`
    select ${sql.ref(what)} as "group", ${sql.ref(member!)} as member from ${sql.table(table!)}
    where ${sql.ref(what)} in (select ${sql.ref(what)} from ${sql.table(table!)}
      where ${sql.ref(member!)} in ${numbersIn(kind, nums)}) order by rank`.execute(db);
  const groups = new Map<number, number[]>();
  for (const row of rows) {
    const list = groups.get(Number(row.group));
    if (list === undefined) groups.set(Number(row.group), [Number(row.member)]);
    else list.push(Number(row.member));
  }
  return groups;
}

/** What linking keeps of a report, as far as grouping needs it. */
export interface KeptReport extends LineReport {
  readonly num: number;
  readonly part: StoryPart;
  readonly retracts: boolean;
  readonly credits: string;
}

/** The kept reports of these numbers. */
export async function keptReports(
  db: Tx,
  kind: DatabaseKind,
  nums: Iterable<number>,
): Promise<Map<number, KeptReport>> {
  const { rows } = await sql<{
    num: number;
    report_id: string;
    day: number | null;
    length: number;
    retracts: number;
    part: string;
    credits: string;
    terms: string;
  }>`select num, report_id, day, length, retracts, part, credits, terms from link_reads
    where num in ${numbersIn(kind, nums)}`.execute(db);
  return new Map(
    rows.map((row) => {
      const id = row.report_id;
      const rest = JSON.parse(row.part) as Omit<StoryPart, "id" | "profile">;
      const profile = { reportId: id, day: row.day, terms: unpackTerms(row.terms) };
      const part = { ...rest, id, profile };
      const { date, outlet } = rest;
      const num = Number(row.num);
      const { length, credits } = row;
      return [num, { num, id, date, outlet, length, part, retracts: row.retracts === 1, credits }];
    }),
  );
}

/** Numbers of the kept reports, by id. */
export async function numbersOf(
  db: Tx,
  kind: DatabaseKind,
  reportIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ report_id: string; num: number }>`select report_id, num from link_reads
    where report_id in ${textsIn(kind, reportIds)}`.execute(db);
  return new Map(rows.map(({ report_id, num }) => [report_id, Number(num)]));
}

/** Reports that share a passage with these, one step away. */
export async function copyNeighbours(db: Tx, kind: DatabaseKind, nums: readonly number[]): Promise<number[]> {
  const list = numbersIn(kind, nums);
  const { rows } = await sql<{ num: number }>`select earlier as num from copies where later in ${list}
    union select later from copies where earlier in ${list}`.execute(db);
  return rows.map(({ num }) => Number(num));
}

const MOST_STEPS = 8;

/** Copies by which the reports, and those that they copy, go back to earlier ones. */
export async function copiesBack(
  db: Tx,
  kind: DatabaseKind,
  nums: Iterable<number>,
): Promise<{ readonly copies: CopiesTable[]; readonly reports: Set<number> }> {
  const reports = new Set(nums);
  const copies: CopiesTable[] = [];
  let fresh = [...reports];
  for (let step = 0; fresh.length > 0 && step < MOST_STEPS; step++) {
    const { rows } = await sql<CopiesTable>`select * from copies where later in ${numbersIn(kind, fresh)}
      order by later, later_start, earlier`.execute(db);
    copies.push(...rows);
    fresh = [...new Set(rows.map(({ earlier }) => Number(earlier)))].filter((num) => !reports.has(num));
    for (const num of fresh) reports.add(num);
  }
  return { copies, reports };
}

/** The row as a copy.
 * @param idOf id of a report by its number */
export function copyOf(row: CopiesTable, idOf: (num: number) => string): Copy {
  return {
    id: row.id,
    kind: row.kind as Copy["kind"],
    share: row.share,
    quotation: row.quotation === 1,
    earlier: { reportId: idOf(Number(row.earlier)), start: row.earlier_start, end: row.earlier_end },
    later: { reportId: idOf(Number(row.later)), start: row.later_start, end: row.later_end },
  };
}

/** All that persons decided of stories or events, with the numbers of what they are about; what is gone is left out. */
export async function decidedTies(
  db: Tx,
  kind: "story" | "event",
): Promise<(Decision & { readonly numbers: readonly [number, number] })[]> {
  const query =
    kind === "story"
      ? sql<TieRow>`select d.kind, d.verdict, d.a, d.b, x.num as x, y.num as y from decisions d
          join link_reads x on x.report_id = d.a join link_reads y on y.report_id = d.b
          where d.kind = 'story' order by d.id`
      : sql<TieRow>`select d.kind, d.verdict, d.a, d.b, rx.num * ${ROOM} + x.position as x,
            ry.num * ${ROOM} + y.position as y
          from decisions d
          join mentions x on x.id = d.a join link_reads rx on rx.report_id = x.report_id
          join mentions y on y.id = d.b join link_reads ry on ry.report_id = y.report_id
          where d.kind = 'event' order by d.id`;
  const { rows } = await query.execute(db);
  return rows.map(({ kind: of, verdict, a, b, x, y }) => ({
    kind: of,
    verdict,
    a,
    b,
    numbers: [Number(x), Number(y)],
  }));
}

type TieRow = Decision & { readonly x: number; readonly y: number };
const ROOM = sql.raw(String(MENTION_ROOM));
