/** Ledgers beside linking, on both databases: copies add no line of reporting; decisions and a new linking enter them again. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type OpenRecord, openRecord } from "../../record/index.ts";
import { onEachBackend, withPlace } from "../../record/testing/backends.ts";
import { item } from "../../record/testing/entries.ts";
import { linkRecord } from "../linking/link-record.ts";
import { enterLedgers } from "./enter-ledgers.ts";
import { told } from "./testing/told.ts";

const WIRE =
  "Norway and Russia signed the treaty on the border in the north after four decades of talks, and fishermen on both sides of the sea cheered the end of a long quarrel.";
const REPORTS = [
  told("a", "2010-09-15", WIRE, {}),
  told("b", "2010-09-15", WIRE, {}),
  told("c", "2010-09-16", "Oslo and Moscow have put an end to their quarrel about the northern border.", {
    day: { date: "2010-09-15", endDate: "2010-09-15", basis: "stated" },
  }),
];

async function link(record: OpenRecord): Promise<void> {
  await linkRecord(record);
  await enterLedgers(record);
}

const agreements = async (record: OpenRecord) => (await record.listAgreements({}, { limit: 10 })).lines;

/** What is entered step by step is what a rebuild gives. */
async function checkRebuilt(record: OpenRecord): Promise<void> {
  const entered = await agreements(record);
  await enterLedgers(record, true);
  assert.deepEqual(await agreements(record), entered);
}

onEachBackend("ledgers beside linking", (backend) => {
  const opened = (act: (record: OpenRecord) => Promise<void>) =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      try {
        const run = await record.startRun("test", []);
        for (const one of REPORTS) await record.write(run, [item(one)]);
        await link(record);
        await act(record);
      } finally {
        await record.close();
      }
    });

  test("a copy adds a report and no line of reporting", async () => {
    await opened(async (record) => {
      const [line] = await agreements(record);
      assert.deepEqual([line!.entry.reports.length, line!.entry.lines], [3, 2]);
      assert.equal(line!.entry.life[0]?.lines, 2);
      await checkRebuilt(record);
    });
  });

  test("stories that a person joins or splits, and a new linking, enter them again", async () => {
    await opened(async (record) => {
      const [a, , c] = REPORTS.map(({ report }) => report.id);
      const decided = await record.decide({ kind: "story", verdict: "join", a: a!, b: c! });
      await link(record);
      await checkRebuilt(record);
      await record.undecide(decided.id);
      await record.decide({ kind: "story", verdict: "split", a: a!, b: c! });
      await link(record);
      await checkRebuilt(record);
      await record.unlinkAll();
      await link(record);
      await checkRebuilt(record);
      assert.equal((await agreements(record)).length, 1);
    });
  });
});
