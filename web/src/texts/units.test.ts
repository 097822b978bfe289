import assert from "node:assert/strict";
import { test } from "node:test";
import { amount } from "./units.ts";

/** value, unit, in words */
const CASES: readonly (readonly [number, string, string])[] = [
  [755, "person", "755 people"],
  [1, "person", "1 person"],
  [3, "consulate", "3 consulates"],
  [1200000, "USD", "1,200,000 USD"],
  [20, "percent", "20 percent"],
  [2, "troops", "2 troops"],
];

for (const [value, unit, words] of CASES) test(words, () => assert.equal(amount({ value, unit }), words));
