import assert from "node:assert/strict";
import { test } from "node:test";
import { widerPoints } from "./wider-points.ts";

const day = (start: string, end: string, events: number, score: number | null) => ({
  start,
  end,
  events,
  score,
});
const DAYS = [
  day("2017-08-05", "2017-08-06", 1, 4),
  day("2017-08-06", "2017-08-07", 0, null),
  day("2017-08-07", "2017-08-08", 3, -4),
  day("2017-08-08", "2017-08-09", 1, 0),
  day("2017-08-14", "2017-08-15", 0, null),
];

test("days stay days", () => assert.deepEqual(widerPoints(DAYS, "day"), DAYS));

test("a week has the mean of its events, not of its days; one without events is a gap", () =>
  assert.deepEqual(widerPoints(DAYS, "week"), [
    day("2017-07-31", "2017-08-07", 1, 4),
    day("2017-08-07", "2017-08-14", 4, -3),
    day("2017-08-14", "2017-08-21", 0, null),
  ]));

test("a point that is wider than the bin keeps its end", () =>
  assert.deepEqual(widerPoints([day("2017-01-01", "2018-01-01", 2, 1)], "day"), [
    day("2017-01-01", "2018-01-01", 2, 1),
  ]));
