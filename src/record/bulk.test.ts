import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { insertRows } from "./bulk.ts";
import { openDatabase } from "./db.ts";
import { onEachBackend, withPlace } from "./testing/backends.ts";

onEachBackend("insertRows", (backend) => {
  for (const count of [1, 2, 7, 64, 3001])
    test(`${count} rows land in order, with what is null, a word of SQL or not of Latin letters`, async () => {
      await withPlace(backend, async (place) => {
        const database = await openDatabase(await place.target());
        try {
          await sql`create table made (place integer, word text, more text)`.execute(database.kysely);
          const rows = Array.from({ length: count }, (_, n) => ({
            place: n,
            word: n % 3 === 0 ? null : `values (${n}, '$1')`,
            more: "Łódź",
          }));
          await insertRows(database.kysely, "made" as "reports", rows as never);
          const { rows: found } = await sql`select place, word, more from made order by place`.execute(
            database.kysely,
          );
          assert.deepEqual(
            found.map((row) => ({ ...(row as object) })),
            rows,
          );
        } finally {
          await database.kysely.destroy();
        }
      });
    });

  test("a row of other columns is refused", async () => {
    await withPlace(backend, async (place) => {
      const database = await openDatabase(await place.target());
      try {
        await sql`create table made (place integer, word text)`.execute(database.kysely);
        const rows = [{ place: 1, word: "a" }, { place: 2 }];
        await assert.rejects(insertRows(database.kysely, "made" as "reports", rows as never), RangeError);
      } finally {
        await database.kysely.destroy();
      }
    });
  });
});
