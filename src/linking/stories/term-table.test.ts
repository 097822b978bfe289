/** A table answers as a map does, also where hashes meet in one place. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { dotProduct, termTable, weightIn } from "./term-table.ts";

const terms = (...pairs: readonly (readonly [number, number])[]) => ({
  hashes: Uint32Array.from(pairs, ([hash]) => hash),
  weights: Float32Array.from(pairs, ([, weight]) => weight),
});

test("hashes that meet in one place are told apart", () => {
  const table = termTable(terms([0, 0.5], [16, 0.25], [32, 0.125], [0xffffffff, 1]));
  assert.deepEqual(
    [0, 16, 32, 48, 0xffffffff].map((hash) => weightIn(table, hash)),
    [0.5, 0.25, 0.125, 0, 1],
  );
});

test("the product is that of the words that both hold", () => {
  const one = terms([3, 0.5], [7, 0.5], [19, 2]);
  assert.equal(dotProduct(termTable(one), terms([19, 2], [35, 9], [3, 1])), 4.5);
  assert.equal(dotProduct(termTable(terms()), one), 0);
});
