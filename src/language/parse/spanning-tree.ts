/**
 * Scores of arcs in, the best tree out: every word takes its best head, and
 * cycles are resolved after Chu, Liu and Edmonds, all of a round at once. Exactly
 * one word hangs on the root. Work is bounded: where cycles keep coming, as in
 * text that is no language, the last ones are cut open at the root.
 */

/** Score of an arc that must not be. */
const NEVER = -1e9;
/** Rounds of resolving cycles; sentences of news need one to three. */
const MAX_ROUNDS = 16;
/** Words tried as the one on the root, where several want to be. */
const MAX_ROOTS = 5;
/** Longer sentences try the likeliest root only. */
const LONG = 100;

/** Number of the cycle that each node lies in, from 1; 0 outside cycles. Node 0 is the root. */
function findCycles(heads: Int32Array): { numbers: Int32Array; count: number } {
  const seen = new Int32Array(heads.length);
  const numbers = new Int32Array(heads.length);
  let count = 0;
  for (let start = 1; start < heads.length; start++) {
    let node = start;
    while (node !== 0 && seen[node] === 0) {
      seen[node] = start;
      node = heads[node] as number;
    }
    if (node === 0 || seen[node] !== start) continue;
    count++;
    for (let next = node; numbers[next] === 0; next = heads[next] as number) numbers[next] = count;
  }
  return { numbers, count };
}

function bestHeads(scores: Float32Array, size: number): Int32Array {
  const heads = new Int32Array(size).fill(-1);
  for (let i = 1; i < size; i++) {
    let best = 0;
    for (let j = 1; j < size; j++) {
      if (j !== i && (scores[i * size + j] as number) > (scores[i * size + best] as number)) best = j;
    }
    heads[i] = best;
  }
  return heads;
}

/** Heads of the best arborescence; `scores[i * size + j]` is that of head j for node i, node 0 the root. */
function arborescence(scores: Float32Array, size: number, round = 0): Int32Array {
  const heads = bestHeads(scores, size);
  const { numbers, count } = findCycles(heads);
  if (count === 0) return heads;
  if (round === MAX_ROUNDS) {
    for (let number = 1; number <= count; number++) heads[numbers.indexOf(number)] = 0;
    return heads;
  }
  // each cycle becomes one node, after the nodes that lie in none
  const place = new Int32Array(size);
  let outside = 0;
  for (let node = 0; node < size; node++) if (numbers[node] === 0) place[node] = outside++;
  for (let node = 0; node < size; node++) {
    if (numbers[node] !== 0) place[node] = outside + (numbers[node] as number) - 1;
  }
  const small = outside + count;
  const inner = new Float32Array(small * small).fill(4 * NEVER);
  const entry = new Int32Array(small * small);
  const exit = new Int32Array(small * small);
  for (let i = 1; i < size; i++) {
    const lost = numbers[i] === 0 ? 0 : (scores[i * size + (heads[i] as number)] as number);
    const row = (place[i] as number) * small;
    for (let j = 0; j < size; j++) {
      const at = row + (place[j] as number);
      if (place[i] === place[j]) continue;
      const value = (scores[i * size + j] as number) - lost;
      if (value <= (inner[at] as number)) continue;
      inner[at] = value;
      entry[at] = i;
      exit[at] = j;
    }
  }
  const solved = arborescence(inner, small, round + 1);
  for (let node = 1; node < small; node++) {
    const at = node * small + (solved[node] as number);
    heads[entry[at] as number] = exit[at] as number;
  }
  return heads;
}

function total(scores: Float32Array, size: number, heads: Int32Array): number {
  let sum = 0;
  for (let i = 1; i < size; i++) sum += scores[i * size + (heads[i] as number)] as number;
  return sum;
}

/** Words that hang on the root, the one that would lose most by another head first. */
function rootWords(scores: Float32Array, size: number, heads: Int32Array): number[] {
  const words: [number, number][] = [];
  for (let i = 1; i < size; i++) {
    if (heads[i] !== 0) continue;
    let other = 4 * NEVER;
    for (let j = 1; j < size; j++) if (j !== i) other = Math.max(other, scores[i * size + j] as number);
    words.push([i, (scores[i * size] as number) - other]);
  }
  return words.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([word]) => word);
}

/** Heads of the best tree with one word on the root; node 0 is the root, words count from 1.
 * @param scores row i holds the scores of the heads of node i; its diagonal is not looked at */
export function spanningTree(scores: Float32Array, size: number): Int32Array {
  const heads = arborescence(scores, size);
  const roots = rootWords(scores, size, heads);
  if (roots.length <= 1) return heads;
  let best = heads;
  let bestTotal = Number.NEGATIVE_INFINITY;
  for (const root of roots.slice(0, size > LONG ? 1 : MAX_ROOTS)) {
    const only = Float32Array.from(scores);
    for (let i = 1; i < size; i++) if (i !== root) only[i * size] = NEVER;
    const tree = arborescence(only, size);
    // cycles that were cut open hang on the root as well: they go below its word
    for (let i = 1; i < size; i++) if (i !== root && tree[i] === 0) tree[i] = root;
    tree[root] = 0;
    const sum = total(only, size, tree);
    if (sum > bestTotal) {
      bestTotal = sum;
      best = tree;
    }
  }
  return best;
}
