import assert from "node:assert/strict";
import { test } from "node:test";
import { wordDiff } from "./word-diff.ts";

const show = (pieces: readonly { text: string; same: boolean }[]) =>
  pieces.map(({ text, same }) => (same ? text : `[${text}]`)).join("");

const ROWS: readonly (readonly [a: string, b: string, inA: string, inB: string])[] = [
  [
    "Moscow cut the staff to 455.",
    "Moscow cut its staff to 455",
    "Moscow cut [the ]staff to 455.",
    "Moscow cut [its ]staff to 455",
  ],
  ["one two", "one two", "one two", "one two"],
  ["", "new words", "", "[new words]"],
  ["a b c", "c b a", "[a b ]c", "c [b a]"],
];

for (const [a, b, inA, inB] of ROWS) {
  test(`wordDiff of ${JSON.stringify(a)} and ${JSON.stringify(b)}`, () => {
    const diff = wordDiff(a, b);
    assert.equal(show(diff.a), inA);
    assert.equal(show(diff.b), inB);
    assert.equal(diff.a.map(({ text }) => text).join(""), a);
    assert.equal(diff.b.map(({ text }) => text).join(""), b);
  });
}

test("a very long passage is shown whole", () => {
  const long = "word ".repeat(2_000);
  assert.deepEqual(wordDiff(long, `${long}more`).a, [{ text: long, same: false }]);
});
