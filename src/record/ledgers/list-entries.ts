/** Entries of one ledger out: by filter in the order of their first days, or one with the sentences of its clues. */
import { type Expression, type SqlBool, sql } from "kysely";
import type { LedgerClue, LedgerKind } from "../../coding/types.ts";
import type { LedgerEntry } from "../../linking/types.ts";
import { reportOfCursor } from "../cursor.ts";
import type { Database } from "../db.ts";
import { recordFault } from "../faults.ts";
import { nameKey, storable } from "../storable.ts";
import type { ClueLine, EntryLine, LedgerFilter, Page, PageRequest } from "../types.ts";
import { parts } from "./clues.ts";

/** A page of the ledger. */
export async function listEntries(
  database: Database,
  ledger: LedgerKind,
  filter: LedgerFilter,
  request: PageRequest,
): Promise<Page<EntryLine>> {
  const after = reportOfCursor(request.after ?? null);
  let query = database.kysely
    .selectFrom("ledger_entries")
    .select(["id", "day", "entry"])
    .where("ledger", "=", ledger)
    .orderBy("day")
    .orderBy("id")
    .limit(request.limit + 1);
  for (const condition of conditions(filter)) query = query.where(condition);
  if (after !== null) query = query.where(sql<SqlBool>`(day, id) > (${after.day}, ${after.id})`);
  const rows = await query.execute();
  const kept = rows.slice(0, request.limit);
  const last = kept.at(-1);
  return {
    lines: kept.map((row) => ({ entry: JSON.parse(row.entry) as LedgerEntry })),
    next: rows.length > request.limit && last !== undefined ? `${last.day}|${last.id}` : null,
  };
}

/** Number of entries that the filter lets through. */
export async function countEntries(
  database: Database,
  ledger: LedgerKind,
  filter: LedgerFilter,
): Promise<number> {
  let query = database.kysely
    .selectFrom("ledger_entries")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("ledger", "=", ledger);
  for (const condition of conditions(filter)) query = query.where(condition);
  return Number((await query.executeTakeFirstOrThrow()).n);
}

export interface FoundEntry {
  readonly entry: LedgerEntry;
  readonly clues: readonly ClueLine[];
}

/** The one entry of the ledger whose id begins so, with the lines of its clues.
 * @throws {@link Fault} `record/not-found`, `record/bad-filter` */
export async function findEntry(database: Database, ledger: LedgerKind, prefix: string): Promise<FoundEntry> {
  const begin = storable(prefix);
  const rows = await database.kysely
    .selectFrom("ledger_entries")
    .select(["id", "entry"])
    .where("ledger", "=", ledger)
    .where("id", ">=", begin)
    .where("id", "<", `${begin}g`)
    .orderBy("id")
    .limit(6)
    .execute();
  const [row] = rows;
  if (row === undefined) throw recordFault("record/not-found", `The record has no ${ledger} ${prefix}.`);
  if (rows.length > 1 && row.id !== prefix)
    throw recordFault(
      "record/bad-filter",
      `${prefix} is the beginning of several ids: ${rows.map(({ id }) => id).join(", ")}.`,
      "Give more of the id.",
    );
  const entry = JSON.parse(row.entry) as LedgerEntry;
  return { entry, clues: await clueLines(database, entry.clues) };
}

