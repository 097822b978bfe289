import assert from "node:assert/strict";
import { test } from "node:test";
import { createPool } from "./pool.ts";

const STAGES = new URL("./testing/thread-stages.ts", import.meta.url).href;

test("of two busy workers one reads all pages", async () => {
  const pool = createPool({ workers: 2, stages: STAGES, coder: "test" });
  const code = (n: number) =>
    pool.run({
      kind: "filter",
      request: { id: null, text: `They met ${n}.`, date: null, actor: null, recipient: null },
    });
  const read = async (n: number) => {
    const page = {
      origin: `page-${n}`,
      kind: "text",
      content: "They met.",
      bytesHash: "",
      given: {},
    } as const;
    const result = await pool.run({ kind: "read", page, today: null });
    return result.ok && !result.answer.ok ? result.answer.refusal.message : "";
  };
  try {
    await Promise.all([code(0), code(1)]);
    const before = Array.from({ length: 12 }, (_, n) => code(n));
    const reading = Array.from({ length: 12 }, (_, n) => read(n));
    const behind = Array.from({ length: 60 }, (_, n) => code(n));
    const threads = await Promise.all(reading);
    assert.match(threads[0]!, /^thread \d+$/);
    assert.equal(new Set(threads).size, 1, threads.join(", "));
    const coded = await Promise.all([...before, ...behind]);
    assert.ok(coded.every(({ ok }) => ok));
  } finally {
    await pool.close();
  }
});
