import assert from "node:assert/strict";
import { test } from "node:test";
import { edgeDay } from "./days.ts";

/** text, first day, last day */
const CASES: readonly (readonly [string, string | null, string | null])[] = [
  ["2017", "2017-01-01", "2017-12-31"],
  ["2016-02", "2016-02-01", "2016-02-29"],
  ["2017-02", "2017-02-01", "2017-02-28"],
  ["2017-08-10", "2017-08-10", "2017-08-10"],
  ["2017-02-29", null, null],
  ["2017-13", null, null],
  ["0000", null, null],
  ["August", null, null],
  ["2017-8-1", null, null],
  ["", null, null],
];

for (const [text, first, last] of CASES)
  test(`the days of ${JSON.stringify(text)}`, () => {
    assert.equal(edgeDay(text, "first"), first);
    assert.equal(edgeDay(text, "last"), last);
  });
