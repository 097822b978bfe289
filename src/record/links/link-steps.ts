/** Steps of linking, each in one transaction; what they fetched lately serves the next, unless another process wrote. */
import { type Database, reading, writing } from "../db.ts";
import { LinkCaches } from "./caches.ts";
import { lastNumber } from "./keep.ts";
import { LinkStore } from "./store.ts";

/** Runs steps over the database. */
export function linkSteps(database: Database) {
  let caches = new LinkCaches();
  let last = 0;
  return async <T>(act: (store: LinkStore) => Promise<T>): Promise<T> => {
    try {
      return await writing(database, async (db) => {
        if ((await lastNumber(db)) !== last) caches = new LinkCaches();
        const result = await act(new LinkStore(db, database.kind, caches));
        last = await lastNumber(db);
        return result;
      });
    } catch (error) {
      caches = new LinkCaches();
      throw error;
    }
  };
}

/** Looks at what links the record, in one transaction that cannot change anything. */
export function linkLooks(database: Database) {
  return async <T>(act: (store: LinkStore) => Promise<T>): Promise<T> =>
    await reading(database, async (db) => await act(new LinkStore(db, database.kind, new LinkCaches())));
}
