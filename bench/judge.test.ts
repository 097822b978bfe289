import assert from "node:assert/strict";
import { test } from "node:test";
import type { Floor } from "../scripts/checks/figures.ts";
import { judge, raiseFloors } from "./judge.ts";

const HERE = { corpus: "c0", date: "2026-01-02", machine: "m" };
const FLOOR: Floor = {
  value: 0.8,
  unit: "",
  higherIsBetter: true,
  corpus: "c0",
  date: "2026-01-01",
  machine: "m",
};
const FLOORS = { "x/a": FLOOR };
const figure = (value: number, more = {}) => ({
  name: "x/a",
  value,
  unit: "",
  higherIsBetter: true,
  ...more,
});

/** figure, floor, occasion, verdict */
const CASES = [
  [figure(0.79), FLOOR, HERE, "below floor"],
  [figure(0.8), FLOOR, HERE, "holds"],
  [figure(0.81), FLOOR, HERE, "better"],
  [figure(0.79, { higherIsBetter: false }), FLOOR, HERE, "better"],
  [figure(0.81, { higherIsBetter: false }), FLOOR, HERE, "below floor"],
  [figure(0.5, { unit: "tokens/s" }), FLOOR, HERE, "holds"],
  [figure(0.2, { unit: "tokens/s" }), FLOOR, HERE, "below floor"],
  [figure(0.5, { unit: "ms CPU a page" }), FLOOR, HERE, "holds"],
  [figure(0.79, { margin: 0.1 }), FLOOR, HERE, "holds"],
  [figure(0.7, { margin: 0.1 }), FLOOR, HERE, "below floor"],
  [figure(0.7, { margin: 0.1 }), FLOOR, { ...HERE, machine: "n" }, "other machine"],
  [figure(0.7), FLOOR, { ...HERE, machine: "n" }, "below floor"],
  [figure(0.1), FLOOR, { ...HERE, corpus: "c1" }, "other corpus"],
] as const;

for (const [measured, floor, occasion, verdict] of CASES) {
  test(`${JSON.stringify(measured)} against ${floor.value} on ${occasion.machine}/${occasion.corpus}: ${verdict}`, () => {
    assert.equal(judge(measured, { "x/a": floor }, occasion).verdict, verdict);
  });
}

test("a figure without a floor has none until an update", () => {
  assert.equal(judge(figure(0.5), {}, HERE).verdict, "no floor");
  assert.equal(raiseFloors({}, [figure(0.5)], HERE, null)["x/a"]?.value, 0.5);
});

test("an update raises, and lowers only by a decision, which it records", () => {
  assert.equal(raiseFloors(FLOORS, [figure(0.9)], HERE, null)["x/a"]?.value, 0.9);
  assert.equal(raiseFloors(FLOORS, [figure(0.7)], HERE, null)["x/a"]?.value, 0.8);
  const lowered = raiseFloors(FLOORS, [figure(0.7)], HERE, "0042")["x/a"];
  assert.equal(lowered?.value, 0.7);
  assert.equal(lowered?.decision, "0042");
});

test("a floor moves to another corpus when it is no lower there, else only by a decision", () => {
  const there = { ...HERE, corpus: "c1" };
  assert.equal(raiseFloors(FLOORS, [figure(0.9)], there, null)["x/a"]?.corpus, "c1");
  assert.equal(raiseFloors(FLOORS, [figure(0.7)], there, null)["x/a"]?.corpus, "c0");
  assert.equal(raiseFloors(FLOORS, [figure(0.7)], there, "0042")["x/a"]?.corpus, "c1");
});

test("a floor kept to six digits holds the figure that it was made from", () => {
  for (const value of [99.4834567, 0.12345678, 1234567.89]) {
    const floors = raiseFloors({}, [figure(value)], HERE, null);
    assert.equal(judge(figure(value), floors, HERE).verdict, "holds");
  }
});
