import assert from "node:assert/strict";
import { test } from "node:test";
import { digest } from "../base/index.ts";
import { type OpenRecord, openRecord } from "../record/index.ts";
import { createPool, type PoolSettings } from "./pool.ts";
import { readInto } from "./run.ts";
import type { InputEnd, SourceItem } from "./types.ts";

const STAGES = new URL("./testing/stand-in-stages.ts", import.meta.url).href;

function page(content: string, n: number): SourceItem {
  return {
    kind: "page",
    page: {
      origin: `page-${n}`,
      kind: "text",
      content,
      bytesHash: digest(content),
      given: { date: "2020-01-01" },
    },
  };
}

async function* pages(contents: readonly string[]): AsyncGenerator<SourceItem> {
  for (const [n, content] of contents.entries()) yield page(content, n);
}

async function readAll(
  source: AsyncIterable<SourceItem>,
  settings: Partial<PoolSettings> & {
    record?: OpenRecord;
    signal?: AbortSignal;
    onEnd?: (ends: readonly InputEnd[]) => void;
  } = {},
) {
  const { record = await openRecord(":memory:"), signal, onEnd, ...rest } = settings;
  const pool = createPool({ workers: 2, stages: STAGES, coder: "stand-in", ...rest });
  const ends: InputEnd[] = [];
  try {
    const result = await readInto({
      record,
      pool,
      source,
      names: ["test"],
      window: 16,
      onEnd: (end) => {
        ends.push(end);
        onEnd?.(ends);
      },
      ...(signal === undefined ? {} : { signal }),
    });
    return { record, result, ends };
  } finally {
    await pool.close();
  }
}

const TEXTS = Array.from({ length: 120 }, (_, n) => `Report ${n}. Kenya and Ghana met. They spoke.`);

test("everything lands in order and the account adds up", async () => {
  const mixed = [...TEXTS.slice(0, 60), "", "FOREIGN words.", ...TEXTS.slice(50, 120)];
  const { record, result, ends } = await readAll(pages(mixed));
  assert.deepEqual(result.account, { read: 132, stored: 120, duplicate: 10, refused: 2, quarantined: 0 });
  assert.equal(result.mentions, 240);
  assert.deepEqual(
    ends.map((end) => end.origin),
    mixed.map((_, n) => `page-${n}`),
  );
  assert.deepEqual((await record.check()).problems, []);
  await record.close();
});

test("a page that came before, to the byte, is not read again", async () => {
  const record = await openRecord(":memory:");
  const pool = createPool({ workers: 1, stages: STAGES, coder: "stand-in" });
  const done: string[] = [];
  const counted: typeof pool = {
    ...pool,
    run: (task) => {
      done.push(task.kind);
      return pool.run(task);
    },
  };
  async function* source(): AsyncGenerator<SourceItem> {
    yield* pages(["They met.", "They met.", "They spoke.", "They met."]);
    const dated = page("They met.", 4);
    if (dated.kind === "page") yield { ...dated, page: { ...dated.page, given: { date: "2020-01-02" } } };
  }
  try {
    const settings = { record, pool: counted, source: source(), names: ["test"], window: 1 };
    const { account } = await readInto(settings);
    assert.deepEqual(account, { read: 5, stored: 2, duplicate: 3, refused: 0, quarantined: 0 });
    // The last one says another day, which may make it another report: it is read.
    assert.deepEqual(done, ["read", "code", "read", "code", "read"]);
  } finally {
    await pool.close();
    await record.close();
  }
});

test("one worker or four, the rows are the same", async () => {
  const tables = [];
  for (const workers of [1, 4]) {
    const { record } = await readAll(pages(TEXTS), { workers });
    const { reports: _reports, runs: _runs, ...rest } = await record.sums();
    tables.push(rest);
    await record.close();
  }
  assert.deepEqual(tables[0], tables[1]);
});

