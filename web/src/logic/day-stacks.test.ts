import assert from "node:assert/strict";
import { test } from "node:test";
import { dayStacks, markRadius } from "./day-stacks.ts";
import { timeScale } from "./time-scale.ts";

const event = (id: string, day: string, quad: number, lines = 1) => ({ id, day, quad, lines });
const scale = timeScale("2017-08-01", "2017-08-10", 600);

test("cooperation stands above the line, conflict below, each over its day", () => {
  const marks = dayStacks([event("a", "2017-08-02", 1), event("b", "2017-08-02", 4)], scale, 100)!;
  assert.deepEqual(
    marks.map(({ event: { id }, y }) => [id, Math.sign(y)]),
    [
      ["a", -1],
      ["b", 1],
    ],
  );
  for (const { x } of marks) assert.equal(scale.day(x), "2017-08-02");
});

test("marks of a day never lie on each other, and none leaves its day", () => {
  const events = Array.from({ length: 12 }, (_, index) =>
    event(`e${index}`, "2017-08-05", 3, 1 + (index % 4)),
  );
  const marks = dayStacks(events, scale, 200)!;
  assert.equal(marks.length, 12);
  for (const [index, a] of marks.entries()) {
    assert.equal(scale.day(a.x), "2017-08-05");
    for (const b of marks.slice(index + 1)) {
      assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= a.radius + b.radius, `${a.event.id} on ${b.event.id}`);
    }
  }
});

test("more lines make a larger mark, but never one without end", () => {
  assert.ok(markRadius(4, 5) > markRadius(1, 5));
  assert.equal(markRadius(10_000, 5), 16);
});

test("what does not fit is not drawn over the edge", () => {
  const many = Array.from({ length: 400 }, (_, index) => event(`e${index}`, "2017-08-05", 1));
  assert.equal(dayStacks(many, scale, 60), null);
  assert.deepEqual(dayStacks([], scale, 60), []);
});
