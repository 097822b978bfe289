import assert from "node:assert/strict";
import { test } from "node:test";
import { markedSegments, searchSpans } from "./marked-segments.ts";

test("markedSegments cuts overlapping spans and keeps the whole text", () => {
  const text = "Moscow expelled 755 diplomats";
  const segments = markedSegments(text, [
    { start: 0, end: 15, kind: "a" },
    { start: 7, end: 15, kind: "b" },
    { start: 16, end: 99, kind: "c" },
  ]);
  assert.equal(segments.map((segment) => segment.text).join(""), text);
  assert.deepEqual(
    segments.map((segment) => [segment.text, segment.marks.map((mark) => mark.kind).join("")]),
    [
      ["Moscow ", "a"],
      ["expelled", "ab"],
      [" ", ""],
      ["755 diplomats", "c"],
    ],
  );
});

test("markedSegments gives nothing for an empty text and drops empty and outer spans", () => {
  assert.deepEqual(markedSegments("", [{ start: 0, end: 4, kind: "a" }]), []);
  const [only, ...more] = markedSegments("ab", [
    { start: 1, end: 1, kind: "a" },
    { start: 5, end: 9, kind: "b" },
  ]);
  assert.deepEqual([only?.text, only?.marks, more], ["ab", [], []]);
});

const SEARCHES: readonly (readonly [text: string, search: string, found: readonly string[]])[] = [
  ["Russia and the Russian navy", "russia", ["Russia", "Russia"]],
  ["Belarussia", "russia", []],
  ["a staff cut, then staff", '"staff cut"', ["staff cut"]],
  ["<b>x</b> & <script>", "<script>", ["<script>"]],
  ["İstanbul talks", "talks", []],
  ["talks", "  ", []],
];

for (const [text, search, found] of SEARCHES) {
  test(`searchSpans finds ${JSON.stringify(search)} in ${JSON.stringify(text)}`, () => {
    assert.deepEqual(
      searchSpans(text, search).map(({ start, end }) => text.slice(start, end)),
      found,
    );
  });
}
