/** A question that takes too long on SQLite: it is broken off with what to do, others are answered meanwhile and after it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Answer, reports, withServed } from "./testing/serving.ts";

const LIMIT_MS = 2_000;
/** Every day of ten thousand years. */
const ENDLESS = "/api/v1/counts?by=actor,day&zero_fill=1&since=0001-01-01&until=9999-12-31";

test("what takes too long ends with 503; what waits behind it is answered", async () => {
  await withServed(
    reports(3),
    async ({ ask, json }) => {
      assert.equal((await json("/api/v1/events")).data.length, 6);
      const began = performance.now();
      const endless = ask(ENDLESS);
      const behind = [json("/api/v1/reports"), json("/api/v1/counts?by=type")] as const;
      // What needs no record is not kept waiting.
      assert.equal((await ask("/api/v1/openapi.json")).status, 200);
      assert.ok(performance.now() - began < LIMIT_MS);
      const answer = await endless;
      assert.equal(answer.status, 503);
      const problem = (await answer.json()) as Answer;
      assert.equal(problem.code, "record/too-slow");
      assert.match(problem.advice, /Narrow the filter/);
      const [all, counts] = await Promise.all(behind);
      assert.equal(all.data.length, 3);
      assert.equal(counts.data.length, 2);
      assert.equal((await json("/api/v1/mentions")).data.length, 6);
    },
    { linked: true, limitMs: LIMIT_MS },
  );
});
