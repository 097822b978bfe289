/** Forms of words: the quick way over letters of ASCII and the pattern say the same. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createFormScanner } from "./scan-forms.ts";

const scan = createFormScanner((form) => form);

function forms(text: string): string[] {
  const found: string[] = [];
  scan(text, (form, start, end) => {
    assert.equal(form, text.slice(start, end));
    found.push(form);
  });
  return found;
}

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ["The envoy left.", ["The", "envoy", "left"]],
  ["the U.S. envoy J. Smith", ["the", "U.S.", "envoy", "J", "Smith"]],
  ["U.S.Army", ["U.S.", "Army"]],
  ["1,200 staff, 3.5 per cent", ["1,200", "staff", "3.5", "per", "cent"]],
  ["in 2017,and in 2018.", ["in", "2017", "and", "in", "2018"]],
  ["b2,4 a", ["b2,4", "a"]],
  ["Putin's order, the troops' pay", ["Putin's", "order", "the", "troops", "pay"]],
  ["Putin’s order", ["Putin’s", "order"]],
  ["São Paulo, café", ["São", "Paulo", "café"]],
  ["Tel Aviv–Jaffa", ["Tel", "Aviv", "Jaffa"]],
  ["O.É.", ["O.É."]],
  ["5.٣", ["5.٣"]],
  ["两国 met", ["两国", "met"]],
  ["…", []],
  ["", []],
  ["end", ["end"]],
  ["a.", ["a"]],
];
for (const [text, expected] of CASES) test(`"${text}"`, () => assert.deepEqual(forms(text), expected));

test("forms of one hash or of any number are told apart", () => {
  const words = Array.from({ length: 100_000 }, (_, at) => `word${at.toString(36)}`);
  for (let round = 0; round < 2; round++) assert.deepEqual(forms(words.join(" ")), words);
});

test("a form longer than any word is one form", () => {
  const long = "x".repeat(500);
  assert.deepEqual(forms(`${long} ${long}y`), [long, `${long}y`]);
});
