/**
 * Statements that nothing tells apart are compared with others once: each says
 * which of them stands for it. All are compared anew, with the next reports.
 */
import { sql } from "kysely";
import type { Migration } from "./index.ts";

export const sameStatements: Migration = {
  version: 20,
  name: "same-statements",
  async up(db, kind) {
    const type = kind === "postgres" ? sql`text collate "C"` : sql`text`;
    await db.schema.alterTable("statements").addColumn("same_as", type).execute();
    await db.schema.createIndex("statements_by_same_as").on("statements").column("same_as").execute();
    await db.deleteFrom("statement_ties").execute();
    await db.deleteFrom("statement_keys").execute();
    await sql`update statements set first_id = id, joined = 0 where joined = 1`.execute(db);
  },
};
