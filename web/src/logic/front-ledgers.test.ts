import assert from "node:assert/strict";
import { test } from "node:test";
import type { LedgerEntry } from "../api/types.ts";
import { newMeasures, plannedContacts } from "./front-ledgers.ts";

const entry = (
  id: string,
  ...life: readonly (readonly [step: string, date: string | null, forDate?: string])[]
): LedgerEntry =>
  ({
    id,
    lines: 1,
    life: life.map(([step, date, forDate]) => ({ step, date, for_date: forDate ?? null })),
  }) as unknown as LedgerEntry;
const span = { since: "2017-08-01", until: "2017-08-31" };

test("new measures are those with a step in the span, the latest first", () => {
  const found = newMeasures(
    [
      entry("law", ["passed", "2017-07-25"], ["signed", "2017-08-02"]),
      entry("old", ["signed", "2016-01-01"]),
      entry("close", ["announced", "2017-08-31"], ["in force", "2017-09-02"]),
    ],
    span,
  );
  assert.deepEqual(
    found.map(({ entry: { id }, step, day }) => [id, step, day]),
    [
      ["close", "announced", "2017-08-31"],
      ["law", "signed", "2017-08-02"],
    ],
  );
});

test("planned contacts are those still to come, the nearest first", () => {
  const found = plannedContacts(
    [
      entry("far", ["planned", "2017-08-08", "2017-09-11"]),
      entry("near", ["planned", "2017-08-08", "2017-08-17"]),
      entry("held", ["planned", "2017-08-01", "2017-08-06"], ["held", "2017-08-06"]),
      entry("past", ["planned", "2017-07-01", "2017-07-05"]),
    ],
    span,
  );
  assert.deepEqual(
    found.map(({ entry: { id } }) => id),
    ["near", "far"],
  );
});
