import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type OpenRecord, openRecord } from "./index.ts";
import { onEachBackend, sqliteBackend, withPlace } from "./testing/backends.ts";
import { entry, item, party } from "./testing/entries.ts";
import type { RunItem } from "./types.ts";

const TALKS = "Japan and Russia held talks in Tokyo. They agreed to meet again on Thursday.";
const PROTEST = "Ecuador recalled its ambassador. The ministry gave no reason.";

function talks(report = {}) {
  return entry(TALKS, { date: "2017-08-10", dateBasis: "given", ...report }, [
    {
      word: "held talks",
      at: 0,
      date: "2017-08-09",
      mode: ["meet"] as never,
      actor: [party("JPN", "Japan", 0), party("RUS", "Russia", 10)],
      quantity: [{ start: 0, end: 1, value: 2, unit: "person", text: "J" }],
      content: { event: "CONSULT", mode: [], date: "2017-08-17", endDate: null },
      place: {
        start: 32,
        end: 37,
        text: "Tokyo",
        name: "Tokyo",
        countryCode: "JPN",
        id: null,
        lat: 35.7,
        lon: 139.7,
      },
    },
    { word: "agreed", at: 1, event: "AGREE", actor: [party(null, "They", 39)] },
  ]);
}

async function fill(record: OpenRecord, items: readonly RunItem[]) {
  const run = await record.startRun("read", ["by hand"]);
  const outcomes = await record.write(run, items);
  await record.endRun(run, "done");
  return { run, outcomes, account: await record.account(run) };
}

