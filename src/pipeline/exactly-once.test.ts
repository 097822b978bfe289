/**
 * The same pages read ten times over, in shuffled order, by four clients at once
 * with stops in between, give the rows of one clean reading (SAFETY bar 31); a
 * killed process is tried in views/cli/kill.test.ts. The seed is fixed.
 */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { digest } from "../base/index.ts";
import { type OpenRecord, openRecord } from "../record/index.ts";
import { onEachBackend, withPlace } from "../record/testing/backends.ts";
import { createPool } from "./pool.ts";
import { readManyTimes, readOnce } from "./testing/many-readings.ts";
import type { SourceItem } from "./types.ts";

const STAGES = new URL("./testing/stand-in-stages.ts", import.meta.url).href;
const PAGES = 60;

const pool = createPool({ workers: 2, stages: STAGES, coder: "stand-in" });
after(() => pool.close());

const ITEMS: readonly SourceItem[] = Array.from({ length: PAGES }, (_, n) => {
  const content = n % 20 === 7 ? `FOREIGN ${n}.` : `Report ${n} says so. Kenya and Ghana met. They spoke.`;
  const given = { url: `https://example.org/${n}`, date: "2020-01-01" };
  return {
    kind: "page",
    page: { origin: `page-${n}`, kind: "text", content, bytesHash: digest(content), given },
  };
});

const READINGS = { pool, items: ITEMS, rounds: 10, clients: 4, window: 8 };

/** The rows that rest on one report each, without who read it when. What joins reports has tests of its own. */
async function contentOf(record: OpenRecord): Promise<unknown> {
  const { reports, sections, datelines, sentences, mentions, mention_parties, times, quarantine } =
    await record.sums();
  const sums = { sections, datelines, sentences, mentions, mention_parties, times, quarantine };
  const { lines } = await record.listReports({ allVersions: true }, { limit: 1000 });
  const kept = lines.map(({ readAt: _readAt, ...line }) => line).sort((a, b) => (a.id < b.id ? -1 : 1));
  assert.equal(kept.length, reports.rows);
  assert.deepEqual((await record.check()).problems, []);
  return { sums, kept };
}

onEachBackend("exactly once", (backend) => {
  test(`${READINGS.rounds} shuffled and interrupted readings by ${READINGS.clients} clients are one reading`, () =>
    withPlace(backend, async (place) => {
      const clean = await openRecord(await place.target());
      await readOnce(clean, READINGS);
      const expected = await contentOf(clean);
      await clean.close();
      const records = await readManyTimes(await place.target(), READINGS);
      assert.deepEqual(await contentOf(records[0]!), expected);
      for (const record of records) await record.close();
    }));
});