test("what hangs, throws, eats memory or ends its worker is quarantined; the rest lands", async () => {
  const bad = ["HANG here.", "THROW here.", "MEMORY here.", "EXIT here."];
  const contents = TEXTS.slice(0, 20).flatMap((text, n) =>
    n % 5 === 2 ? [text, bad[(n - 2) / 5] ?? ""] : [text],
  );
  const { record, result } = await readAll(pages(contents), { cpuLimitMs: 1_000, heapMb: 48, tries: 2 });
  assert.deepEqual(result.account, { read: 24, stored: 20, duplicate: 0, refused: 0, quarantined: 4 });
  const { lines } = await record.listQuarantine({ limit: 10 });
  const found = Object.fromEntries(lines.map((line) => [line.origin, [line.code, line.stage, line.tries]]));
  assert.deepEqual(found, {
    "page-3": ["pipeline/hung", "coding", 2],
    "page-9": ["coding/stand-in", "coding", 1],
    "page-15": ["pipeline/out-of-memory", "coding", 2],
    "page-21": ["pipeline/worker-lost", "coding", 2],
  });
  await record.close();
});

test("a stop commits what is done and tells so", async () => {
  const stop = new AbortController();
  async function* endless(): AsyncGenerator<SourceItem> {
    for (let n = 0; ; n += 1) {
      if (n === 40) await new Promise(() => {});
      yield page(`Report ${n}. They met.`, n);
    }
  }
  const { record, result } = await readAll(endless(), {
    signal: stop.signal,
    onEnd: ({ length }) => {
      if (length >= 30) stop.abort();
    },
  });
  assert.equal(result.stopped, true);
  assert.ok(result.account.stored >= 30 && result.account.stored <= 40, String(result.account.stored));
  await record.close();
});

test("stages that do not start are a fault, not a quarantine", async () => {
  await assert.rejects(
    readAll(pages(TEXTS), { stages: "data:text/javascript,throw new Error('no model')" }),
    {
      code: "pipeline/no-stages",
    },
  );
});

test("memory stays flat: no more pages are taken than the window holds", async () => {
  let taken = 0;
  let ended = 0;
  let most = 0;
  async function* counted(): AsyncGenerator<SourceItem> {
    for (let n = 0; n < 400; n += 1) {
      taken += 1;
      most = Math.max(most, taken - ended);
      yield page(`Report ${n}. They met.`, n);
    }
  }
  const record = await openRecord(":memory:");
  const pool = createPool({ workers: 2, stages: STAGES, coder: "stand-in" });
  const onEnd = () => {
    ended += 1;
  };
  await readInto({ record, pool, source: counted(), names: [], window: 16, onEnd });
  await pool.close();
  // The window, the batch that is being filled and the one that the source holds.
  assert.ok(most <= 16 + 50 + 2, `${most} pages at once`);
  await record.close();
});

test("a closed pool takes no task and starts no worker", async () => {
  const pool = createPool({ workers: 1, stages: STAGES, coder: "stand-in" });
  await pool.close();
  const request = { id: null, text: "They met.", date: null, actor: null, recipient: null };
  await assert.rejects(pool.run({ kind: "filter", request }), { code: "pipeline/closed" });
});

test("a report that comes many times at once is coded once; the first in order lands", async () => {
  const record = await openRecord(":memory:");
  const pool = createPool({ workers: 2, stages: STAGES, coder: "stand-in" });
  let coded = 0;
  const counting: typeof pool = {
    ...pool,
    run: (task) => {
      if (task.kind === "code") coded += 1;
      return pool.run(task);
    },
  };
  const contents = Array.from({ length: 24 }, (_, n) => (n % 4 === 3 ? "THROW here." : "They met."));
  const source = pages(contents);
  const { account } = await readInto({ record, pool: counting, source, names: [], window: 16 });
  await pool.close();
  assert.deepEqual(account, { read: 24, stored: 1, duplicate: 17, refused: 0, quarantined: 6 });
  assert.ok(coded <= 6, `${coded} codings of two reports`);
  const [line] = (await record.listReports({}, { limit: 2 })).lines;
  assert.equal((await record.getReport(line?.id ?? "")).report.origin, "page-0");
  await record.close();
});

test("a pool that rests has no workers, and starts others for what comes", async () => {
  const pool = createPool({ workers: 2, stages: STAGES, coder: "stand-in" });
  const request = { id: null, text: "They met.", date: null, actor: null, recipient: null };
  const code = () => pool.run({ kind: "filter", request } as const);
  const [one, other] = await Promise.all([code(), code()]);
  await pool.rest();
  const third = code();
  await pool.rest();
  assert.deepEqual([one.ok, other.ok, (await third).ok], [true, true, true]);
  await pool.close();
});
