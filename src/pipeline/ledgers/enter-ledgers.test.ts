/** Ledgers in the record, on both databases: order of arrival, rebuild, versions, forgetting. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type OpenRecord, openRecord } from "../../record/index.ts";
import { onEachBackend, withPlace } from "../../record/testing/backends.ts";
import { item } from "../../record/testing/entries.ts";
import type { CodedEntry, LedgerFilter } from "../../record/types.ts";
import { enterLedgers } from "./enter-ledgers.ts";
import { state, told } from "./testing/told.ts";

const TREATY = [
  told("a", "2010-09-15", "Norway and Russia signed the treaty on the border in the north.", {}),
  told("b", "2011-07-07", "The treaty on the border in the north came into force.", {
    step: "in force",
    known: true,
  }),
  told("c", "2011-06-07", "Norway ratified the treaty on the border in the north.", {
    step: "ratified",
    by: [state("NOR")],
    known: true,
  }),
];
const BAN = told("d", "2014-08-07", "Russia banned imports of food from Norway.", {
  ledger: "measure",
  step: "adopted",
  kind: "ban",
  by: [state("RUS")],
  on: [state("NOR")],
  about: "imports of food",
});

async function all(record: OpenRecord) {
  const request = { limit: 100 };
  return {
    measures: (await record.listMeasures({}, request)).lines,
    agreements: (await record.listAgreements({}, request)).lines,
  };
}

async function read(record: OpenRecord, entries: readonly CodedEntry[]): Promise<void> {
  const run = await record.startRun("test", []);
  for (const one of entries) {
    await record.write(run, [item(one)]);
    await enterLedgers(record);
  }
}

onEachBackend("ledgers in the record", (backend) => {
  const opened = (act: (record: OpenRecord) => Promise<void>) =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      try {
        await act(record);
      } finally {
        await record.close();
      }
    });

  test("entries are the same in any order, and as when all are entered anew", async () => {
    const seen: Awaited<ReturnType<typeof all>>[] = [];
    for (const order of [
      [...TREATY, BAN],
      [BAN, ...TREATY.toReversed()],
    ])
      await opened(async (record) => {
        await read(record, order);
        const entered = await all(record);
        await enterLedgers(record, true);
        assert.deepEqual(await all(record), entered);
        seen.push(entered);
      });
    assert.deepEqual(seen[1], seen[0]);
    const lives = seen[0]!.agreements.map(({ entry: one }) => one.life.map(({ step }) => step));
    assert.deepEqual(lives, [["signed", "ratified", "in force"]]);
    assert.equal(seen[0]!.measures.length, 1);
  });

  test("a forgotten report leaves the entries; the others stay", async () => {
    await opened(async (record) => {
      await read(record, TREATY);
      await record.forget(TREATY[1]!.report.id);
      await enterLedgers(record);
      const { agreements } = await all(record);
      assert.deepEqual(
        agreements[0]?.entry.life.map(({ step }) => step),
        ["signed", "ratified"],
      );
      await record.forget(TREATY[0]!.report.id);
      await record.forget(TREATY[2]!.report.id);
      await enterLedgers(record);
      assert.deepEqual((await all(record)).agreements, []);
    });
  });

  test("a new version of a report takes the place of the old one, until it is forgotten", async () => {
    await opened(async (record) => {
      const next = told("a", "2010-09-15", "Norway and Russia signed the treaty on the border at sea.", {
        about: "the border at sea",
      });
      await read(record, [TREATY[0]!, next]);
      const about = async () => (await all(record)).agreements.map(({ entry: one }) => one.about[0]?.value);
      assert.deepEqual(await about(), ["the border at sea"]);
      await record.forget(next.report.id);
      await enterLedgers(record);
      assert.deepEqual(await about(), ["the border in the north"]);
    });
  });

  test("filters narrow a list, and an id opens an entry with its sentences", async () => {
    await opened(async (record) => {
      await read(record, [...TREATY, BAN]);
      const count = async (filter: LedgerFilter) =>
        (await record.listMeasures(filter, { limit: 10 })).lines.length;
      assert.equal(await count({ actor: "RUS" }), 1);
      assert.equal(await count({ actor: "NOR" }), 0);
      assert.equal(await count({ recipient: "NOR", types: ["ban"] }), 1);
      assert.equal(await count({ between: ["NOR", "RUS"], since: "2014-01-01", until: "2014-12-31" }), 1);
      assert.equal(await count({ since: "2015-01-01" }), 0);
      assert.equal(await count({ search: "food imports" }), 1);
      assert.equal(await count({ report: "d" }), 1);
      assert.equal(await count({ search: "100%_'; drop" }), 0);
      const [line] = (await record.listMeasures({}, { limit: 10 })).lines;
      const found = await record.findEntry("measure", line!.entry.id.slice(0, 8));
      assert.deepEqual(
        found.clues.map(({ text }) => text),
        ["Russia banned imports of food from Norway."],
      );
      await assert.rejects(record.findEntry("contact", "l_0"), { code: "record/not-found" });
    });
  });

  test("a page goes on where the last one ended", async () => {
    await opened(async (record) => {
      const other = told("e", "2020-01-01", "Norway and Chile signed a treaty on fish.", {
        by: [state("NOR"), state("CHL")],
        about: "fish",
      });
      await read(record, [...TREATY, other]);
      const first = await record.listAgreements({}, { limit: 1 });
      const second = await record.listAgreements({}, { limit: 1, after: first.next });
      assert.deepEqual(
        [...first.lines, ...second.lines].map(({ entry: one }) => one.date),
        ["2010-09-15", "2020-01-01"],
      );
      assert.equal(second.next, null);
    });
  });
});
