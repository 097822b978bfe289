/**
 * Statements out: those of the same words are one line, that of the first of
 * them, with all its tellings. Lists come in the order of their days; every
 * list is bounded and goes on from a cursor; every value is a parameter.
 */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { mentionOfCursor } from "../cursor.ts";
import type { Database } from "../db.ts";
import { recordFault } from "../faults.ts";
import { idRange, reportIs, reportsOfStory } from "../list-reports.ts";
import { statementSentenceMatches } from "../search.ts";
import type { StatementPartiesTable, StatementsTable } from "../statement-tables.ts";
import { nameKey, storable } from "../storable.ts";
import type { Tables } from "../tables.ts";
import type {
  Page,
  PageRequest,
  StatementFilter,
  StatementLine,
  StatementListLine,
  Telling,
} from "../types.ts";
import { statementOf } from "./statement-rows.ts";

/** Statements in the order of their days. */
export async function listStatements(
  database: Database,
  filter: StatementFilter,
  request: PageRequest,
): Promise<Page<StatementListLine>> {
  const after = mentionOfCursor(request.after ?? null);
  let query = database.kysely
    .selectFrom("statements as firsts")
    .select(["firsts.id", "firsts.day", "firsts.report_id", "firsts.position"])
    .where(sql<boolean>`firsts.first_id = firsts.id`)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("statements")
          .innerJoin("reports", "reports.id", "statements.report_id")
          .select(sql`1`.as("one"))
          .whereRef("statements.first_id", "=", "firsts.id")
          .where((inner) => inner.and(conditions(inner as unknown as Builder, database, filter))),
      ),
    )
    .orderBy("firsts.day")
    .orderBy("firsts.report_id")
    .orderBy("firsts.position");
  if (after !== null)
    query = query.where(
      sql<boolean>`(firsts.day, firsts.report_id, firsts.position)
        > (${storable(after.day)}, ${storable(after.id)}, ${after.position})`,
    );
  const rows = await query.limit(request.limit + 1).execute();
  const kept = rows.slice(0, request.limit);
  const last = kept.at(-1);
  return {
    lines: await listLines(
      database,
      kept.map(({ id }) => id),
      filter.allVersions === true,
    ),
    next: rows.length > request.limit && last ? `${last.day}|${last.report_id}|${last.position}` : null,
  };
}

/** Number of statements that the filter lets through, those of the same words as one. */
export async function countStatements(database: Database, filter: StatementFilter): Promise<number> {
  const row = await database.kysely
    .selectFrom("statements")
    .innerJoin("reports", "reports.id", "statements.report_id")
    .select(sql<number>`count(distinct statements.first_id)`.as("n"))
    .where((eb) => eb.and(conditions(eb as unknown as Builder, database, filter)))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** All statements of a report, in order of its text. */
export async function statementsOf(database: Database, reportId: string): Promise<StatementLine[]> {
  const ids = await database.kysely
    .selectFrom("statements")
    .select("id")
    .where("report_id", "=", reportId)
    .execute();
  const lines = await statementLinesOf(
    database,
    ids.map(({ id }) => id),
  );
  return lines.sort((one, two) => one.statement.content.start - two.statement.content.start);
}

/** The one statement that the beginning of an id means, with all that say its words.
 * @throws {@link Fault} `record/not-found`, `record/bad-filter` */
export async function getStatement(database: Database, prefix: string): Promise<StatementListLine> {
  const [low, high] = idRange(storable(prefix));
  const rows = await database.kysely
    .selectFrom("statements")
    .select(["id", "first_id"])
    .where("id", ">=", low)
    .where("id", "<", high)
    .orderBy("id")
    .limit(6)
    .execute();
  const [one] = rows;
  if (one === undefined)
    throw recordFault(
      "record/not-found",
      `The record has no statement ${prefix}.`,
      "See the ids with `chancery statements`.",
    );
  if (rows.length > 1 && one.id !== prefix)
    throw recordFault(
      "record/bad-filter",
      `${prefix} is the beginning of several ids: ${rows.map(({ id }) => id).join(", ")}.`,
      "Give more of the id.",
    );
  return (await listLines(database, [one.first_id], true))[0]!;
}

async function listLines(
  database: Database,
  ids: readonly string[],
  allVersions: boolean,
): Promise<StatementListLine[]> {
  if (ids.length === 0) return [];
  const firsts = new Map((await statementLinesOf(database, ids)).map((line) => [line.id, line]));
  let query = database.kysely
    .selectFrom("statements")
    .innerJoin("reports", "reports.id", "statements.report_id")
    .select(["statements.id", "statements.first_id", "statements.report_id", "statements.content"])
    .select(["statements.kind", "statements.day", "statements.position"])
    .select(["reports.url", "reports.title", "reports.outlet", "reports.date as published"])
    .where("statements.first_id", "in", ids)
    .orderBy("statements.day")
    .orderBy("statements.report_id")
    .orderBy("statements.position");
  if (!allVersions) query = query.where("reports.current", "=", 1);
  const tellings = new Map<string, Telling[]>();
  for (const row of await query.execute()) {
    const telling: Telling = {
      id: row.id,
      reportId: row.report_id,
      kind: row.kind as Telling["kind"],
      text: row.content,
      citation: { url: row.url, title: row.title, outlet: row.outlet, date: row.published },
    };
    const list = tellings.get(row.first_id);
    if (list === undefined) tellings.set(row.first_id, [telling]);
    else list.push(telling);
  }
  return ids.map((id) => ({ ...firsts.get(id)!, tellings: tellings.get(id) ?? [] }));
}

async function statementLinesOf(database: Database, ids: readonly string[]): Promise<StatementLine[]> {
  if (ids.length === 0) return [];
  const { kysely } = database;
  const rows = await kysely
    .selectFrom("statements")
    .innerJoin("reports", "reports.id", "statements.report_id")
    .selectAll("statements")
    .select(["reports.url", "reports.title", "reports.outlet", "reports.date as published"])
    .where("statements.id", "in", ids)
    .execute();
  const parties = await kysely
    .selectFrom("statement_parties")
    .innerJoin("statements", (join) =>
      join
        .onRef("statements.report_id", "=", "statement_parties.report_id")
        .onRef("statements.position", "=", "statement_parties.statement"),
    )
    .selectAll("statement_parties")
    .where("statements.id", "in", ids)
    .orderBy("statement_parties.report_id")
    .orderBy("statement_parties.statement")
    .orderBy("statement_parties.role")
    .orderBy("statement_parties.position")
    .execute();
  const mentions = await kysely
    .selectFrom("mentions")
    .innerJoin("statements", "statements.report_id", "mentions.report_id")
    .select(["statements.id as statement", "mentions.id"])
    .where("statements.id", "in", ids)
    .whereRef("mentions.trigger_start", ">=", "statements.content_start")
    .whereRef("mentions.trigger_end", "<=", "statements.content_end")
    .orderBy("mentions.report_id")
    .orderBy("mentions.position")
    .execute();
  const of = grouped(parties as StatementPartiesTable[], (row) => `${row.report_id} ${row.statement}`);
  const held = grouped(mentions, (row) => row.statement);
  return rows.map((row) => ({
    id: row.id,
    reportId: row.report_id,
    statement: statementOf(row as StatementsTable, of.get(`${row.report_id} ${row.position}`) ?? []),
    mentions: (held.get(row.id) ?? []).map(({ id }) => id),
    citation: { url: row.url, title: row.title, outlet: row.outlet, date: row.published },
  }));
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const list = groups.get(key(row));
    if (list === undefined) groups.set(key(row), [row]);
    else list.push(row);
  }
  return groups;
}

