/**
 * Indexes that lists need in a large record: mentions and events that last
 * longer than a day by their last day, few among many, so that a list from a day
 * on finds those that began before it.
 */
import { sql } from "kysely";
import type { Migration } from "./index.ts";

export const indexes: Migration = {
  version: 8,
  name: "indexes",
  async up(db) {
    await sql`create index mentions_lasting on mentions (last_day, day, report_id, position)
      where last_day > day`.execute(db);
    await sql`create index events_lasting on events (last_day, day, num) where last_day > day`.execute(db);
  },
};
