import assert from "node:assert/strict";
import { test } from "node:test";
import { spanningTree } from "./spanning-tree.ts";

/** Total score of the best tree with one word on the root, by trying all. */
function exhaustive(scores: Float32Array, size: number): number {
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Int32Array(size);
  const reaches = (i: number) => {
    let node = i;
    for (let steps = 0; node !== 0; steps++) {
      if (steps > size) return false;
      node = heads[node]!;
    }
    return true;
  };
  const choose = (i: number, sum: number) => {
    if (i === size) {
      const roots = heads.slice(1).filter((head) => head === 0).length;
      if (roots === 1 && heads.slice(1).every((_, k) => reaches(k + 1))) best = Math.max(best, sum);
      return;
    }
    for (let head = 0; head < size; head++) {
      if (head === i) continue;
      heads[i] = head;
      choose(i + 1, sum + scores[i * size + head]!);
    }
  };
  choose(1, 0);
  return best;
}

test("finds the best tree of small graphs, however many cycles tempt", () => {
  let state = 12345;
  const random = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 4294967296;
  };
  for (let round = 0; round < 300; round++) {
    const size = 2 + (round % 5);
    const scores = Float32Array.from({ length: size * size }, () => Math.round(random() * 64) / 4);
    const heads = spanningTree(scores, size);
    let sum = 0;
    for (let i = 1; i < size; i++) sum += scores[i * size + heads[i]!]!;
    assert.equal(sum, exhaustive(scores, size));
    assert.equal(heads.slice(1).filter((head) => head === 0).length, 1);
  }
});
