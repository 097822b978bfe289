/** What is quarantined keeps its page, as JSON, so that it can be written out and tried again wherever it came from. */
import { sql } from "kysely";
import type { Migration } from "./index.ts";

export const quarantinedPages: Migration = {
  version: 7,
  name: "quarantined-pages",
  async up(db, kind) {
    const type = kind === "postgres" ? sql`text collate "C"` : sql`text`;
    await db.schema.alterTable("quarantine").addColumn("page", type).execute();
  },
};
