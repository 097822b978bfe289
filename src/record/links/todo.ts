/**
 * What is still to be linked, kept in the record: a process that is killed
 * leaves it there, and the next one goes on with it.
 */
import { sql, type Transaction } from "kysely";
import type { DatabaseKind, Db } from "../db.ts";
import type { Tables } from "../tables.ts";
import { dropReads } from "./keep.ts";
import { textsIn } from "./sql.ts";

export interface Todo {
  /** Reports that are to be read and linked anew. */
  readonly link: readonly string[];
  /** Reports whose stories and events are to be made anew. */
  readonly group: readonly string[];
}

/** Puts the reports down; one that is to be linked stays so. */
export async function putTodo(
  db: Db,
  kind: DatabaseKind,
  act: "link" | "group",
  reportIds: readonly string[],
): Promise<void> {
  if (reportIds.length === 0) return;
  const conflict = act === "link" ? sql`do update set act = 'link'` : sql`do nothing`;
  await sql`insert into link_todo (report_id, act)
    select id, ${act} from reports where id in ${textsIn(kind, reportIds)} and current = 1
    on conflict (report_id) ${conflict}`.execute(db);
}

/** Takes out what links these reports; the others of their stories and events are put down to be grouped anew. */
export async function unlink(
  db: Transaction<Tables>,
  kind: DatabaseKind,
  reportIds: readonly string[],
): Promise<void> {
  const { others } = await dropReads(db, kind, reportIds);
  await doneTodo(db, kind, reportIds);
  await putTodo(db, kind, "group", others);
}

/** The next things to do: all that is to be linked comes before what is to be grouped. */
export async function nextTodo(db: Db, limit: number): Promise<Todo> {
  const next = async (act: "link" | "group", most: number) => {
    if (most <= 0) return [];
    const rows = await db
      .selectFrom("link_todo")
      .innerJoin("reports", "reports.id", "link_todo.report_id")
      .select("report_id")
      .where("act", "=", act)
      .orderBy("reports.day")
      .orderBy("report_id")
      .limit(most)
      .execute();
    return rows.map((row) => row.report_id);
  };
  const link = await next("link", limit);
  return { link, group: await next("group", limit - link.length) };
}

/** Number of things that are left to do. */
export async function countTodo(db: Db): Promise<number> {
  const row = await db
    .selectFrom("link_todo")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Takes them off the list. */
export async function doneTodo(db: Db, kind: DatabaseKind, reportIds: readonly string[]): Promise<void> {
  if (reportIds.length === 0) return;
  await sql`delete from link_todo where report_id in ${textsIn(kind, reportIds)}`.execute(db);
}
