import assert from "node:assert/strict";
import { test } from "node:test";
import { meaningsOf } from "./word-meanings.ts";

/** Rows 0 and 1; what lies behind rank 300 counts in full. */
const VECTORS = {
  rank: new Map([
    ["the", 0],
    ["treaty", 1],
  ]),
  width: 2,
  rows: Int8Array.from([100, 0, 0, 100]),
  scale: 0.01,
};

test("each group of word features has a mean of its own, zeros where no word is known", () => {
  const meanings = meaningsOf(["top=treaty", "m=unheard", "d=AGREE|both", "bias"], VECTORS);
  assert.ok(meanings.length > 2 && meanings.length % VECTORS.width === 0);
  assert.deepEqual([...meanings.slice(0, 2)], [0, 1]);
  assert.equal(
    meanings.slice(2).every((x) => x === 0),
    true,
  );
});

test("the more frequent of two words counts less", () => {
  const [the, treaty] = meaningsOf(["top=the", "top=treaty"], VECTORS);
  assert.ok(the! < treaty!);
  assert.ok(Math.abs(the! + treaty! - 1) < 1e-6);
});
