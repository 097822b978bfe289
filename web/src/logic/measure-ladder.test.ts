import assert from "node:assert/strict";
import { test } from "node:test";
import type { LedgerEntry } from "../api/types.ts";
import { measureLadder } from "./measure-ladder.ts";

const entry = (id: string, by: string, date: string | null, answers: readonly string[] = []): LedgerEntry =>
  ({
    id,
    date,
    by: [{ code: by }],
    in_answer_to: answers.map((to) => ({ id: to, basis: "stated" })),
  }) as unknown as LedgerEntry;

test("rungs stand in time on the side of who took them, tied to what they answer", () => {
  const rungs = measureLadder(
    [
      entry("staff", "RUS", "2017-07-28", ["law"]),
      entry("law", "USA", "2017-07-25"),
      entry("undated", "RUS", null, ["gone"]),
    ],
    "USA",
  );
  assert.deepEqual(
    rungs.map(({ entry: { id }, side, answers }) => [id, side, answers]),
    [
      ["law", "left", []],
      ["staff", "right", [0]],
      ["undated", "right", []],
    ],
  );
});
