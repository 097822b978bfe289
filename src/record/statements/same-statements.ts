/**
 * Statements that nothing tells apart (words, speakers, day): one of them, that
 * of the least id, is compared with others for all of them, so that a statement
 * that a thousand reports copy costs no more than one.
 */
import { sql, type Transaction } from "kysely";
import type { StatementFacts, StatementJoining } from "../../linking/types.ts";
import type { Tables } from "../tables.ts";
import { chunks, loadFacts } from "./load-facts.ts";

type Tx = Transaction<Tables>;

export interface Collapsed {
  /** Of the fresh ones those that are to be compared. */
  readonly leads: readonly string[];
  /** Of the fresh ones those that go with another. */
  readonly followers: readonly string[];
  /** Statements that were tied with one that leads no more. */
  readonly loosened: readonly string[];
}

/** Says of fresh statements which of them are compared; those that are kept and lead no more follow. */
export async function collapse(
  db: Tx,
  fresh: readonly string[],
  facts: Map<string, StatementFacts>,
  joining: StatementJoining,
): Promise<Collapsed> {
  const wordings = new Map(fresh.map((id) => [id, joining.wordingOf(facts.get(id)!)]));
  const known = await knownLeads(db, [...wordings.values()], facts, joining);
  const leadOf = new Map<string, string>();
  for (const [id, wording] of wordings) {
    if (wording === null) continue;
    const lead = leadOf.get(wording.text) ?? known.get(wording.text) ?? id;
    leadOf.set(wording.text, id < lead ? id : lead);
  }
  const leads: string[] = [];
  const followers = new Map<string, string[]>();
  const follow = (id: string, lead: string) => followers.set(lead, [...(followers.get(lead) ?? []), id]);
  for (const [id, wording] of wordings) {
    const lead = wording === null ? id : leadOf.get(wording.text)!;
    if (lead === id) leads.push(id);
    else follow(id, lead);
  }
  const replaced = new Map<string, string>();
  for (const [text, id] of known) if (leadOf.get(text) !== id) replaced.set(id, leadOf.get(text)!);
  const loosened = await replace(db, replaced);
  for (const part of chunks(fresh))
    await db.updateTable("statements").set({ same_as: null }).where("id", "in", part).execute();
  for (const [lead, ids] of followers)
    for (const part of chunks(ids))
      await db.updateTable("statements").set({ same_as: lead }).where("id", "in", part).execute();
  return { leads, followers: [...followers.values()].flat(), loosened };
}

/** The statements that lead those of these wordings, by their wording. */
async function knownLeads(
  db: Tx,
  wordings: readonly ReturnType<StatementJoining["wordingOf"]>[],
  facts: Map<string, StatementFacts>,
  joining: StatementJoining,
): Promise<Map<string, string>> {
  const texts = new Set(wordings.flatMap((wording) => wording?.text ?? []));
  const ids: string[] = [];
  for (const part of chunks([...new Set(wordings.flatMap((wording) => wording?.key ?? []))])) {
    const rows = await db.selectFrom("statement_keys").select("id").where("key", "in", part).execute();
    ids.push(...rows.map(({ id }) => id));
  }
  await loadFacts(db, ids, facts);
  const leads = new Map<string, string>();
  for (const id of ids) {
    const text = joining.wordingOf(facts.get(id)!)?.text;
    if (text === undefined || !texts.has(text)) continue;
    const other = leads.get(text);
    if (other === undefined || id < other) leads.set(text, id);
  }
  return leads;
}

/** Lets those who led follow others, with all who followed them.
 * @returns those that were tied with them */
async function replace(db: Tx, replaced: ReadonlyMap<string, string>): Promise<string[]> {
  const loosened = new Set<string>();
  for (const [old, lead] of replaced) {
    const ties = await db
      .selectFrom("statement_ties")
      .select(["a", "b"])
      .where((eb) => eb.or([eb("a", "=", old), eb("b", "=", old)]))
      .execute();
    for (const { a, b } of ties) loosened.add(a === old ? b : a);
    await db
      .deleteFrom("statement_ties")
      .where((eb) => eb.or([eb("a", "=", old), eb("b", "=", old)]))
      .execute();
    await db.deleteFrom("statement_keys").where("id", "=", old).execute();
    await db
      .updateTable("statements")
      .set({ same_as: lead })
      .where((eb) => eb.or([eb("id", "=", old), eb("same_as", "=", old)]))
      .execute();
  }
  for (const old of replaced.keys()) loosened.delete(old);
  return [...loosened];
}

/** Gives those that follow another the group of that one. */
export async function followLeads(db: Tx, followers: readonly string[]): Promise<void> {
  for (const part of chunks(followers))
    await sql`update statements set first_id =
        (select lead.first_id from statements lead where lead.id = statements.same_as)
      where id in (${sql.join(part)})`.execute(db);
}
