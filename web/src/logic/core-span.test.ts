import assert from "node:assert/strict";
import { test } from "node:test";
import { coreSpan } from "./core-span.ts";

const august = Array.from(
  { length: 60 },
  (_, index) => `2017-08-${String(1 + (index % 28)).padStart(2, "0")}`,
).sort();

test("a lone day of long ago does not squeeze the rest", () => {
  assert.deepEqual(coreSpan(["1962-01-01", ...august]), { start: "2017-08-01", end: "2017-08-28" });
});

test("the whole is shown where it is not much longer", () => {
  assert.deepEqual(coreSpan(["2017-07-25", ...august]), { start: "2017-07-25", end: "2017-08-28" });
  assert.deepEqual(coreSpan(["2017-08-01"]), { start: "2017-08-01", end: "2017-08-01" });
});

test("days spread over years are all shown", () => {
  const years = Array.from({ length: 30 }, (_, index) => `${1990 + index}-05-01`);
  assert.deepEqual(coreSpan(years), { start: "1990-05-01", end: "2019-05-01" });
});
