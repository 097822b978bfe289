/**
 * The feeds that are watched, with what is known of each between two polls, and
 * the items of each that were read or wait for another try.
 */
import { sql } from "kysely";
import type { Migration } from "./index.ts";

export const watch: Migration = {
  version: 6,
  name: "watch",
  async up(db, kind) {
    const text = kind === "postgres" ? sql`text collate "C"` : sql`text`;
    let feeds = db.schema.createTable("feeds").addColumn("url", text, (c) => c.notNull().primaryKey());
    for (const name of ["address", "due_at", "added_at"])
      feeds = feeds.addColumn(name, text, (c) => c.notNull());
    for (const name of ["etag", "last_modified", "polled_at", "fault_code", "fault_message"])
      feeds = feeds.addColumn(name, text);
    for (const name of ["failures", "is_gone", "feed_only"])
      feeds = feeds.addColumn(name, sql`integer`, (c) => c.notNull());
    await feeds.execute();
    const items = db.schema
      .createTable("feed_items")
      .addColumn("feed", text, (c) => c.notNull())
      .addColumn("item", text, (c) => c.notNull())
      .addColumn("version", text)
      .addColumn("tries", sql`integer`, (c) => c.notNull())
      .addColumn("marked_at", text, (c) => c.notNull())
      .addPrimaryKeyConstraint("feed_items_key", ["feed", "item"])
      .addForeignKeyConstraint("feed_items_feed", ["feed"], "feeds", ["url"], (c) => c.onDelete("cascade"));
    await (kind === "sqlite" ? items.modifyEnd(sql`without rowid`) : items).execute();
  },
};
