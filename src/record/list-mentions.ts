/**
 * Mentions out: lists by filter in the order of their days, those of one
 * report or one sentence, and one by its id. Every list is bounded and goes on
 * from a cursor; every value of a filter is a parameter.
 */
import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from "kysely";
import { mentionOfCursor } from "./cursor.ts";
import type { Database } from "./db.ts";
import { recordFault } from "./faults.ts";
import { fewMentions, isOneOf } from "./few-mentions.ts";
import { type MentionListRow, mentionLine } from "./lines.ts";
import { MENTION_ROOM } from "./links/keep.ts";
import { idRange, reportIs, reportOfStory, startsWith } from "./list-reports.ts";
import { sentenceMatches } from "./search.ts";
import { nameKey, storable } from "./storable.ts";
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
  if (few !== null && few.length === 0) return { lines: [], next: null };
  const rows: MentionListRow[] = [];
  for (const part of partsByDay(filter, after?.day ?? "")) {
    let query = baseQuery(database);
    if (few !== null) query = query.where(isOneOf(database, few));
    const isKnown = few !== null || part.isFew;
    const byDay = isKnown ? hidden(database, "mentions.day") : sql`mentions.day`;
    query = query.orderBy(byDay).orderBy("mentions.report_id").orderBy("mentions.position");
    for (const condition of [...conditions(database, filter, isKnown), ...part.conditions])
      query = query.where(condition);
    if (after !== null)
      query = query.where(
        sql<boolean>`(mentions.day, mentions.report_id, mentions.position)
          > (${storable(after.day)}, ${storable(after.id)}, ${after.position})`,
      );
    rows.push(...((await query.limit(request.limit + 1 - rows.length).execute()) as MentionListRow[]));
    if (rows.length > request.limit) break;
  }
  const kept = rows.slice(0, request.limit);
  const last = kept.at(-1);
  return {
    lines: await withParties(database, kept),
    next: rows.length > request.limit && last ? `${last.day}|${last.report_id}|${last.position}` : null,
  };
}

/** With `since`, first what began before that day and lasts into it, found by an index of its own; then what begins
 * on it or later. One condition for both would walk all days from the first. */
function partsByDay({ since }: MentionFilter, from: string): Part[] {
  if (since === undefined) return [{ conditions: [], isFew: false }];
  const day = storable(since);
  const later: Part = { conditions: [(eb) => eb("mentions.day", ">=", day)], isFew: false };
  if (from >= day) return [later];
  const lasting = sql<boolean>`(mentions.report_id, mentions.position) in
    (select report_id, position from mentions lasting
     where lasting.last_day > lasting.day and lasting.last_day >= ${day} and lasting.day < ${day})`;
  return [{ conditions: [lasting], isFew: true }, later];
}

