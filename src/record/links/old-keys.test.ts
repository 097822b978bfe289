/** Keys of any age: in lists, in rows and with the filter, each is found with the earliest reports that hold it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openDatabase, writing } from "../db.ts";
import { migrate } from "../migrations/index.ts";
import { onEachBackend, withPlace } from "../testing/backends.ts";
import { KeyFilter } from "./key-filter.ts";
import { keyList, withDays } from "./key-list.ts";
import { OldKeys, remakeFilter } from "./old-keys.ts";

/** Keys that fill a list, and lists after which the first ones are taken out. */
const FULL = 4_096;
const LISTS = 70;
/** A key that every tenth report holds. */
const PHRASE = 7;

/** Keys that no other report holds, all over the range of keys. */
const keyOf = (num: number, n: number) => Math.imul(num * FULL + n + 1, 0x9e3779b1) >>> 0;
/** Later numbers have earlier days, so that neither order stands for the other. */
const dayOf = (num: number) => 1000 - num;

function listOf(num: number) {
  const own = Array.from({ length: FULL }, (_, n) => keyOf(num, n));
  const keys = num % 10 === 0 ? [...own, PHRASE] : own;
  return withDays(keyList([{ num, keys }]), dayOf);
}

onEachBackend("keys of any age", (backend) => {
  test("are found in lists and in rows, and are gone when they are taken out", () =>
    withPlace(backend, async (place) => {
      const database = await openDatabase(await place.target());
      await migrate(database);
      await writing(database, async (db) => {
        const { kind } = database;
        const writer = new OldKeys();
        const found = async (old: OldKeys, keys: readonly number[], most = 100) => {
          const hits = await old.find(db, kind, Uint32Array.from(keys).sort(), most);
          return Map.groupBy(hits, ({ key }) => key);
        };
        const numsIn = (hits: Awaited<ReturnType<typeof found>>, key: number) =>
          [...new Set((hits.get(key) ?? []).flatMap(({ nums }) => nums))].sort((a, b) => a - b);
        for (let num = 1; num <= LISTS; num++) await writer.put(db, kind, listOf(num));
        const lists = await db.selectFrom("link_fresh_keys").select("part").orderBy("part").execute();
        assert.equal(lists.length, 64);
        assert.equal(lists[0]!.part, LISTS - 63);
        assert.equal((await db.selectFrom("link_key_filter").select("part").execute()).length, 16);

        const absent = Array.from({ length: 12_000 }, (_, n) => keyOf(LISTS + 9, n % FULL) ^ (n >>> 12));
        for (const old of [writer, new OldKeys()]) {
          const sought = [...absent];
          for (let num = 1; num <= LISTS; num++) sought.push(keyOf(num, 0), keyOf(num, FULL - 1));
          const hits = await found(old, [...new Set([...sought, PHRASE])]);
          for (let num = 1; num <= LISTS; num++)
            for (const n of [0, FULL - 1]) assert.deepEqual(numsIn(hits, keyOf(num, n)), [num]);
          assert.deepEqual(numsIn(hits, PHRASE), [10, 20, 30, 40, 50, 60, 70]);
        }
        // without the filter, and with no more of the rows than are asked for: the earliest by day
        const few = await found(new OldKeys(), [PHRASE, keyOf(3, 5)], 1);
        assert.ok(numsIn(few, PHRASE).includes(70));
        assert.deepEqual(numsIn(few, keyOf(3, 5)), [3]);

        await new OldKeys().drop(db, new Set([LISTS]));
        writer.forgetLists();
        assert.deepEqual(numsIn(await found(writer, [keyOf(LISTS, 1), PHRASE]), keyOf(LISTS, 1)), []);
        await remakeFilter(db, kind);
        const anew = await found(new OldKeys(), [...new Set([...absent, keyOf(2, 9), PHRASE])]);
        assert.deepEqual(numsIn(anew, keyOf(2, 9)), [2]);
      });
      await database.kysely.destroy();
    }));
});

test("the filter says yes to what was put in, and to few others", () => {
  const filter = new KeyFilter();
  for (let n = 0; n < 200_000; n++) filter.add(keyOf(1, n));
  let others = 0;
  for (let n = 0; n < 200_000; n++) {
    assert.ok(filter.mayHold(keyOf(1, n)));
    if (filter.mayHold(keyOf(1, 200_000 + n))) others++;
  }
  assert.ok(others < 20, `${others}`);
  assert.ok(new KeyFilter(filter.bytes.slice()).mayHold(keyOf(1, 5) | 0), "with a sign or without");
});
