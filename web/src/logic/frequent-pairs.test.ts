import assert from "node:assert/strict";
import { test } from "node:test";
import { frequentPairs } from "./frequent-pairs.ts";

const count = (actor: string, recipient: string, events: number) =>
  ({ actor, recipient, events, mentions: events, reports: events, lines: events }) as const;

test("frequentPairs adds both directions up and leaves out whom nobody can look at", () => {
  const counts = [
    count("USA", "RUS", 5),
    count("IRN", "USA", 6),
    count("RUS", "USA", 3),
    count("USA", "USA", 9),
    count("", "USA", 9),
    count("IGO", "USA", 9),
  ];
  assert.deepEqual(
    frequentPairs(counts, (code) => code !== "" && code !== "IGO"),
    [
      { a: "USA", b: "RUS", events: 8 },
      { a: "IRN", b: "USA", events: 6 },
    ],
  );
});