type Builder = ExpressionBuilder<Tables, "statements" | "reports">;

function conditions(eb: Builder, database: Database, filter: StatementFilter): Expression<SqlBool>[] {
  const list: Expression<SqlBool>[] = [];
  const { since, until, outlet, report, search, speaker, addressee, about, kind, stance } = filter;
  const { story, readSince } = filter;
  if (!filter.allVersions) list.push(eb("reports.current", "=", 1));
  if (since !== undefined) list.push(eb("statements.day", ">=", storable(since)));
  if (until !== undefined) list.push(eb("statements.day", "<=", storable(until)));
  if (outlet !== undefined) list.push(eb("reports.outlet", "=", storable(outlet)));
  if (report !== undefined) list.push(reportIs(report));
  if (story !== undefined) list.push(sql<boolean>`statements.report_id in (${reportsOfStory(story)})`);
  if (readSince !== undefined) list.push(eb("reports.read_at", ">", storable(readSince)));
  if (search !== undefined) list.push(statementSentenceMatches(database, search) ?? sql<boolean>`1 = 0`);
  if (kind !== undefined) list.push(eb("statements.kind", "=", kind));
  if (stance !== undefined) list.push(sql<boolean>`statements.stance like ${`%"side":"${stance}"%`}`);
  if (speaker !== undefined) list.push(hasParty(eb, speaker, "speaker"));
  if (addressee !== undefined) list.push(hasParty(eb, addressee, "addressee"));
  if (about !== undefined) list.push(isAbout(eb, about));
  return list;
}

/** It names the actor, or an event of the type is coded in its words. */
function isAbout(eb: Builder, words: string): Expression<SqlBool> {
  if (!/^[A-Z]{4,}$/.test(words)) return hasParty(eb, words, "about");
  return eb.exists(
    eb
      .selectFrom("mentions")
      .select(sql`1`.as("one"))
      .whereRef("mentions.report_id", "=", "statements.report_id")
      .whereRef("mentions.trigger_start", ">=", "statements.content_start")
      .whereRef("mentions.trigger_end", "<=", "statements.content_end")
      .where("mentions.event", "=", words),
  );
}

function hasParty(eb: Builder, words: string, role: StatementPartiesTable["role"]): Expression<SqlBool> {
  const value = storable(words.trim());
  const of = eb
    .selectFrom("statement_parties")
    .select(sql`1`.as("one"))
    .whereRef("statement_parties.report_id", "=", "statements.report_id")
    .whereRef("statement_parties.statement", "=", "statements.position")
    .where("statement_parties.role", "=", role);
  if (/^[A-Za-z]{3}$/.test(value))
    return eb.exists(of.where("statement_parties.code", "=", value.toUpperCase()));
  if (value.includes("/")) return eb.exists(of.where("statement_parties.entity_id", "=", value));
  return eb.exists(of.where("statement_parties.name_key", "=", nameKey(value)));
}
