/**
 * Statements of current reports that are not compared yet, joined with those
 * that say the same words: keys, candidates, ties and groups of a bounded
 * number at a time, each in one transaction. How two are compared is handed in
 * (src/linking/statements); what was cut off goes on with the next call.
 */
import { sql, type Transaction } from "kysely";
import type { StatementFacts, StatementJoining, StatementTie } from "../../linking/types.ts";
import { insertRows } from "../bulk.ts";
import { type Database, writing } from "../db.ts";
import type { Tables } from "../tables.ts";

type Tx = Transaction<Tables>;

/** Statements of one transaction. */
const AT_ONCE = 1_000;
/** Candidates by one key: those with the smallest ids, so that the order of arrival changes nothing. */
const MOST_BY_KEY = 100;
const IN_LIST = 500;

/** Number of statements that were compared. */
export async function joinStatements(database: Database, joining: StatementJoining): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await writing(database, (db) => joinSome(db, joining));
    total += count;
    if (count < AT_ONCE) return total;
  }
}

async function joinSome(db: Tx, joining: StatementJoining): Promise<number> {
  const pending = await db
    .selectFrom("statements")
    .innerJoin("reports", "reports.id", "statements.report_id")
    .select("statements.id")
    .where("statements.joined", "=", 0)
    .where("reports.current", "=", 1)
    .orderBy("statements.id")
    .limit(AT_ONCE)
    .execute();
  if (pending.length === 0) return 0;
  const fresh = pending.map(({ id }) => id);
  const facts = new Map<string, StatementFacts>();
  await loadFacts(db, fresh, facts);
  const keys = fresh.flatMap((id) => joining.keysOf(facts.get(id)!).map((key) => ({ key, id })));
  await db.deleteFrom("statement_keys").where("id", "in", fresh).execute();
  await insertRows(db, "statement_keys", keys);
  await tieFresh(db, keys, facts, joining);
  await regroup(db, fresh, facts, joining);
  for (const part of chunks(fresh))
    await db.updateTable("statements").set({ joined: 1 }).where("id", "in", part).execute();
  return fresh.length;
}

/** Keeps the ties of the fresh statements with all that share a key. */
async function tieFresh(
  db: Tx,
  keys: readonly { readonly key: number; readonly id: string }[],
  facts: Map<string, StatementFacts>,
  joining: StatementJoining,
): Promise<void> {
  const byKey = new Map<number, string[]>();
  for (const part of chunks([...new Set(keys.map(({ key }) => key))])) {
    const rows = await db
      .selectFrom("statement_keys")
      .selectAll()
      .where("key", "in", part)
      .orderBy("key")
      .orderBy("id")
      .execute();
    for (const { key, id } of rows) {
      const list = byKey.get(key) ?? [];
      if (list.length < MOST_BY_KEY) byKey.set(key, [...list, id]);
    }
  }
  await loadFacts(db, new Set([...byKey.values()].filter((list) => list.length > 1).flat()), facts);
  const ties = new Map<string, StatementTie>();
  for (const { key, id } of keys)
    for (const other of byKey.get(key) ?? []) {
      const pair = id < other ? `${id} ${other}` : `${other} ${id}`;
      if (other === id || ties.has(pair)) continue;
      const tie = joining.compare(facts.get(id)!, facts.get(other)!);
      if (tie !== null) ties.set(pair, tie);
    }
  for (const part of chunks([...ties.values()]))
    await db
      .insertInto("statement_ties")
      .values(part)
      .onConflict((conflict) => conflict.columns(["a", "b"]).doNothing())
      .execute();
}

