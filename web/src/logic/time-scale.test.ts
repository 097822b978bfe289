import assert from "node:assert/strict";
import { test } from "node:test";
import { binNext, binStart, ticks, timeScale } from "./time-scale.ts";

test("timeScale goes there and back for every day", () => {
  const scale = timeScale("2017-07-28", "2017-08-31", 700);
  for (const day of ["2017-07-28", "2017-08-02", "2017-08-31"]) {
    assert.equal(scale.day(scale.x(day) + scale.dayWidth / 2), day);
  }
  assert.equal(scale.day(-50), "2017-07-28");
  assert.equal(scale.day(5_000), "2017-08-31");
});

test("a scale of one day is as wide as asked for", () => {
  const scale = timeScale("2017-08-02", "2017-08-02", 300);
  assert.equal(scale.dayWidth, 300);
  assert.equal(scale.day(299), "2017-08-02");
});

const BINS = [
  ["2017-08-02", "week", "2017-07-31", "2017-08-07"],
  ["2017-12-31", "month", "2017-12-01", "2018-01-01"],
  ["2016-02-29", "year", "2016-01-01", "2017-01-01"],
  ["2017-08-02", "day", "2017-08-02", "2017-08-03"],
] as const;

for (const [day, bin, start, next] of BINS) {
  test(`the ${bin} of ${day} is from ${start} to ${next}`, () => {
    assert.equal(binStart(day, bin), start);
    assert.equal(binNext(start, bin), next);
  });
}

test("ticks keep their distance and stand at beginnings", () => {
  for (const [start, end] of [
    ["2017-08-01", "2017-08-20"],
    ["2016-03-04", "2017-09-01"],
    ["1990-01-02", "2020-01-01"],
  ] as const) {
    const found = ticks(timeScale(start, end, 900), 60);
    assert.ok(found.length >= 2, `${start} to ${end} has ${found.length}`);
    for (const [index, tick] of found.entries()) {
      assert.equal(binStart(tick.day, tick.unit), tick.day);
      if (index > 0) assert.ok(tick.x - found[index - 1]!.x >= 60);
    }
  }
});
