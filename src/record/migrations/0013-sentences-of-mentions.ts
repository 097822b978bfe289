/**
 * On PostgreSQL, mentions by their sentence: a search finds sentences, and goes
 * from each to its mentions. SQLite keeps the mentions of a report together and
 * needs no such index.
 */
import { sql } from "kysely";
import type { Migration } from "./index.ts";

export const sentencesOfMentions: Migration = {
  version: 13,
  name: "sentences-of-mentions",
  async up(db, kind) {
    if (kind === "sqlite") return;
    await sql`create index mentions_by_sentence on mentions (report_id, sentence, position)`.execute(db);
  },
};