/** Number of mentions that the filter lets through. */
export async function countMentions(database: Database, filter: MentionFilter): Promise<number> {
  let query = database.kysely
    .selectFrom("mentions")
    .innerJoin("reports", "reports.id", "mentions.report_id")
    .leftJoin("sentences", (join) =>
      join
        .onRef("sentences.report_id", "=", "mentions.report_id")
        .onRef("sentences.position", "=", "mentions.sentence"),
    )
    .select(({ fn }) => fn.countAll<number>().as("n"));
  for (const condition of conditions(database, filter)) query = query.where(condition);
  return Number((await query.executeTakeFirstOrThrow()).n);
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

function baseQuery(database: Database) {
  return database.kysely
    .selectFrom("mentions")
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

const EVENT_ID = sql<string | null>`(select events.id from link_reads
  join event_mentions on event_mentions.mention = link_reads.num * ${sql.raw(String(MENTION_ROOM))} + mentions.position
  join events on events.num = event_mentions.event
  where link_reads.report_id = mentions.report_id)`;

/** A stretch of the list.
 * isFew: its conditions name the mentions by an index of their own */
interface Part {
  readonly conditions: readonly Condition[];
  readonly isFew: boolean;
}

/** The column, in such a way that SQLite chooses no index by it: which way to go is known here better than there. */
function hidden(database: Database, column: string): RawBuilder<string> {
  return database.kind === "sqlite" ? sql`+${sql.ref(column)}` : sql`${sql.ref(column)}`;
}

type Builder = ExpressionBuilder<Tables, "mentions" | "reports" | "sentences">;
type Condition = Expression<SqlBool> | ((eb: Builder) => Expression<SqlBool>);

function conditions(database: Database, filter: MentionFilter, isKnown = false): Condition[] {
  const list: Condition[] = [];
  if (!filter.allVersions) list.push((eb) => eb("reports.current", "=", 1));
  list.push(sql<boolean>`(mentions.decided is null or mentions.decided <> 'no-event')`);
  const { since, until, outlet, report, search, actor, recipient, between, types, factuality } = filter;
  if (since !== undefined) list.push((eb) => eb("mentions.last_day", ">=", storable(since)));
  if (until !== undefined) list.push((eb) => eb("mentions.day", "<=", storable(until)));
  if (outlet !== undefined)
    list.push(sql<boolean>`${hidden(database, "reports.outlet")} = ${storable(outlet)}`);
  if (report !== undefined) list.push(reportIs(report));
  if (search !== undefined) list.push(sentenceMatches(database, search) ?? sql<boolean>`1 = 0`);
  if (filter.event !== undefined) list.push(sql<boolean>`${EVENT_ID} ${startsWith(filter.event)}`);
  if (filter.story !== undefined) list.push(reportOfStory(filter.story));
  if (factuality !== undefined) list.push((eb) => eb("mentions.factuality", "=", factuality));
  if (actor !== undefined) list.push((eb) => hasParty(eb, actor, "actor"));
  if (recipient !== undefined) list.push((eb) => hasParty(eb, recipient, "recipient"));
  if (between !== undefined) list.push((eb) => isBetween(eb, ...between));
  if (types !== undefined && types.length > 0) list.push(isOfTypes(database, types, isKnown));
  return list;
}

/** One type has an index in the order of the days; several are tested day by day. */
function isOfTypes(database: Database, types: readonly string[], isKnown: boolean): Condition {
  const column = isKnown || types.length > 1 ? hidden(database, "mentions.event") : sql`mentions.event`;
  const tests = types.map((type) => {
    const [event = "", mode] = type.split("/", 2);
    const ofEvent = sql<boolean>`${column} = ${storable(event.toUpperCase())}`;
    if (mode === undefined) return ofEvent;
    if (!/^[a-z-]{1,40}$/i.test(mode)) return sql<boolean>`1 = 0`;
    return sql<boolean>`(${ofEvent} and mentions.mode like ${`%"${mode.toLowerCase()}"%`})`;
  });
  return sql<boolean>`(${sql.join(tests, sql` or `)})`;
}

function isBetween(eb: Builder, one: string, other: string): Expression<SqlBool> {
  return eb.or([
    eb.and([hasParty(eb, one, "actor"), hasParty(eb, other, "recipient")]),
    eb.and([hasParty(eb, other, "actor"), hasParty(eb, one, "recipient")]),
    // Reciprocal events may name both parties as actors.
    eb.and([
      hasParty(eb, one, "actor"),
      hasParty(eb, other, "actor"),
      eb.not(eb.exists(parties(eb).where("mention_parties.role", "=", "recipient").select(sql`1`.as("one")))),
    ]),
  ]);
}

function parties(eb: Builder) {
  return eb
    .selectFrom("mention_parties")
    .whereRef("mention_parties.report_id", "=", "mentions.report_id")
    .whereRef("mention_parties.mention", "=", "mentions.position");
}

function hasParty(eb: Builder, words: string, role: "actor" | "recipient"): Expression<SqlBool> {
  const value = storable(words.trim());
  const of = parties(eb).where("mention_parties.role", "=", role).select(sql`1`.as("one"));
  if (/^[A-Za-z]{3}$/.test(value))
    return eb.exists(of.where("mention_parties.code", "=", value.toUpperCase()));
  if (value.includes("/")) return eb.exists(of.where("mention_parties.entity_id", "=", value));
  return eb.exists(of.where("mention_parties.name_key", "=", nameKey(value)));
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
