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
import { readInto } from "./run.ts";
import type { SourceItem } from "./types.ts";

const STAGES = new URL("./testing/stand-in-stages.ts", import.meta.url).href;
const PAGES = 60;
const ROUNDS = 10;
const CLIENTS = 4;

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

/** Lehmer's generator. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items];
  for (let n = mixed.length - 1; n > 0; n -= 1) {
    const other = Math.floor(random() * (n + 1));
    [mixed[n], mixed[other]] = [mixed[other]!, mixed[n]!];
  }
  return mixed;
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** One reading, stopped after so many ends where a number is given. Its account adds up. */
async function reading(record: OpenRecord, items: readonly SourceItem[], stopAfter: number): Promise<void> {
  const stop = new AbortController();
  let ends = 0;
  const { account } = await readInto({
    record,
    pool,
    source: each(items),
    names: ["test"],
    window: 8,
    onEnd: () => {
      ends += 1;
      if (ends === stopAfter) stop.abort();
    },
    signal: stop.signal,
  });
  const { read, stored, duplicate, refused, quarantined } = account;
  assert.equal(read, stored + duplicate + refused + quarantined);
  assert.equal(read, ends);
}

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
  test(`${ROUNDS} shuffled and interrupted readings by ${CLIENTS} clients are one reading`, () =>
    withPlace(backend, async (place) => {
      const clean = await openRecord(await place.target());
      await reading(clean, ITEMS, 0);
      const expected = await contentOf(clean);
      await clean.close();

      const target = await place.target();
      const random = generator(20170810);
      const clients: OpenRecord[] = [];
      for (let n = 0; n < CLIENTS; n += 1) clients.push(await openRecord(target));
      for (let round = 0; round < ROUNDS; round += 1) {
        const isLast = round === ROUNDS - 1;
        await Promise.all(
          clients.map((record) =>
            reading(record, shuffled(ITEMS, random), isLast ? 0 : 1 + Math.floor(random() * PAGES)),
          ),
        );
      }
      assert.deepEqual(await contentOf(clients[0]!), expected);
      for (const record of clients) await record.close();
    }));
});
