/** Groups do not depend on the order of what comes in, and a person's decisions win. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type GroupOptions, groupByAverage } from "./average-link.ts";
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

/** The best pair of all groups again and again, each score from the edges of their members. */
function groupPlainly(names: readonly string[], all: readonly Edge[], settings: GroupOptions): string[][] {
  const decided = (a: string, b: string, verdict: string) =>
    settings.decisions!.some(
      (each) => each.verdict === verdict && [a, b].sort().join() === `${each.a},${each.b}`,
    );
  let groups = names.map((name) => [name]);
  const merge = (a: string[], b: string[]) => {
    groups = [...groups.filter((each) => each !== a && each !== b), [...a, ...b].sort()].sort();
  };
  const pairs = () => groups.flatMap((b, at) => groups.slice(0, at).map((a) => [a, b] as const));
  const anyOf = (a: string[], b: string[], verdict: string) =>
    a.some((x) => b.some((y) => decided(x, y, verdict)));
  for (let found = true; found; ) {
    const pair = pairs().find(([a, b]) => anyOf(a, b, "join"));
    found = pair !== undefined;
    if (pair !== undefined) merge(...pair);
  }
  for (;;) {
    const scored = pairs().flatMap(([a, b]) => {
      const ties = all.filter(
        (each) => (a.includes(each.a) && b.includes(each.b)) || (a.includes(each.b) && b.includes(each.a)),
      );
      const sum = ties.reduce((total, { score }) => total + score, 0);
      const score = sum / (ties.length + (a.length * b.length - ties.length) * settings.missing);
      const allowed = a.length + b.length <= settings.most! && !anyOf(a, b, "split");
      return allowed && score >= settings.threshold ? [{ a, b, score }] : [];
    });
    const order = (each: (typeof scored)[number]) => `${each.a[0]} ${each.b[0]}`;
    scored.sort((x, y) => y.score - x.score || (order(x) < order(y) ? -1 : 1));
    if (scored.length === 0) return groups;
    merge(scored[0]!.a, scored[0]!.b);
  }
}

test("gives what joining the best pair again and again gives", () => {
  let seed = 1;
  const below = (limit: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % limit;
  };
  for (let round = 0; round < 150; round++) {
    const names = "abcdefghijklmn".slice(0, 3 + below(12)).split("");
    const pairs = names.flatMap((b, at) => names.slice(0, at).map((a) => [a, b] as const));
    const density = 1 + below(9);
    // eighths, so that sums are the same in every order
    const some = pairs.filter(() => below(10) < density).map(([a, b]) => edge(a, b, (1 + below(8)) / 8));
    const decisions = pairs
      .filter(() => below(20) === 0)
      .map(([a, b]) => ({ verdict: below(2) === 0 ? ("join" as const) : ("split" as const), a, b }));
    const missing = [0, 0.25, 1][below(3)]!;
    const settings = { threshold: 0.375, missing, most: 4 + below(12), decisions };
    assert.deepEqual(groupByAverage(names, some, settings), groupPlainly(names, some, settings));
  }
});
