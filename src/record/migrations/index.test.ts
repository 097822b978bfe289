import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { sql } from "kysely";
import { openDatabase, writing } from "../db.ts";
import { openRecord } from "../index.ts";
import { NO_DAY } from "../links/key-kinds.ts";
import { unpackList } from "../links/key-list.ts";
import { OldKeys } from "../links/old-keys.ts";
import { packKeys } from "../links/pack.ts";
import { reportRow } from "../rows.ts";
import { onEachBackend, withPlace } from "../testing/backends.ts";
import { entry, item } from "../testing/entries.ts";
import { MIGRATIONS, type Migration, migrate, SCHEMA_VERSION, schemaVersion } from "./index.ts";

onEachBackend("migrations", (backend) => {
  test("a migration that is killed leaves the record as it was and starts over", () =>
    withPlace(backend, async (place) => {
      const database = await openDatabase(await place.target());
      let killed = true;
      const next: Migration = {
        version: SCHEMA_VERSION + 1,
        name: "test",
        async up(db) {
          await sql`create table extra (id integer primary key)`.execute(db);
          if (killed) throw new Error("killed");
        },
      };
      await assert.rejects(migrate(database, [...MIGRATIONS, next]), /killed/);
      assert.equal(await schemaVersion(database.kysely), SCHEMA_VERSION);
      killed = false;
      assert.equal(await migrate(database, [...MIGRATIONS, next]), 1);
      assert.equal(await migrate(database, [...MIGRATIONS, next]), 0);
      await database.kysely.destroy();
    }));

  test("a newer record is refused untouched", () =>
    withPlace(backend, async (place) => {
      const target = await place.target();
      const record = await openRecord(target);
      const run = await record.startRun("read", []);
      await record.write(run, [item(entry("One. Two."))]);
      await record.close();
      const database = await openDatabase(target);
      await sql`insert into chancery_schema values (99, 'later', 'now')`.execute(database.kysely);
      await database.kysely.destroy();
      await assert.rejects(openRecord(target), { code: "record/newer" });
    }));

  test("a record of the first tables is brought up to date, and its reports have no warnings", () =>
    withPlace(backend, async (place) => {
      const target = await place.target();
      const database = await openDatabase(target);
      await migrate(database, MIGRATIONS.slice(0, 1));
      const old = entry("One. Two.");
      const {
        warnings: _warnings,
        charset: _charset,
        ...row
      } = reportRow(old, {
        series: "s",
        version: 1,
        runId: null,
        readAt: "2017-08-10T00:00:00.000Z",
      });
      await database.kysely
        .insertInto("reports")
        .values(row as never)
        .execute();
      await database.kysely.destroy();
      const record = await openRecord(target);
      assert.equal((await record.check()).schemaVersion, SCHEMA_VERSION);
      const { line, report } = await record.getReport(old.report.id);
      assert.deepEqual([line.warnings, report.warnings], [[], undefined]);
      const told = { code: "reading/no-date", message: "No day.", advice: "Give one." };
      const fresh = entry("Three. Four.");
      const run = await record.startRun("read", []);
      await record.write(run, [item({ ...fresh, report: { ...fresh.report, warnings: [told] } })]);
      assert.deepEqual((await record.getReport(fresh.report.id)).report.warnings, [told]);
      await record.close();
    }));

  test("keys that linking kept are put into lists of their days", () =>
    withPlace(backend, async (place) => {
      const database = await openDatabase(await place.target());
      const { kysely: db } = database;
      await migrate(
        database,
        MIGRATIONS.filter(({ version }) => version < 21),
      );
      const kept = { length: 9, retracts: 0, part: "{}", credits: "[]", terms: "", words: "", facts: "[]" };
      const keys = packKeys({
        reportId: "",
        day: 5,
        copy: [9, 3],
        oldCopy: [3],
        story: [2 ** 32 - 1],
        event: [],
      });
      for (const [num, day] of [
        [2, 5],
        [1, 5],
        [3, null],
      ] as const)
        await db
          .insertInto("link_reads")
          .values({ ...kept, num, day, report_id: `r${num}`, keys })
          .execute();
      await migrate(database);
      const lists = await db.selectFrom("link_day_keys").selectAll().orderBy("kind").orderBy("day").execute();
      assert.deepEqual(
        lists.map(({ kind, day, packed }) => {
          const list = unpackList(packed);
          return [kind, day, [...list.keys], [...list.nums]];
        }),
        [
          [0, 5, [3, 3, 9, 9], [1, 2, 1, 2]],
          [0, NO_DAY, [3, 9], [3, 3]],
          [1, 5, [2 ** 32 - 1, 2 ** 32 - 1], [1, 2]],
          [1, NO_DAY, [2 ** 32 - 1], [3]],
        ],
      );
      await db.destroy();
    }));

  test("0022 finds the keys of any age that were in rows", () =>
    withPlace(backend, async (place) => {
      const database = await openDatabase(await place.target());
      const { kysely: db } = database;
      await migrate(
        database,
        MIGRATIONS.filter(({ version }) => version < 22),
      );
      await db
        .insertInto("link_old_keys")
        .values([
          { key: -5, day: 9, num: 1 },
          { key: -5, day: 8, num: 2 },
          { key: 6, day: 8, num: 2 },
        ])
        .execute();
      await migrate(database);
      const found = await writing(database, (tx) =>
        new OldKeys().find(tx, database.kind, Uint32Array.from([6, 7, 2 ** 32 - 5]), 9),
      );
      const numsOf = (key: number) =>
        [...new Set(found.filter((hit) => hit.key === key).flatMap(({ nums }) => nums))].sort();
      assert.deepEqual([2 ** 32 - 5, 6, 7].map(numsOf), [[1, 2], [2], []]);
      await db.destroy();
    }));

  test("four processes that open a new record at once find the same tables", () =>
    withPlace(backend, async (place) => {
      const target = await place.target();
      const records = await Promise.all([1, 2, 3, 4].map(() => openRecord(target)));
      for (const record of records) {
        assert.equal((await record.check()).schemaVersion, SCHEMA_VERSION);
        await record.close();
      }
    }));
});

onEachBackend("what is no record", (backend) => {
  test("is refused with a reason", { skip: backend.name !== "sqlite" && "of files only" }, () =>
    withPlace(backend, async (place) => {
      const path = await place.target();
      await assert.rejects(openRecord(path, { mustExist: true }), { code: "record/none" });
      writeFileSync(
        path,
        "this is a letter, and no database at all, and it is long enough to be read as one".repeat(9),
      );
      await assert.rejects(openRecord(path), { code: "record/not-a-record" });
      await assert.rejects(openRecord("/"), { code: "record/not-a-record" });
      await assert.rejects(openRecord("/nowhere/at/all.db"), { code: "record/no-permission" });
      await assert.rejects(openRecord("postgres://127.0.0.1:1/none"), { code: "record/no-server" });
    }),
  );
});
