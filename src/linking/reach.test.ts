/** Grouping what is in reach gives what grouping everything gives. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { groupByAverage } from "./average-link.ts";
import { reachOf } from "./reach.ts";
import type { Decision, Edge } from "./types.ts";

const edge = (a: string, b: string, score: number): Edge => ({ a, b, score });
const edges = [
  edge("a", "b", 0.9),
  edge("b", "c", 0.5),
  edge("c", "d", 0.2),
  edge("d", "e", 0.8),
  edge("f", "g", 0.7),
];
const join: Decision = { kind: "story", verdict: "join", a: "e", b: "f" };
const ask = async (ids: readonly string[]) =>
  [...edges, join].filter(({ a, b }) => ids.includes(a) || ids.includes(b));

test("edges below the threshold reach nothing, joins by a person do", async () => {
  assert.deepEqual(await reachOf(["a"], ask, 0.4, 100), ["a", "b", "c"]);
  assert.deepEqual(await reachOf(["d"], ask, 0.4, 100), ["d", "e", "f", "g"]);
});

test("it stops at the limit", async () => assert.equal((await reachOf(["a"], ask, 0, 2)).length, 2));

test("the part and the whole give the same groups", async () => {
  const options = { threshold: 0.4, missing: 1 };
  const whole = groupByAverage([..."abcdefg"], edges, options);
  const part = groupByAverage(await reachOf(["a"], ask, 0.4, 100), edges, options);
  assert.deepEqual(
    part,
    whole.filter(([first]) => first! < "d"),
  );
});
