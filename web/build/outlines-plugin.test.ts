import assert from "node:assert/strict";
import { test } from "node:test";
import { cutAtDateLine } from "./cut-at-date-line.ts";
import { makeOutlines } from "./outlines-plugin.ts";

test("a ring across the date line becomes one piece on each side", () => {
  const pieces = cutAtDateLine([
    [170, 60],
    [-170, 60],
    [-170, 70],
    [170, 70],
  ]);
  assert.equal(pieces.length, 2);
  for (const piece of pieces) {
    const lons = piece.map(([lon]) => lon);
    assert.ok(Math.max(...lons) - Math.min(...lons) <= 10, lons.join());
  }
  assert.deepEqual(
    cutAtDateLine([
      [0, 0],
      [10, 0],
      [10, 10],
    ]),
    [
      [
        [0, 0],
        [10, 0],
        [10, 10],
      ],
    ],
  );
});

test("every state of the map has a code, a path that can be drawn, and a point on it", () => {
  const { width, height, outlines } = makeOutlines();
  const drawn = outlines.filter(({ d }) => d !== "");
  assert.ok(drawn.length > 170);
  // Greenland, Puerto Rico and New Caledonia have none of their own in the gazetteer.
  assert.equal(drawn.filter(({ code }) => code === null).length, 3);
  for (const { code, d, x, y } of outlines) {
    assert.ok(x >= 0 && x <= width && y >= 0 && y <= height, `${code}`);
    assert.doesNotMatch(d, /lz|NaN/, `${code}`);
    for (const step of d.matchAll(/[l ](-?\d+)/g))
      assert.ok(Math.abs(Number(step[1])) < width / 2, `${code}: ${step[0]}`);
  }
  const russia = outlines.find(({ code }) => code === "RUS")!;
  assert.ok(russia.x > width * 0.6 && russia.y < height * 0.3, `${russia.x},${russia.y}`);
});
