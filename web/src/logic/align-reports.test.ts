import assert from "node:assert/strict";
import { test } from "node:test";
import type { Copy } from "../api/types.ts";
import { alignReports } from "./align-reports.ts";

const copy = (id: string, a: [number, number], b: [number, number], swap = false): Copy => {
  const left = { report_id: swap ? "R" : "L", start: a[0], end: a[1], text: "" };
  const right = { report_id: swap ? "L" : "R", start: b[0], end: b[1], text: "" };
  return { id, kind: "edited", share: 0.9, quotation: false, earlier: left, later: right };
};
const shown = (rows: ReturnType<typeof alignReports>) =>
  rows.map(({ left, right, copy: of }) => [
    left && `${left.start}-${left.end}`,
    of?.id ?? null,
    right && `${right.start}-${right.end}`,
  ]);

test("copied passages face each other, the rest stands alone, nothing is lost", () => {
  const rows = alignReports("L", 100, "R", 80, [
    copy("x", [20, 40], [10, 30]),
    copy("y", [60, 100], [30, 70]),
  ]);
  assert.deepEqual(shown(rows), [
    ["0-20", null, "0-10"],
    ["20-40", "x", "10-30"],
    ["40-60", null, null],
    ["60-100", "y", "30-70"],
    [null, null, "70-80"],
  ]);
});

test("a moved passage does not break the order of the others", () => {
  const rows = alignReports("L", 100, "R", 100, [
    copy("a", [0, 10], [50, 60]),
    copy("b", [20, 30], [0, 10]),
    copy("c", [40, 50], [20, 30]),
  ]);
  assert.deepEqual(
    rows.flatMap((row) => row.copy?.id ?? []),
    ["b", "c"],
  );
  assert.equal(
    rows.reduce((sum, { left }) => sum + (left === null ? 0 : left.end - left.start), 0),
    100,
  );
});

test("copies count in either direction, those of other reports do not", () => {
  const other = { ...copy("o", [0, 5], [0, 5]), earlier: { report_id: "Z", start: 0, end: 5, text: "" } };
  assert.deepEqual(shown(alignReports("L", 50, "R", 50, [copy("s", [0, 20], [10, 30], true), other])), [
    ["0-10", null, null],
    ["10-30", "s", "0-20"],
    ["30-50", null, "20-50"],
  ]);
  assert.deepEqual(shown(alignReports("L", 5, "R", 5, [])), [["0-5", null, "0-5"]]);
});
