/** Reports keep what they were read without, such as a date: a list of code, message and advice as JSON. */
import { sql } from "kysely";
import type { Migration } from "./index.ts";

export const warnings: Migration = {
  version: 2,
  name: "warnings",
  async up(db, kind) {
    const type = kind === "postgres" ? sql`text collate "C"` : sql`text`;
    await db.schema
      .alterTable("reports")
      .addColumn("warnings", type, (column) => column.notNull().defaultTo("[]"))
      .execute();
  },
};
