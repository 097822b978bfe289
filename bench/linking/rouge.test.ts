/** The ROUGE scorer against cases worked out by hand (the sentences of Lin 2004, section 3). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { rouge } from "./rouge.ts";

const near = (value: number, expected: number) => assert.ok(Math.abs(value - expected) < 1e-9, `${value}`);

test("police killed the gunman: three of four words, one of three pairs, in order three", () => {
  const { one, two, longest } = rouge("police kill the gunman", "police killed the gunman");
  near(one, 3 / 4);
  near(two, 1 / 3);
  near(longest, 3 / 4);
});

test("the gunman kill police: the same words, but only two in order", () => {
  const { one, longest } = rouge("the gunman kill police", "police killed the gunman");
  near(one, 3 / 4);
  near(longest, 2 / 4);
});

test("repeated words count as often as the reference has them", () => {
  near(rouge("the the the", "the cat").one, (2 * 1) / 5);
});
