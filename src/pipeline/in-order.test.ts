import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder } from "./in-order.ts";

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** The results, and the most that was under way at once. */
async function run(sizes: readonly number[], bound: { things: number; size: number }) {
  let [now, most, things, mostThings] = [0, 0, 0, 0];
  const act = async (size: number) => {
    now += size;
    things += 1;
    most = Math.max(most, now);
    mostThings = Math.max(mostThings, things);
    await new Promise((done) => setTimeout(done, size % 3));
    now -= size;
    things -= 1;
    return size;
  };
  const results = inOrder(each(sizes), { ...bound, sizeOf: (size) => size }, act);
  const found: number[] = [];
  for (let one = await results.next(1_000); one !== undefined; one = await results.next(1_000)) {
    assert.ok(one !== null, "a result comes in time");
    found.push(one);
  }
  return { found, most, mostThings };
}

test("results come in order, and neither too many nor too much is under way", async () => {
  const sizes = Array.from({ length: 60 }, (_, n) => (n * 7) % 11);
  const { found, most, mostThings } = await run(sizes, { things: 5, size: 20 });
  assert.deepEqual(found, sizes);
  assert.ok(most <= 20, `${most} at once`);
  assert.ok(mostThings <= 5, `${mostThings} things at once`);
});

test("what is larger than the bound goes alone", async () => {
  const { found, mostThings } = await run([50, 50, 50], { things: 5, size: 20 });
  assert.deepEqual([found, mostThings], [[50, 50, 50], 1]);
});

test("a source that fails tells so after what came before", async () => {
  async function* failing() {
    yield 1;
    throw new Error("gone");
  }
  const results = inOrder(failing(), 4, async (n) => n);
  assert.equal(await results.next(1_000), 1);
  await assert.rejects(results.next(1_000), /gone/);
});
