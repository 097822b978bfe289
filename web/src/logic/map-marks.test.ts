import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventLine } from "../api/types.ts";
import { equalEarth, MAP_HEIGHT, MAP_WIDTH } from "./equal-earth.ts";
import { mapMarks } from "./map-marks.ts";

const at = (
  name: string,
  code: string | null,
  lat: number | null,
  lon: number | null,
  quad: number,
): EventLine => ({ event_loc: { name, code, id: null, lat, lon }, quad_code: quad }) as unknown as EventLine;

test("events of one place are one mark with both sides; those without a place are counted", () => {
  const { marks, placeless } = mapMarks(
    [
      at("Manila", "PHL", 14.6, 121, 1),
      at("Manila", "PHL", 14.6, 121, 4),
      at("Syria", "SYR", null, null, 4),
      at("Nowhere", null, null, null, 1),
      { event_loc: null, quad_code: 1 } as unknown as EventLine,
    ],
    equalEarth,
    (code) => (code === "SYR" ? { x: 7, y: 8 } : null),
  );
  assert.deepEqual(
    marks.map(({ name, cooperation, conflict }) => [name, cooperation, conflict]),
    [
      ["Manila", 1, 1],
      ["Syria", 0, 1],
    ],
  );
  assert.deepEqual([marks[1]?.x, marks[1]?.y, placeless], [7, 8, 2]);
});

test("equalEarth keeps the whole world on the map", () => {
  const [x0, y0] = equalEarth(0, 0);
  assert.ok(Math.abs(x0 - MAP_WIDTH / 2) <= 1 && Math.abs(y0 - MAP_HEIGHT / 2) <= 1, `${x0},${y0}`);
  for (const [lon, lat] of [
    [-180, 0],
    [180, 0],
    [0, 90],
    [0, -90],
    [179, -85],
  ] as const) {
    const [x, y] = equalEarth(lon, lat);
    assert.ok(x >= 0 && x <= MAP_WIDTH && y >= -1 && y <= MAP_HEIGHT + 1, `${lon},${lat} → ${x},${y}`);
  }
  const [, north] = equalEarth(10, 52);
  assert.ok(north < MAP_HEIGHT / 2, "north is up");
});
