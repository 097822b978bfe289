/** Groups do not depend on the order of what comes in, and a person's decisions win. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { groupByAverage } from "./average-link.ts";
import type { Edge } from "./types.ts";

const edge = (a: string, b: string, score: number): Edge => ({ a, b, score });
const ids = ["a", "b", "c", "d", "e"];
const edges = [
  edge("a", "b", 0.9),
  edge("b", "c", 0.6),
  edge("a", "c", 0.5),
  edge("d", "e", 0.8),
  edge("c", "d", 0.7),
];
const options = { threshold: 0.4, missing: 1 };

test("joins by the average of all pairs", () => {
  assert.deepEqual(groupByAverage(ids, edges, options), [
    ["a", "b", "c"],
    ["d", "e"],
  ]);
});

test("gives the same groups for every order", () => {
  const turned = groupByAverage(ids.toReversed(), edges.toReversed(), options);
  assert.deepEqual(turned, groupByAverage(ids, edges, options));
});

test("a decision to join wins over a missing edge", () => {
  const groups = groupByAverage(ids, edges, { ...options, decisions: [{ verdict: "join", a: "a", b: "e" }] });
  assert.ok(groups.some((group) => group.includes("a") && group.includes("e")));
});

test("a decision to split wins over the best edge, and over what is joined later", () => {
  const groups = groupByAverage(ids, edges, {
    ...options,
    decisions: [{ verdict: "split", a: "a", b: "b" }],
  });
  assert.ok(!groups.some((group) => group.includes("a") && group.includes("b")));
});

test("no group grows beyond its limit", () => {
  assert.ok(groupByAverage(ids, edges, { ...options, most: 2 }).every((group) => group.length <= 2));
});
