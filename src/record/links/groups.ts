/**
 * What hangs together with some reports or mentions, out of the tables: those
 * who share a story or event now, who copied whom, what a person decided. All go
 * by their numbers here.
 */
import { sql, type Transaction } from "kysely";
import type { Copy, Credit, Decision, LineReport, StoryPart } from "../../linking/types.ts";
import type { DatabaseKind } from "../db.ts";
import type { CopiesTable } from "../link-tables.ts";
import type { Tables } from "../tables.ts";
import type { LinkCaches } from "./caches.ts";
import { MENTION_ROOM, mentionNumber } from "./keep.ts";
import { unpackTerms } from "./pack.ts";
import { numbersIn, textsIn } from "./sql.ts";

type Tx = Transaction<Tables>;

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
  readonly credits: readonly Credit[];
}

/** The kept reports of these numbers; what is kept of them lately is not read again. */
export function keptReports(
  db: Tx,
  kind: DatabaseKind,
  caches: LinkCaches,
  nums: Iterable<number>,
): Promise<Map<number, KeptReport>> {
  return caches.kept.through(nums, (missing) => loadKept(db, kind, missing));
}

async function loadKept(
  db: Tx,
  kind: DatabaseKind,
  nums: readonly number[],
): Promise<(readonly [number, KeptReport])[]> {
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
  return rows.map((row) => {
    const rest = JSON.parse(row.part) as Omit<StoryPart, "id" | "profile">;
    const profile = { reportId: row.report_id, day: row.day, terms: unpackTerms(row.terms) };
    const part = { ...rest, id: row.report_id, profile };
    const credits = JSON.parse(row.credits) as Credit[];
    const kept = keptReport(Number(row.num), part, row.length, row.retracts === 1, credits);
    return [kept.num, kept] as const;
  });
}

/** What linking keeps of a report under this number. */
export function keptReport(
  num: number,
  part: StoryPart,
  length: number,
  retracts: boolean,
  credits: readonly Credit[],
): KeptReport {
  const { id, date, outlet } = part;
  return { num, id, date, outlet, length, part, retracts, credits };
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

/** Numbers of mentions of kept reports, by id. */
export async function mentionNumbersOf(
  db: Tx,
  kind: DatabaseKind,
  mentionIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; position: number; num: number }>`
    select mentions.id, mentions.position, link_reads.num from mentions
    join link_reads on link_reads.report_id = mentions.report_id
    where mentions.id in ${textsIn(kind, mentionIds)}`.execute(db);
  return new Map(rows.map(({ id, position, num }) => [id, mentionNumber(Number(num), position)]));
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
