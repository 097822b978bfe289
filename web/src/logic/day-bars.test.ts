import assert from "node:assert/strict";
import { test } from "node:test";
import { barPieces, dayBars, tallestSide } from "./day-bars.ts";
import { timeScale } from "./time-scale.ts";

const COUNTS = [
  { day: "2017-08-02", quad: 4, count: 2 },
  { day: "2017-08-03", quad: 1, count: 3 },
  { day: "2017-09-01", quad: 3, count: 1 },
];

test("dayBars sums what falls into one bin", () => {
  assert.deepEqual(dayBars(COUNTS, "month"), [
    { start: "2017-08-01", end: "2017-09-01", counts: [3, 0, 0, 2] },
    { start: "2017-09-01", end: "2017-10-01", counts: [0, 0, 1, 0] },
  ]);
  assert.equal(tallestSide(dayBars(COUNTS, "month")), 3);
  assert.equal(tallestSide([]), 1);
});

test("pieces stay within the height and on their side", () => {
  const scale = timeScale("2017-08-01", "2017-09-30", 600);
  const bars = dayBars(COUNTS, "day");
  for (const piece of bars.flatMap((bar) => barPieces(bar, scale, 80, tallestSide(bars)))) {
    assert.ok(
      piece.quad <= 2
        ? piece.y + piece.height <= 0 && piece.y >= -80
        : piece.y >= 0 && piece.y + piece.height <= 80,
    );
    assert.ok(piece.width > 0);
  }
});
