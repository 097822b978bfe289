/** Reports keep the character set in which their bytes were read. */
import { sql } from "kysely";
import type { Migration } from "./index.ts";

export const charset: Migration = {
  version: 12,
  name: "charset",
  async up(db, kind) {
    const type = kind === "postgres" ? sql`text collate "C"` : sql`text`;
    await db.schema.alterTable("reports").addColumn("charset", type).execute();
  },
};
