/**
 * SAFETY bar 12: poison after poison in the workers, while the main thread goes
 * on answering. Judged by the processor time that the main thread spends between
 * two ticks of a timer, for a busy machine lets any clock stand still.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { digest } from "../base/index.ts";
import { createPool } from "./pool.ts";

const STAGES = new URL("./testing/stand-in-stages.ts", import.meta.url).href;
const POISONS = ["HANG", "THROW", "EXIT", "MEMORY"];
const COUNT = Number(process.env.CHANCERY_POISONS || 8);
const TICK_MS = 10;
const STALL_MS = 100;

const requestOf = (text: string) => ({ id: null, text, date: null, actor: null, recipient: null });

/** The longest stretch of processor time between two ticks so far, in milliseconds. */
function stallMeter() {
  const used = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let [last, longest] = [used(), 0];
  const timer = setInterval(() => {
    const now = used();
    longest = Math.max(longest, now - last);
    last = now;
  }, TICK_MS);
  return { longestMs: () => longest, stop: () => clearInterval(timer) };
}

/** The four kinds at once, a good report beside each. */
const AT_ONCE = POISONS.length;

test(`${COUNT} poisons, ${AT_ONCE} at a time: each is told, the others go on, the main thread is free`, {
  timeout: 600_000,
}, async () => {
  const pool = createPool({
    workers: AT_ONCE,
    stages: STAGES,
    coder: "stand-in",
    // A small heap, so that it is full before a short time is up, on a slow machine too.
    cpuLimitMs: 300,
    heapMb: 32,
    tries: 1,
  });
  const meter = stallMeter();
  const codes = new Set<string>();
  const give = async (n: number) => {
    const poison = POISONS[n % POISONS.length]!;
    const [bad, good] = await Promise.all([
      pool.run({ kind: "filter", request: requestOf(`${poison} ${n}. They met.`) } as const),
      pool.run({ kind: "filter", request: requestOf(`Report ${n}. They met.`) } as const),
    ]);
    assert.equal(good.ok, true, `a report beside ${poison}`);
    assert.equal(bad.ok, false, poison);
    if (!bad.ok) codes.add(`${poison} ${bad.code}`);
  };
  try {
    for (let n = 0; n < COUNT; n += AT_ONCE)
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, COUNT - n) }, (_, i) => give(n + i)));
    // A heap that fills slowly may be given up for its time first.
    codes.delete("MEMORY pipeline/hung");
    assert.deepEqual([...codes].sort(), [
      "EXIT pipeline/worker-lost",
      "HANG pipeline/hung",
      "MEMORY pipeline/out-of-memory",
      "THROW coding/stand-in",
    ]);
    assert.ok(
      meter.longestMs() <= STALL_MS,
      `the main thread was held for ${Math.round(meter.longestMs())} ms`,
    );
  } finally {
    meter.stop();
    await pool.close();
  }
});

test("a worker that is lost is replaced within a second of processor time", async () => {
  const pool = createPool({ workers: 1, stages: STAGES, coder: "stand-in", tries: 1 });
  try {
    await pool.run({ kind: "filter", request: requestOf("They met.") } as const);
    await pool.run({ kind: "filter", request: requestOf("EXIT. They met.") } as const);
    const began = process.cpuUsage();
    const next = await pool.run({ kind: "filter", request: requestOf("They met again.") } as const);
    const { user, system } = process.cpuUsage(began);
    assert.equal(next.ok, true);
    assert.ok((user + system) / 1000 <= 1_000, `${Math.round((user + system) / 1000)} ms`);
  } finally {
    await pool.close();
  }
});

test("a page that is only parsed gets no more time for being long; a feed that hangs is refused", async () => {
  const { timeFactor } = await import("./tasks.ts");
  const page = {
    origin: "-",
    kind: "html",
    content: "x".repeat(3_000_000),
    bytesHash: digest(""),
    given: {},
  } as const;
  assert.equal(timeFactor({ kind: "read", page, today: null }), 1);
  assert.equal(timeFactor({ kind: "filter", request: requestOf("x".repeat(80_000)) }), 2);
  const sent = {
    bytes: Buffer.from("<html>no feed</html>"),
    contentType: null,
    url: "https://outlet.example/feed",
  };
  const pool = createPool({ workers: 1, stages: STAGES, coder: "stand-in" });
  try {
    const parsed = await pool.run({ kind: "feed", sent } as const);
    assert.equal(parsed.ok && !parsed.answer.ok && parsed.answer.refusal.code, "sources/bad-feed");
  } finally {
    await pool.close();
  }
});
