/**
 * What persons decided, kept in the record: it wins over the machine, and it
 * stays when reports are coded or linked again. A decision about a mention
 * changes the mention at once; what the machine had coded is kept beside it.
 */
import { sql, type Transaction } from "kysely";
import { contentId } from "../base/index.ts";
import { type Database, type Db, writing } from "./db.ts";
import { recordFault } from "./faults.ts";
import type { DecisionsTable } from "./link-tables.ts";
import { textsIn } from "./links/sql.ts";
import { putTodo, unlink } from "./links/todo.ts";
import { storable } from "./storable.ts";
import type { Tables } from "./tables.ts";
import type { DecisionInput, DecisionLine, GivenCode } from "./types.ts";

type Tx = Transaction<Tables>;

/** The decision as it is kept now; one about the same takes the place of the old.
 * @throws {@link Fault} `record/not-found` where it is about nothing that the record has */
export async function decide(database: Database, input: DecisionInput, at: string): Promise<DecisionLine> {
  return await writing(database, async (db) => {
    const [a, b] = input.kind === "mention" ? [input.a, null] : [input.a, input.b].sort();
    const reports = await reportsOf(db, input.kind, [a!, ...(b == null ? [] : [b])]);
    const row: DecisionsTable = {
      id: contentId("d", input.kind, a!, b ?? ""),
      kind: input.kind,
      verdict: input.verdict,
      a: a!,
      b: b ?? null,
      value: input.verdict === "code" ? JSON.stringify(input.value) : null,
      before: null,
      note: input.note == null ? null : storable(input.note),
      decided_at: at,
    };
    if (input.kind === "mention") await restoreMentions(db, [row.id]);
    const { id, ...rest } = row;
    await db
      .insertInto("decisions")
      .values(row)
      .onConflict((conflict) => conflict.column("id").doUpdateSet(rest))
      .execute();
    await touch(db, database, input.kind, reports);
    return decisionLine(row);
  });
}

/** Takes a decision back; the machine's word counts again. False where there is none.  */
export async function undecide(database: Database, id: string): Promise<boolean> {
  return await writing(database, async (db) => {
    const row = await db.selectFrom("decisions").selectAll().where("id", "=", id).executeTakeFirst();
    if (row === undefined) return false;
    const about = [row.a, ...(row.b === null ? [] : [row.b])];
    const reports = await reportsOf(db, row.kind, about).catch(() => []);
    if (row.kind === "mention") await restoreMentions(db, [id]);
    await db.deleteFrom("decisions").where("id", "=", id).execute();
    await touch(db, database, row.kind, reports);
    return true;
  });
}

/** All decisions, the oldest first. */
export async function listDecisions(database: Database): Promise<DecisionLine[]> {
  const rows = await database.kysely
    .selectFrom("decisions")
    .selectAll()
    .orderBy("decided_at")
    .orderBy("id")
    .execute();
  return rows.map(decisionLine);
}

function decisionLine(row: DecisionsTable): DecisionLine {
  return {
    id: row.id,
    kind: row.kind,
    verdict: row.verdict as DecisionLine["verdict"],
    a: row.a,
    b: row.b,
    value: row.value === null ? null : JSON.parse(row.value),
    note: row.note,
    decidedAt: row.decided_at,
  };
}

async function reportsOf(db: Tx, kind: DecisionInput["kind"], ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const id of ids) {
    const row =
      kind === "story"
        ? await db.selectFrom("reports").select("id as report").where("id", "=", id).executeTakeFirst()
        : await db
            .selectFrom("mentions")
            .select("report_id as report")
            .where("id", "=", id)
            .executeTakeFirst();
    if (row === undefined)
      throw recordFault(
        "record/not-found",
        `The record has no ${kind === "story" ? "report" : "mention"} ${id}.`,
        "See the ids with `chancery mentions` or `chancery reports`.",
      );
    found.push(row.report);
  }
  return found;
}

