/** Reports of one batch find each other as later batches find them in the tables. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReportKeys } from "../../linking/types.ts";
import { BatchKeys, merged } from "./batch-keys.ts";

const report = (num: number, day: number | null) => ({ num, reportId: `r${num}`, day });
const keys = (copy: number[], oldCopy: number[] = []): ReportKeys => ({
  reportId: "",
  day: null,
  copy,
  oldCopy,
  story: copy,
  event: [],
});
const nums = (reports: readonly { num: number }[]) => reports.map(({ num }) => num);

test("only earlier ones within the days are found, and those without a day", () => {
  const batch = new BatchKeys();
  batch.add(report(5, 100), keys([1]));
  batch.add(report(6, null), keys([1]));
  batch.add(report(7, 150), keys([1]));
  batch.add(report(8, 100), keys([1]));
  const days = { from: 90, to: 110 };
  assert.deepEqual(nums(batch.find("story", 1, 8, days)), [5, 6]);
  assert.deepEqual(nums(batch.find("story", 1, 8, null)), [5, 6, 7]);
  assert.deepEqual(nums(batch.find("event", 1, 8, null)), []);
});

test("far away in days only the least runs find a copy, each report once", () => {
  const batch = new BatchKeys();
  batch.add(report(1, 10), keys([1, 2], [2]));
  batch.add(report(2, 100), keys([1, 2], [2]));
  const days = { from: 90, to: 110 };
  assert.deepEqual(nums(batch.find("copy", 1, 3, days)), [2]);
  assert.deepEqual(nums(batch.find("copy", 2, 3, days)).sort(), [1, 2]);
});

test("of copies the earliest are kept, else the latest; those without a day come last", () => {
  const stored = [report(1, 30), report(2, null)];
  const batch = [report(3, 20), report(4, 40), report(5, null)];
  assert.deepEqual(nums(merged("copy", stored, batch, 4)), [3, 1, 4, 2]);
  assert.deepEqual(nums(merged("story", stored, batch, 4)), [4, 1, 3, 5]);
  assert.equal(merged("story", stored, [], 1), stored);
});
