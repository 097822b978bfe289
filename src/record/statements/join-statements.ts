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
import { chunks, loadFacts } from "./load-facts.ts";
import { collapse, followLeads } from "./same-statements.ts";

type Tx = Transaction<Tables>;

/** Statements of one transaction. */
const AT_ONCE = 1_000;
/** Candidates by one key: those with the smallest ids, so that the order of arrival changes nothing. */
const MOST_BY_KEY = 100;

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
  await db.deleteFrom("statement_keys").where("id", "in", fresh).execute();
  const { leads, followers, loosened } = await collapse(db, fresh, facts, joining);
  const keys = leads.flatMap((id) => joining.keysOf(facts.get(id)!).map((key) => ({ key, id })));
  await insertRows(db, "statement_keys", keys);
  await tieFresh(db, keys, facts, joining);
  await regroup(db, new Set(leads), loosened, facts, joining);
  await followLeads(db, followers);
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

/** Finds the groups anew of all that hangs together with these statements; those that follow them go with them. */
async function regroup(
  db: Tx,
  fresh: ReadonlySet<string>,
  loosened: readonly string[],
  facts: Map<string, StatementFacts>,
  joining: StatementJoining,
): Promise<void> {
  const seen = new Set([...fresh, ...loosened]);
  const ties = new Map<string, StatementTie>();
  for (let edge = [...seen]; edge.length > 0; ) {
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
    for (const part of chunks(members)) {
      const others = await db
        .selectFrom("statements")
        .select("id")
        .where("id", "in", part)
        .where("first_id", "<>", first)
        .execute();
      const moved = [...new Set([...part.filter((id) => fresh.has(id)), ...others.map(({ id }) => id)])];
      if (moved.length === 0) continue;
      await db
        .updateTable("statements")
        .set({ first_id: first })
        .where((eb) => eb.or([eb("id", "in", moved), eb("same_as", "in", moved)]))
        .where("first_id", "<>", first)
        .execute();
    }
  }
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
      .set({ first_id: sql<string>`id`, same_as: null, joined: 0 })
      .where(
        sql<boolean>`first_id in (select first_id from statements where report_id in (${sql.join(part)}))`,
      )
      .where("report_id", "not in", part)
      .where("joined", "=", 1)
      .execute();
    await db
      .updateTable("statements")
      .set({ first_id: sql<string>`id`, same_as: null, joined })
      .where("report_id", "in", part)
      .execute();
    await db.deleteFrom("statement_keys").where(own("id")).execute();
    await db
      .deleteFrom("statement_ties")
      .where(sql<boolean>`(${own("a")} or ${own("b")})`)
      .execute();
  }
}
