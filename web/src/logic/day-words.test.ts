import assert from "node:assert/strict";
import { test } from "node:test";
import { daySpan, longDay, shortDay } from "./day-words.ts";

const SPANS: readonly (readonly [string | null, string | null, string])[] = [
  ["2017-08-02", "2017-08-02", "2 Aug 2017"],
  ["2017-08-02", "2017-08-09", "2–9 Aug 2017"],
  ["2017-07-30", "2017-08-09", "30 Jul – 9 Aug 2017"],
  ["2016-12-30", "2017-01-02", "30 Dec 2016 – 2 Jan 2017"],
  ["2017-08-02", null, "2 Aug 2017"],
  [null, null, "no day"],
];

for (const [start, end, words] of SPANS) {
  test(`daySpan says ${words}`, () => assert.equal(daySpan(start, end), words));
}

test("days are told in words, and a missing one is not made up", () => {
  assert.equal(longDay("2017-08-02"), "2 August 2017");
  assert.equal(longDay(null), "without a day");
  assert.equal(shortDay(null), "no day");
});