/** The clues of these ids with their sentences and reports, in the order of the ids. */
export async function clueLines(database: Database, ids: readonly string[]): Promise<ClueLine[]> {
  const found = new Map<string, ClueLine>();
  for (const some of parts(ids)) {
    const rows = await database.kysely
      .selectFrom("ledger_clues")
      .innerJoin("reports", "reports.id", "ledger_clues.report_id")
      .select([
        "ledger_clues.id",
        "ledger_clues.report_id",
        "clue",
        "url",
        "title",
        "outlet",
        "reports.date",
        "text",
      ])
      .where("ledger_clues.id", "in", some)
      .execute();
    const mentions = await mentionsAt(database, [...new Set(rows.map((row) => row.report_id))]);
    for (const row of rows) {
      const clue = JSON.parse(row.clue) as LedgerClue;
      const { start, end } = clue.sentenceSpan;
      found.set(row.id, {
        id: row.id,
        reportId: row.report_id,
        clue,
        mentions: mentions
          .filter((one) => one.report_id === row.report_id && carries(one, clue))
          .map(({ id }) => id),
        text: row.text.slice(start, end),
        citation: { url: row.url, title: row.title, outlet: row.outlet, date: row.date },
      });
    }
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

interface PlacedMention {
  readonly id: string;
  readonly report_id: string;
  readonly sentence: number;
  readonly trigger_start: number;
  readonly trigger_end: number;
}

async function mentionsAt(database: Database, reports: readonly string[]): Promise<PlacedMention[]> {
  if (reports.length === 0) return [];
  return await database.kysely
    .selectFrom("mentions")
    .select(["id", "report_id", "sentence", "trigger_start", "trigger_end"])
    .where("report_id", "in", reports)
    .orderBy("report_id")
    .orderBy("position")
    .execute();
}

/** The mention's trigger is that of the clue, or the noun that it is about. */
function carries(mention: PlacedMention, { trigger, thing, sentence }: LedgerClue): boolean {
  const meets = (span: LedgerClue["thing"]) =>
    span !== null && span.start < mention.trigger_end && mention.trigger_start < span.end;
  return mention.sentence === sentence && (meets(trigger) || meets(thing));
}

type Condition = Expression<SqlBool>;

function conditions(filter: LedgerFilter): Condition[] {
  const { since, until, actor, recipient, between, types, search, report, outlet } = filter;
  const list: Condition[] = [];
  if (since !== undefined) list.push(sql`ledger_entries.last_day >= ${storable(since)}`);
  if (until !== undefined)
    list.push(sql`ledger_entries.day <= ${storable(until)} and ledger_entries.day <> ''`);
  if (actor !== undefined) list.push(hasParty(actor, sql`and role <> 'on'`));
  if (recipient !== undefined) list.push(hasParty(recipient, sql`and role <> 'by'`));
  if (between !== undefined) list.push(hasParty(between[0], sql``), hasParty(between[1], sql``));
  if (types !== undefined && types.length > 0) {
    const wanted = types.map((type) => storable(type.toLowerCase()));
    list.push(
      sql`(ledger_entries.kind in (${sql.join(wanted)}) or ledger_entries.step in (${sql.join(wanted)}))`,
    );
  }
  for (const word of (search ?? "").toLowerCase().split(/\s+/).filter(Boolean))
    list.push(sql`ledger_entries.words like ${`%${storable(word).replace(/[\\%_]/g, "")}%`}`);
  if (report !== undefined)
    list.push(
      restsOn(
        sql`(reports.id like ${`${escaped(report)}%`} escape '\\' or reports.given_id = ${storable(report)} or reports.url = ${storable(report)})`,
      ),
    );
  if (outlet !== undefined) list.push(restsOn(sql`reports.outlet = ${storable(outlet)}`));
  return list;
}

const escaped = (words: string) => storable(words).replace(/[\\%_]/g, (mark) => `\\${mark}`);

function restsOn(condition: Expression<SqlBool>): Condition {
  return sql`exists (select 1 from ledger_entry_clues join reports on reports.id = ledger_entry_clues.report_id
    where ledger_entry_clues.entry_id = ledger_entries.id and ${condition})`;
}

function hasParty(words: string, role: Expression<unknown>): Condition {
  const value = storable(words.trim());
  const is = /^[A-Za-z]{3}$/.test(value)
    ? sql`code = ${value.toUpperCase()}`
    : value.includes("/")
      ? sql`entity_id = ${value}`
      : sql`name_key = ${nameKey(value)}`;
  return sql`exists (select 1 from ledger_parties
    where ledger_parties.entry_id = ledger_entries.id and ${is} ${role})`;
}
