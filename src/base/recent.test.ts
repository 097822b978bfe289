/** What was used lately stays, what was not goes, and the weight is bounded. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Recent } from "./recent.ts";

test("keeps what was used and lets the rest go", () => {
  const recent = new Recent<number, string>(10);
  for (let key = 0; key < 100; key++) {
    recent.set(key, String(key));
    assert.equal(recent.get(0), "0", `after ${key}`);
  }
  assert.equal(recent.has(50), false);
  assert.equal(recent.get(99), "99");
});

test("holds no more than its weight and one value", () => {
  const recent = new Recent<number, string>(100, (text) => text.length);
  for (let key = 0; key < 50; key++) recent.set(key, "x".repeat(10));
  const kept = Array.from({ length: 50 }, (_, key) => key).filter((key) => recent.has(key));
  assert.ok(kept.length <= 11 && kept.length >= 5, String(kept.length));
  assert.ok(kept.includes(49));
});

test("what was deleted is gone from both generations", () => {
  const recent = new Recent<string, number>(4);
  for (const [at, key] of ["a", "b", "c", "d"].entries()) recent.set(key, at);
  recent.delete("a");
  recent.deleteWhere((value) => value === 3);
  assert.deepEqual(
    ["a", "b", "c", "d"].filter((key) => recent.has(key)),
    ["b", "c"],
  );
  recent.clear();
  assert.equal(recent.get("c"), undefined);
});
