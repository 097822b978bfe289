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
import { sourceItems } from "./sources.ts";
import { type Answers, perform, type Task } from "./tasks.ts";
import { readManyTimes, readOnce } from "./testing/many-readings.ts";
import type { SourceItem } from "./types.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));
const ROUNDS = { rounds: 10, clients: 2, window: 4 };
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
  test(`${ROUNDS.rounds} shuffled and interrupted readings by ${ROUNDS.clients} clients link, join and enter as one does`, () =>
    withPlace(backend, async (place) => {
      const readings = { ...ROUNDS, pool: await rememberingPool(), items: await examples() };
      const clean = await openRecord(await place.target());
      await readOnce(clean, readings);
      const expected = await joined(clean);
      await clean.close();
      for (const [name, lines] of Object.entries(expected))
        if (name !== "inquiries") assert.ok(lines.length > 0, `the examples have ${name}`);

      const records = await readManyTimes(await place.target(), readings);
      const found = await joined(records[0]!);
      for (const [name, lines] of Object.entries(expected)) assert.deepEqual(found[name], lines, name);
      assert.deepEqual((await records[0]!.check()).problems, []);
      for (const record of records) await record.close();
    }));
});
