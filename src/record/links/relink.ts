/** Takes out all that links the record and puts every current report down to be linked; decisions stay. */
import { sql } from "kysely";
import { type Database, writing } from "../db.ts";
import { LINK_TABLE_KEYS } from "../link-tables.ts";
import { LAST_NUMBER } from "./keep.ts";

/** Number of reports that are to be linked. */
export async function unlinkAll(database: Database): Promise<number> {
  return await writing(database, async (db) => {
    for (const table of Object.keys(LINK_TABLE_KEYS))
      if (table !== "decisions" && table !== "link_words")
        await sql`delete from ${sql.table(table)}`.execute(db);
    await sql`delete from link_words where stem <> ${LAST_NUMBER}`.execute(db);
    // numbers go on behind those that were: who linked before knows by another last one that all is new
    await sql`update link_words set reports = reports + 1 where stem = ${LAST_NUMBER}`.execute(db);
    const done = await sql`insert into link_todo (report_id, act)
      select id, 'link' from reports where current = 1`.execute(db);
    return Number(done.numAffectedRows ?? 0);
  });
}
