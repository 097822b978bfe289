/**
 * For the tests of "exactly once": the same items read again and again into one
 * record, in shuffled order, by several clients at once with stops in between.
 * The last round is not stopped, so that in the end all is read.
 */
import assert from "node:assert/strict";
import { type OpenRecord, openRecord } from "../../record/index.ts";
import type { Pool } from "../pool.ts";
import { readInto } from "../run.ts";
import type { SourceItem } from "../types.ts";

const SEED = 20170810;

export interface Readings {
  readonly pool: Pool;
  readonly items: readonly SourceItem[];
  readonly rounds: number;
  readonly clients: number;
  /** Items under way at once. */
  readonly window: number;
}

/** The clients' records after all rounds. */
export async function readManyTimes(target: string, readings: Readings): Promise<OpenRecord[]> {
  const { items, rounds } = readings;
  const random = generator(SEED);
  const records: OpenRecord[] = [];
  for (let n = 0; n < readings.clients; n += 1) records.push(await openRecord(target));
  for (let round = 1; round <= rounds; round += 1) {
    const stop = () => (round === rounds ? 0 : 1 + Math.floor(random() * items.length));
    await Promise.all(
      records.map((record) => readOnce(record, { ...readings, items: shuffled(items, random) }, stop())),
    );
  }
  return records;
}

/** One reading, stopped after so many ends where a number is given. Its account adds up. */
export async function readOnce(
  record: OpenRecord,
  { pool, items, window }: Pick<Readings, "pool" | "items" | "window">,
  stopAfter = 0,
): Promise<void> {
  const stop = new AbortController();
  let ends = 0;
  const { account } = await readInto({
    record,
    pool,
    source: each(items),
    names: ["test"],
    window,
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

/** Lehmer's generator. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