onEachBackend("write", (backend) => {
  test("a mention comes back as it went in", () =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      const coded = talks();
      await fill(record, [item(coded)]);
      const lines = await record.mentionsOf(coded.report.id);
      assert.deepEqual(
        lines.map((line) => line.mention),
        coded.mentions,
      );
      assert.equal(lines[0]?.text, "Japan and Russia held talks in Tokyo.");
      const stored = await record.getReport(coded.report.id);
      assert.deepEqual(stored.report, coded.report);
      assert.deepEqual(stored.sentences, coded.sentences);
      await record.close();
    }));

  test("writing twice changes nothing and is counted as duplicate", () =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      const items = [item(talks()), item(entry(PROTEST))];
      const first = await fill(record, items);
      assert.deepEqual(first.outcomes, ["stored", "stored"]);
      const before = await record.sums();
      const second = await fill(record, [...items, ...items]);
      assert.deepEqual(second.account, { read: 4, stored: 0, duplicate: 4, refused: 0, quarantined: 0 });
      const { runs: _before, ...rest } = before;
      const { runs: _after, ...after } = await record.sums();
      assert.deepEqual(after, rest);
      await record.close();
    }));

  test("the same report twice in one batch is stored once", () =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      const { outcomes } = await fill(record, [item(talks()), item(talks())]);
      assert.deepEqual(outcomes, ["stored", "duplicate"]);
      await record.close();
    }));

  test("a changed text under one URL is the next version and the old one stays", () =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      const url = "https://example.org/talks";
      const old = talks({ url });
      const corrected = entry(`${TALKS} This report was corrected.`, { url, date: "2017-08-10" }, [
        { word: "held talks", at: 0 },
      ]);
      await fill(record, [item(old)]);
      await fill(record, [item(corrected)]);
      const current = await record.listReports({}, { limit: 10 });
      assert.deepEqual(
        current.lines.map((line) => [line.id, line.version, line.current]),
        [[corrected.report.id, 2, true]],
      );
      const all = await record.listReports({ allVersions: true }, { limit: 10 });
      assert.equal(all.lines.length, 2);
      assert.equal((await record.listMentions({}, { limit: 10 })).lines.length, 1);
      // Reading the old text again brings nothing back.
      const again = await fill(record, [item(old)]);
      assert.deepEqual(again.outcomes, ["duplicate"]);
      // With the newest forgotten the older one is current again.
      const forgotten = await record.forget(corrected.report.id);
      assert.equal(forgotten?.nowCurrent, old.report.id);
      assert.deepEqual((await record.check()).problems, []);
      await record.close();
    }));

  test("two versions in one batch", () =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      const [one, two] = [entry("One text.", { givenId: "7" }), entry("Another text.", { givenId: "7" })];
      await fill(record, [item(one), item(two)]);
      const { lines } = await record.listReports({}, { limit: 10 });
      assert.deepEqual(
        lines.map((line) => [line.id, line.version]),
        [[two.report.id, 2]],
      );
      assert.deepEqual((await record.check()).problems, []);
      await record.close();
    }));

  test("the account adds up and refusals and the quarantine keep their reasons", () =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      const coded = talks();
      const input = { origin: "a.jsonl#3", message: "Line 3 is no JSON.", inputHash: "ab" };
      const { account, run } = await fill(record, [
        item(coded),
        // An input that ends otherwise leaves the quarantine, so this one is another.
        {
          kind: "refused",
          refused: { ...input, inputHash: "cd", code: "sources/bad-json", advice: null },
        },
        { kind: "quarantined", quarantined: { ...input, stage: "coding", code: "pipeline/hung", tries: 3 } },
        { kind: "duplicate", reportId: coded.report.id },
      ]);
      assert.deepEqual(account, { read: 4, stored: 1, duplicate: 1, refused: 1, quarantined: 1 });
      assert.equal((await record.refusals(run))[0]?.code, "sources/bad-json");
      const [held] = (await record.listQuarantine({ limit: 5 })).lines;
      assert.equal(held?.tries, 3);
      // An input that is stored later leaves the quarantine.
      await fill(record, [{ kind: "coded", entry: entry(PROTEST), inputHash: "ab" }]);
      assert.deepEqual((await record.listQuarantine({ limit: 5 })).lines, []);
      await record.close();
    }));

  test("forget takes everything that rests on the report", () =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      const coded = talks();
      await fill(record, [item(coded), item(entry(PROTEST))]);
      assert.equal((await record.forget(coded.report.id))?.mentions, 2);
      assert.equal(await record.forget(coded.report.id), null);
      assert.equal((await record.listMentions({ search: "talks" }, { limit: 5 })).lines.length, 0);
      const check = await record.check();
      assert.deepEqual(check.problems, []);
      assert.deepEqual(
        [check.counts.reports, check.counts.mentions, check.counts.mention_parties, check.counts.sentences],
        [1, 0, 0, 2],
      );
      await record.close();
    }));

  test("coding again replaces mentions and keeps their ids", () =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      const coded = talks();
      await fill(record, [item(coded)]);
      const before = await record.mentionsOf(coded.report.id);
      const [first] = coded.mentions;
      assert.ok(first);
      await record.replaceCoding([
        { ...coded, mentions: [{ ...first, event: "COOPERATE" }], coder: "newer" },
      ]);
      const after = await record.mentionsOf(coded.report.id);
      assert.deepEqual(
        [after.length, after[0]?.id, after[0]?.mention.event],
        [1, before[0]?.id, "COOPERATE"],
      );
      assert.equal((await record.getReport(coded.report.id)).coder, "newer");
      assert.equal((await record.listMentions({ search: "Tokyo" }, { limit: 5 })).lines.length, 1);
      assert.deepEqual((await record.check()).problems, []);
      await record.close();
    }));

  test("NUL and lone surrogates are kept at their place as U+FFFD", () =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      const coded = entry("A\0B \ud800 and ‘Ω’ \u{1f600} end.", { title: "x\0y", origin: "o\0" }, [
        { word: "end", at: 0 },
      ]);
      await fill(record, [item(coded)]);
      const { report } = await record.getReport(coded.report.id);
      assert.equal(report.text, "A\ufffdB \ufffd and ‘Ω’ \u{1f600} end.");
      const [line] = await record.mentionsOf(coded.report.id);
      const { start = 0, end = 0 } = line?.mention.trigger ?? {};
      assert.equal(report.text.slice(start, end), "end");
      await record.close();
    }));
});

test("what is forgotten is no longer in the file (sqlite)", () =>
  withPlace(sqliteBackend, async (place) => {
    const path = await place.target();
    const record = await openRecord(path);
    const secret = entry("Zanzibarquux met nobody. Nothing else.", { title: "Zanzibarquux" }, [
      { word: "met", at: 0, actor: [party(null, "Zanzibarquux", 0)] },
    ]);
    await fill(record, [item(secret), item(entry(PROTEST))]);
    await record.close();
    const holds = () => readFileSync(path).toString("latin1").toLowerCase().includes("zanzibarquux");
    assert.ok(holds());
    const again = await openRecord(path);
    await again.forget(secret.report.id);
    await again.close();
    assert.ok(!holds());
  }));
