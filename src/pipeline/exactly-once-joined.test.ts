/**
 * What joins reports (copies, stories, events, contradictions, statements,
 * ledgers), written in the run that reads them: the examples read ten times
 * over, in shuffled order, by two clients at once with stops in between, give
 * what one clean reading gives (SAFETY bar 31). Coded by the real stages, each
 * report once; the seed is fixed.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { type OpenRecord, openRecord } from "../record/index.ts";
import { onEachBackend, withPlace } from "../record/testing/backends.ts";
import { loadStages } from "./index.ts";
import type { Pool } from "./pool.ts";
import { readInto } from "./run.ts";
import { sourceItems } from "./sources.ts";
import { type Answers, perform, type Task } from "./tasks.ts";
import type { SourceItem } from "./types.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));
const ROUNDS = 10;
const CLIENTS = 2;
/** The end of the list, so that nothing is left out of the comparison. */
const ALL = { limit: 1_000 };

/** A pool in this thread that does each task once and remembers its answer. */
async function rememberingPool(): Promise<Pool> {
  const stages = await loadStages();
  const done = new Map<string, Answers[Task["kind"]]>();
  return {
    run: async (task) => {
      const key = task.kind === "read" ? `read ${task.page.origin}` : `code ${JSON.stringify(task)}`;
      const answer = done.get(key) ?? perform(stages, task, "test");
      done.set(key, answer);
      return { ok: true, answer: answer as never };
    },
    rest: async () => {},
    close: async () => {},
  };
}

async function examples(): Promise<SourceItem[]> {
  const items: SourceItem[] = [];
  for await (const item of sourceItems([EXAMPLES])) items.push(item);
  return items;
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

async function reading(
  record: OpenRecord,
  pool: Pool,
  items: readonly SourceItem[],
  stopAfter: number,
): Promise<void> {
  const stop = new AbortController();
  let ends = 0;
  const onEnd = () => {
    ends += 1;
    if (ends === stopAfter) stop.abort();
  };
  const { signal } = stop;
  await readInto({ record, pool, source: each(items), names: ["test"], window: 4, onEnd, signal });
}

/** Everything that joins reports, without what tells the order of arrival. */
async function joined(record: OpenRecord): Promise<Record<string, readonly unknown[]>> {
  const reports = (await record.listReports({}, ALL)).lines;
  return {
    reports: reports.map(({ id, storyId }) => [id, storyId]).sort(),
    mentions: (await record.listMentions({}, ALL)).lines.map(({ id, eventId }) => [id, eventId]),
    events: (await record.listEvents({}, ALL)).lines,
    stories: (await record.listStories({}, ALL)).lines,
    copies: (await record.listCopies({}, ALL)).lines,
    contradictions: (await record.listContradictions({}, ALL)).lines,
    statements: (await record.listStatements({}, ALL)).lines,
    measures: (await record.listMeasures({}, ALL)).lines,
    agreements: (await record.listAgreements({}, ALL)).lines,
    contacts: (await record.listContacts({}, ALL)).lines,
    inquiries: (await record.listInquiries({}, ALL)).lines,
  };
}

onEachBackend("exactly once, joined", (backend) => {
  test(`${ROUNDS} shuffled and interrupted readings by ${CLIENTS} clients link, join and enter as one does`, () =>
    withPlace(backend, async (place) => {
      const pool = await rememberingPool();
      const items = await examples();
      const clean = await openRecord(await place.target());
      await reading(clean, pool, items, 0);
      const expected = await joined(clean);
      await clean.close();
      for (const [name, lines] of Object.entries(expected))
        if (name !== "inquiries") assert.ok(lines.length > 0, `the examples have ${name}`);

      const target = await place.target();
      const random = generator(20170810);
      const clients: OpenRecord[] = [];
      for (let n = 0; n < CLIENTS; n += 1) clients.push(await openRecord(target));
      for (let round = 0; round < ROUNDS; round += 1) {
        const isLast = round === ROUNDS - 1;
        await Promise.all(
          clients.map((record) =>
            reading(
              record,
              pool,
              shuffled(items, random),
              isLast ? 0 : 1 + Math.floor(random() * items.length),
            ),
          ),
        );
      }
      const found = await joined(clients[0]!);
      for (const [name, lines] of Object.entries(expected)) assert.deepEqual(found[name], lines, name);
      assert.deepEqual((await clients[0]!.check()).problems, []);
      for (const record of clients) await record.close();
    }));
});