/** What rests on the reports is made anew. */
async function touch(
  db: Tx,
  database: Database,
  kind: DecisionInput["kind"],
  reports: readonly string[],
): Promise<void> {
  if (kind !== "mention") return await putTodo(db, database.kind, "group", reports);
  await unlink(db, database.kind, reports);
  await applyDecisions(db, database, reports);
  await putTodo(db, database.kind, "link", reports);
}

const FIELDS = ["event", "mode", "cameo", "factuality", "content"] as const;

/** Changes the mentions of the reports as persons decided; they stand as the machine coded them. */
export async function applyDecisions(
  db: Db,
  database: Pick<Database, "kind">,
  reportIds: readonly string[],
): Promise<void> {
  const { rows } = await sql<DecisionsTable>`select decisions.* from decisions
    join mentions on mentions.id = decisions.a
    where decisions.kind = 'mention' and mentions.report_id in ${textsIn(database.kind, reportIds)}`.execute(
    db,
  );
  for (const { id, verdict, a, value } of rows) {
    if (verdict === "no-event") {
      await db.updateTable("mentions").set({ decided: "no-event" }).where("id", "=", a).execute();
      continue;
    }
    const given = JSON.parse(value!) as GivenCode;
    const before = await db
      .selectFrom("mentions")
      .select([...FIELDS])
      .where("id", "=", a)
      .executeTakeFirstOrThrow();
    await db
      .updateTable("decisions")
      .set({ before: JSON.stringify(before) })
      .where("id", "=", id)
      .execute();
    await db
      .updateTable("mentions")
      .set({
        event: given.event,
        mode: JSON.stringify(given.mode),
        // the finer code of the machine is of what it took it for
        cameo: null,
        content: null,
        factuality: given.factuality ?? before.factuality,
        decided: "code",
      })
      .where("id", "=", a)
      .execute();
  }
}

/** Gives mentions back what the machine had coded. */
async function restoreMentions(db: Tx, decisionIds: readonly string[]): Promise<void> {
  const rows = await db
    .selectFrom("decisions")
    .selectAll()
    .where("id", "in", [...decisionIds])
    .execute();
  for (const { a, before } of rows)
    await db
      .updateTable("mentions")
      .set({ decided: null, ...(before === null ? {} : JSON.parse(before)) })
      .where("id", "=", a)
      .execute();
}

/** Decisions about one version of a report go over to another, where its words are there, too.
 * @param versions ids of the report that they are about, and of the one that they go to */
export async function carryDecisions(
  db: Tx,
  versions: readonly (readonly [from: string, to: string])[],
): Promise<void> {
  for (const [from, to] of versions) {
    const { rows } = await sql<{ old: string; fresh: string }>`
      select om.id as old, min(nm.id) as fresh from decisions d
      join mentions om on om.id in (d.a, d.b) and om.report_id = ${from}
      join sentences os on os.report_id = om.report_id and os.position = om.sentence
      join mentions nm on nm.report_id = ${to} and nm.event_text = om.event_text
      join sentences ns on ns.report_id = nm.report_id and ns.position = nm.sentence and ns.text = os.text
      where d.kind <> 'story' group by om.id`.execute(db);
    const goesTo = new Map(rows.map(({ old, fresh }) => [old, fresh]));
    goesTo.set(from, to);
    const about = [...goesTo.keys()];
    const decided = await db
      .selectFrom("decisions")
      .selectAll()
      .where((eb) => eb.or([eb("a", "in", about), eb("b", "in", about)]))
      .execute();
    const ofMentions = decided.filter(({ kind }) => kind === "mention").map(({ id }) => id);
    if (ofMentions.length > 0) await restoreMentions(db, ofMentions);
    for (const row of decided) {
      const ids = [row.a, ...(row.b === null ? [] : [row.b])].map((id) => goesTo.get(id) ?? id).sort();
      const id = contentId("d", row.kind, ids[0]!, ids[1] ?? "");
      await db.deleteFrom("decisions").where("id", "in", [row.id, id]).execute();
      await db
        .insertInto("decisions")
        .values({ ...row, id, a: ids[0]!, b: ids[1] ?? null, before: null })
        .execute();
    }
  }
}
