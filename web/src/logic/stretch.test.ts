import assert from "node:assert/strict";
import { test } from "node:test";
import { stretchOf } from "./stretch.ts";

const COUNTS = Array.from({ length: 28 }, (_, index) => ({
  day: `2017-08-${String(index + 1).padStart(2, "0")}`,
  quad: 1,
  count: 10,
}));
const choice = { since: "", until: "", everything: false, most: 1_000 };

test("with little to show all of it is looked at", () => {
  const stretch = stretchOf(COUNTS, choice)!;
  assert.deepEqual(
    [stretch.start, stretch.end, stretch.since, stretch.until],
    ["2017-08-01", "2017-08-28", "", ""],
  );
});

test("with more than a list holds the latest days are looked at", () => {
  const stretch = stretchOf(COUNTS, { ...choice, most: 45 })!;
  assert.deepEqual(
    [stretch.start, stretch.end, stretch.since, stretch.until],
    ["2017-08-25", "2017-08-28", "2017-08-25", "2017-08-28"],
  );
  assert.equal(stretchOf(COUNTS, { ...choice, most: 5 })!.start, "2017-08-28");
});

test("what is chosen wins and stays within the span", () => {
  const stretch = stretchOf(COUNTS, { ...choice, most: 45, since: "2017-08-03", until: "2017-08-09" })!;
  assert.deepEqual(
    [stretch.start, stretch.end, stretch.since, stretch.until],
    ["2017-08-03", "2017-08-09", "2017-08-03", "2017-08-09"],
  );
});

test("a day of long ago lies outside until everything is asked for", () => {
  const old = [{ day: "1962-01-01", quad: 4, count: 1 }, ...COUNTS];
  assert.deepEqual([stretchOf(old, choice)!.first, stretchOf(old, choice)!.outside], ["2017-08-01", 1]);
  assert.equal(stretchOf(old, { ...choice, everything: true })!.first, "1962-01-01");
  assert.equal(stretchOf(old, { ...choice, since: "1960-01-01" })!.first, "1962-01-01");
  assert.equal(stretchOf([], choice), null);
});
