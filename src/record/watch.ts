/**
 * The list of watched feeds: added, removed, listed, and what is known of each
 * between two polls. Marks of a poll are written in the transaction of the
 * reports that it gave (write.ts), so that neither is there without the other.
 */
import type { Transaction } from "kysely";
import { type Database, reading, writing } from "./db.ts";
import { storable } from "./storable.ts";
import type { FeedsTable, Tables } from "./tables.ts";
import type { FeedLine, FeedMark, Page, PageRequest, WatchedFeed } from "./types.ts";

/** Items remembered of each feed; older ones are forgotten. */
const MOST_ITEMS = 10_000;
/** Due before any moment. */
const AT_ONCE = new Date(0).toISOString();

/** True where the feed was not on the list before. A feed that was gone is asked again. */
export async function addFeed(
  database: Database,
  url: string,
  isFeedOnly: boolean,
  now: string,
): Promise<boolean> {
  return await writing(database, async (db) => {
    const known = await db.selectFrom("feeds").select("url").where("url", "=", url).executeTakeFirst();
    const feed_only = isFeedOnly ? 1 : 0;
    if (known !== undefined) {
      const again = { feed_only, is_gone: 0, due_at: AT_ONCE };
      await db.updateTable("feeds").set(again).where("url", "=", url).execute();
      return false;
    }
    const unknown = {
      etag: null,
      last_modified: null,
      polled_at: null,
      fault_code: null,
      fault_message: null,
    };
    const row = {
      url,
      address: url,
      due_at: AT_ONCE,
      added_at: now,
      failures: 0,
      is_gone: 0,
      feed_only,
      ...unknown,
    };
    await db.insertInto("feeds").values(row).execute();
    return true;
  });
}

/** True where the feed was on the list. Its reports stay. */
export async function removeFeed(database: Database, url: string): Promise<boolean> {
  return await writing(database, async (db) => {
    const { numDeletedRows } = await db.deleteFrom("feeds").where("url", "=", url).executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  });
}

/** The feeds, in the order of their addresses. */
export async function listFeeds(database: Database, request: PageRequest): Promise<Page<FeedLine>> {
  let query = database.kysely.selectFrom("feeds").selectAll().orderBy("url");
  const { after = null, limit } = request;
  if (after !== null) query = query.where("url", ">", after);
  const rows = await query.limit(limit + 1).execute();
  const lines = rows.slice(0, limit).map(lineOf);
  return { lines, next: rows.length > limit ? (lines.at(-1)?.url ?? null) : null };
}

function lineOf(row: FeedsTable): FeedLine {
  return {
    url: row.url,
    address: row.address,
    isFeedOnly: row.feed_only === 1,
    addedAt: row.added_at,
    polledAt: row.polled_at,
    dueAt: row.due_at,
    failures: row.failures,
    isGone: row.is_gone === 1,
    fault: row.fault_code === null ? null : { code: row.fault_code, message: row.fault_message ?? "" },
  };
}

/** What is known of the feed for its next poll; null where it is not on the list. */
export async function feedState(database: Database, url: string): Promise<WatchedFeed | null> {
  return await reading(database, async (db) => {
    const row = await db.selectFrom("feeds").selectAll().where("url", "=", url).executeTakeFirst();
    if (row === undefined) return null;
    const items = await db
      .selectFrom("feed_items")
      .select(["item", "version", "tries"])
      .where("feed", "=", url)
      .orderBy("marked_at")
      .orderBy("item")
      .execute();
    const seen = items.flatMap(({ item, version }) => (version === null ? [] : [[item, version] as const]));
    const waiting = items.flatMap(({ item, tries }) => (tries > 0 ? [[item, tries] as const] : []));
    return {
      feed: row.url,
      isFeedOnly: row.feed_only === 1,
      url: row.address,
      etag: row.etag,
      lastModified: row.last_modified,
      dueAtMs: Date.parse(row.due_at),
      failures: row.failures,
      isGone: row.is_gone === 1,
      seen: Object.fromEntries(seen),
      waiting: Object.fromEntries(waiting),
    };
  });
}

/** Writes the marks; a feed that was removed meanwhile is passed over. */
export async function writeMarks(
  db: Transaction<Tables>,
  marks: readonly FeedMark[],
  now: string,
): Promise<void> {
  for (const { feed, item, poll } of marks) {
    const known = await db.selectFrom("feeds").select("url").where("url", "=", feed).executeTakeFirst();
    if (known === undefined) continue;
    if (item !== null) {
      const row = { version: item.version, tries: item.tries, marked_at: now };
      await db
        .insertInto("feed_items")
        .values({ feed, item: item.key, ...row })
        .onConflict((conflict) => conflict.columns(["feed", "item"]).doUpdateSet(row))
        .execute();
    }
    if (poll === null) continue;
    const { state, fault } = poll;
    await db
      .updateTable("feeds")
      .set({
        address: storable(state.url),
        etag: state.etag === null ? null : storable(state.etag),
        last_modified: state.lastModified === null ? null : storable(state.lastModified),
        due_at: new Date(state.dueAtMs).toISOString(),
        polled_at: now,
        failures: state.failures,
        is_gone: state.isGone ? 1 : 0,
        fault_code: fault?.code ?? null,
        fault_message: fault === null ? null : storable(fault.message),
      })
      .where("url", "=", feed)
      .execute();
    await forgetOldItems(db, feed);
  }
}

async function forgetOldItems(db: Transaction<Tables>, feed: string): Promise<void> {
  const last = await db
    .selectFrom("feed_items")
    .select("marked_at")
    .where("feed", "=", feed)
    .orderBy("marked_at", "desc")
    .offset(MOST_ITEMS)
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return;
  await db
    .deleteFrom("feed_items")
    .where("feed", "=", feed)
    .where("marked_at", "<=", last.marked_at)
    .execute();
}
