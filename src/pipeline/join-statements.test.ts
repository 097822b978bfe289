/** Statements of the same words over reports: one line, whatever the order in which the reports come. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openDatabase } from "../record/db.ts";
import { type OpenRecord, openRecord } from "../record/index.ts";
import { onEachBackend, sqliteBackend, withPlace } from "../record/testing/backends.ts";
import { entry, item, speaker, statement } from "../record/testing/entries.ts";
import type { CodedEntry } from "../record/types.ts";
import { joinStatements } from "./join-statements.ts";

const WORDS = "“The sanctions will stay until every prisoner is free, and not one day less,”";
const SHORT = "“The sanctions will stay until every prisoner is free,”";

function told(day: string, outlet: string, words: string, who: string | null, url?: string): CodedEntry {
  const text = `${words} ${who ?? "somebody"} said in ${outlet}.`;
  const id = who === null ? [] : [speaker(text, who, { id: `person/${who}`, name: who, code: "DEU" })];
  return {
    ...entry(text, { date: day, outlet, ...(url === undefined ? {} : { url }) }),
    statements: [statement(text, words, { kind: "direct", speakers: id })],
  };
}

const ENTRIES: readonly CodedEntry[] = [
  told("2017-08-02", "A", WORDS, "Merkel"),
  told("2017-08-01", "B", WORDS, null),
  told("2017-08-03", "C", SHORT, "Merkel"),
  told("2017-08-01", "D", WORDS, "Macron"),
  told("2017-11-01", "E", WORDS, "Merkel"),
];

async function groups(record: OpenRecord): Promise<string[]> {
  const { lines } = await record.listStatements({}, { limit: 100 });
  return lines.map(({ tellings }) => tellings.map(({ citation }) => citation.outlet).join("+"));
}

async function write(record: OpenRecord, entries: readonly CodedEntry[]): Promise<void> {
  const run = await record.startRun("read", []);
  await record.write(run, entries.map(item));
}

const ORDERS = [
  [0, 1, 2, 3, 4],
  [4, 3, 2, 1, 0],
  [2, 4, 0, 3, 1],
];

onEachBackend("the same words in many reports", (backend) => {
  test("are one statement, in any order and any batches", () =>
    withPlace(backend, async (place) => {
      const found: string[][] = [];
      for (const order of ORDERS)
        for (const size of [1, 5]) {
          const record = await openRecord(await place.target());
          for (let at = 0; at < order.length; at += size) {
            await write(
              record,
              order.slice(at, at + size).map((index) => ENTRIES[index]!),
            );
            await joinStatements(record);
          }
          found.push((await groups(record)).sort());
          assert.deepEqual((await record.check()).problems, []);
          await record.close();
        }
      for (const one of found) assert.deepEqual(one, found[0]);
      assert.equal(found[0]!.length, 3);
      assert.ok(found[0]!.some((outlets) => outlets.includes("A") && outlets.includes("C")));
      assert.ok(found[0]!.includes("E"), "three months later they are said anew");
    }));

  test("forgetting one and coding one again leaves what a fresh record has", () =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      await write(record, ENTRIES);
      await joinStatements(record);
      const [first, second, third] = ENTRIES;
      await record.replaceCoding([first!]);
      await record.forget(second!.report.id);
      await joinStatements(record);
      const fresh = await openRecord(await place.target());
      await write(fresh, [first!, third!, ENTRIES[3]!, ENTRIES[4]!]);
      await joinStatements(fresh);
      assert.deepEqual((await groups(record)).sort(), (await groups(fresh)).sort());
      assert.deepEqual((await record.check()).problems, []);
      await record.close();
      await fresh.close();
    }));

  test("of one speaker and day are compared once, whoever comes first and whoever goes", () =>
    withPlace(backend, async (place) => {
      const copies = ["F", "G", "H", "I"].map((outlet) => told("2017-08-02", outlet, WORDS, "Merkel"));
      const target = await place.target();
      const [record, { kysely: db }] = [await openRecord(target), await openDatabase(target)];
      await write(record, [ENTRIES[2]!, copies[0]!]);
      await joinStatements(record);
      const ties = async () => (await db.selectFrom("statement_ties").selectAll().execute()).length;
      assert.equal(await ties(), 1);
      for (const copy of [...copies.slice(1), ENTRIES[0]!]) {
        await write(record, [copy]);
        await joinStatements(record);
      }
      assert.equal(await ties(), 1, "one tie, that of the words with their shortened form");
      assert.deepEqual(
        (await groups(record)).map((outlets) => outlets.split("+").sort().join("+")),
        ["A+C+F+G+H+I"],
      );
      for (const copy of copies) {
        await record.forget(copy.report.id);
        await joinStatements(record);
        assert.deepEqual((await record.check()).problems, []);
      }
      assert.deepEqual(await groups(record), ["A+C"]);
      assert.equal(await ties(), 1);
      await db.destroy();
      await record.close();
    }));

  test("a new version takes the place of the old one", () =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      const url = "https://example.org/a";
      await write(record, [told("2017-08-02", "A", WORDS, "Merkel", url), ENTRIES[2]!]);
      await joinStatements(record);
      await write(record, [told("2017-08-02", "A, corrected", WORDS, "Merkel", url)]);
      await joinStatements(record);
      assert.deepEqual(await groups(record), ["A, corrected+C"]);
      assert.deepEqual((await record.check()).problems, []);
      await record.close();
    }));
});

test("a backup holds statements and what joins them", () =>
  withPlace(sqliteBackend, async (place) => {
    const record = await openRecord(await place.target());
    await write(record, ENTRIES);
    await joinStatements(record);
    const file = `${await place.target()}.backup`;
    const sums = await record.backup(file);
    assert.ok(sums.statements.rows === 5 && sums.statement_ties.rows > 0);
    const other = await openRecord(await place.target());
    assert.deepEqual(await other.restore(file), sums);
    assert.deepEqual(await groups(other), await groups(record));
    await record.close();
    await other.close();
  }));