/** Finds the groups anew of all that hangs together with these statements. */
async function regroup(
  db: Tx,
  fresh: readonly string[],
  facts: Map<string, StatementFacts>,
  joining: StatementJoining,
): Promise<void> {
  const seen = new Set(fresh);
  const ties = new Map<string, StatementTie>();
  for (let edge = [...fresh]; edge.length > 0; ) {
    const next: string[] = [];
    for (const part of chunks(edge)) {
      const rows = await db
        .selectFrom("statement_ties")
        .selectAll()
        .where((eb) => eb.or([eb("a", "in", part), eb("b", "in", part)]))
        .execute();
      for (const row of rows) {
        ties.set(`${row.a} ${row.b}`, row as StatementTie);
        for (const id of [row.a, row.b])
          if (!seen.has(id)) {
            seen.add(id);
            next.push(id);
          }
      }
    }
    edge = next;
  }
  await loadFacts(db, seen, facts);
  const firsts = joining.group(
    [...seen].sort().map((id) => facts.get(id)!),
    [...ties.values()],
  );
  const byFirst = new Map<string, string[]>();
  for (const [id, first] of firsts) byFirst.set(first, [...(byFirst.get(first) ?? []), id]);
  for (const [first, members] of byFirst) {
    if (members.length === 1 && !ties.size) continue;
    for (const part of chunks(members))
      await db
        .updateTable("statements")
        .set({ first_id: first })
        .where("id", "in", part)
        .where("first_id", "<>", first)
        .execute();
  }
}

/** Adds what the joining goes by, of those that are not there yet. */
async function loadFacts(db: Tx, ids: Iterable<string>, facts: Map<string, StatementFacts>): Promise<void> {
  for (const part of chunks([...ids].filter((id) => !facts.has(id)))) {
    const rows = await db
      .selectFrom("statements")
      .select(["id", "day", "content", "report_id", "position"])
      .where("id", "in", part)
      .execute();
    const speakers = await db
      .selectFrom("statement_parties")
      .innerJoin("statements", (join) =>
        join
          .onRef("statements.report_id", "=", "statement_parties.report_id")
          .onRef("statements.position", "=", "statement_parties.statement"),
      )
      .select([
        "statements.id",
        "statement_parties.code",
        "statement_parties.sector",
        "statement_parties.name",
        "statement_parties.name_key",
        "statement_parties.entity_id",
      ])
      .where("statements.id", "in", part)
      .where("statement_parties.role", "=", "speaker")
      .orderBy("statements.id")
      .orderBy("statement_parties.position")
      .execute();
    const byId = new Map<string, string[]>();
    for (const row of speakers) {
      const key = speakerKey(row);
      if (key !== null) byId.set(row.id, [...(byId.get(row.id) ?? []), key]);
    }
    for (const { id, day, content } of rows)
      facts.set(id, { id, day: day === "" ? null : day, content, speakers: byId.get(id) ?? [] });
  }
}

/** A gazetteer id, else code and sector, else the words of a name; null for a pronoun or a bare noun. */
function speakerKey(row: {
  readonly code: string | null;
  readonly sector: string | null;
  readonly name_key: string;
  readonly entity_id: string | null;
}): string | null {
  if (row.entity_id !== null) return row.entity_id;
  if (row.code !== null) return `code:${row.code}:${row.sector ?? ""}`;
  return row.name_key.includes(" ") ? row.name_key : null;
}

function* chunks<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += IN_LIST) yield items.slice(at, at + IN_LIST);
}

/**
 * Takes the statements of these reports out of what they are joined with, before
 * they go or their report is no longer current; the others are compared anew.
 * @param joined what is noted of them: 0 to be compared, 2 set aside
 */
export async function partStatements(db: Tx, reportIds: readonly string[], joined: 0 | 2): Promise<void> {
  for (const part of chunks(reportIds)) {
    const own = (name: "a" | "b" | "id") =>
      sql<boolean>`${sql.ref(name)} in (select id from statements where report_id in (${sql.join(part)}))`;
    await db
      .updateTable("statements")
      .set({ first_id: sql<string>`id`, joined: 0 })
      .where(
        sql<boolean>`first_id in (select first_id from statements where report_id in (${sql.join(part)}))`,
      )
      .where("report_id", "not in", part)
      .where("joined", "=", 1)
      .execute();
    await db
      .updateTable("statements")
      .set({ first_id: sql<string>`id`, joined })
      .where("report_id", "in", part)
      .execute();
    await db.deleteFrom("statement_keys").where(own("id")).execute();
    await db
      .deleteFrom("statement_ties")
      .where(sql<boolean>`(${own("a")} or ${own("b")})`)
      .execute();
  }
}
