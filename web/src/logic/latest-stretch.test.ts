import assert from "node:assert/strict";
import { test } from "node:test";
import { latestStretch } from "./latest-stretch.ts";

const points = [4, 0, 3, 2].map((events, n) => ({ start: `2020-0${n + 1}-01`, events }));

/** most, first day, why */
const CASES: readonly (readonly [number, string | null, string])[] = [
  [9, "2020-01-01", "all fit"],
  [8, "2020-02-01", "an empty point costs nothing"],
  [5, "2020-02-01", "the last two fit"],
  [4, "2020-04-01", "the last alone"],
  [1, "2020-04-01", "even the last is too much, but something must be shown"],
];

for (const [most, expected, why] of CASES)
  test(`${most}: ${why}`, () => assert.equal(latestStretch(points, most), expected));

test("nothing is nothing", () => assert.equal(latestStretch([], 5), null));
