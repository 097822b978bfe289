import assert from "node:assert/strict";
import { test } from "node:test";
import { calibrationCurve, calibrationError } from "./calibration.ts";
import { foldsOf } from "./folds.ts";

test("sentences that are nearly the same share a fold", () => {
  const texts = [
    "Norway lent one billion crowns to Iceland on Monday.",
    "Norway signed a treaty with Sweden.",
    "Chile closed its border.",
    "Norway has lent one billion crowns to Iceland on Monday.",
  ];
  const folds = foldsOf(texts);
  assert.equal(folds.get(texts[0]!), folds.get(texts[3]!));
  assert.notEqual(folds.get(texts[0]!), folds.get(texts[1]!));
  assert.equal(folds.size, 4);
});

test("calibration error is the distance between confidence and what is right", () => {
  const cases = [
    ...Array.from({ length: 8 }, (_, index) => ({ confidence: 0.75, right: index < 6 })),
    ...Array.from({ length: 2 }, () => ({ confidence: 0.25, right: true })),
  ];
  const curve = calibrationCurve(cases);
  assert.deepEqual(
    curve.map((bin) => bin.rows),
    [2, 8],
  );
  assert.ok(Math.abs(calibrationError(curve) - 0.15) < 1e-9);
});
