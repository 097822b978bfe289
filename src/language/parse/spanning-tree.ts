/**
 * Scores of arcs in, the best tree out: every word takes its best head, and
 * cycles are resolved after Chu, Liu and Edmonds. Exactly one word hangs on the
 * root.
 */

/** Score of an arc that must not be. */
const NEVER = -1e9;

/** Nodes of a cycle in `heads` (node 0 is the root), empty when there is none. */
function findCycle(heads: Int32Array): number[] {
  const seen = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let node = start;
    while (node !== 0 && seen[node] === 0) {
      seen[node] = start;
      node = heads[node] as number;
    }
    if (node === 0 || seen[node] !== start) continue;
    const cycle = [node];
    for (let next = heads[node] as number; next !== node; next = heads[next] as number) cycle.push(next);
    return cycle;
  }
  return [];
}

function bestHeads(scores: Float32Array, size: number): Int32Array {
  const heads = new Int32Array(size).fill(-1);
  for (let i = 1; i < size; i++) {
    let best = i === 1 ? 0 : 1;
    for (let j = 0; j < size; j++) {
      if (j !== i && (scores[i * size + j] as number) > (scores[i * size + best] as number)) best = j;
    }
    if (best === i) best = 0;
    heads[i] = best;
  }
  return heads;
}

/** Heads of the best arborescence; `scores[i * size + j]` is that of head j for node i, node 0 the root. */
function arborescence(scores: Float32Array, size: number): Int32Array {
  const heads = bestHeads(scores, size);
  const cycle = findCycle(heads);
  if (cycle.length === 0) return heads;
  const inCycle = new Uint8Array(size);
  for (const node of cycle) inCycle[node] = 1;
  const outside: number[] = [];
  for (let node = 0; node < size; node++) if (inCycle[node] === 0) outside.push(node);
  // the cycle becomes one node, the last of the smaller graph
  const small = outside.length + 1;
  const merged = small - 1;
  const inner = new Float32Array(small * small).fill(NEVER);
  const entry = new Int32Array(small);
  const exit = new Int32Array(small);
  outside.forEach((node, i) => {
    outside.forEach((other, j) => {
      inner[i * small + j] = scores[node * size + other] as number;
    });
    let bestIn = NEVER * 4;
    let bestOut = NEVER * 4;
    for (const member of cycle) {
      const gain =
        (scores[member * size + node] as number) -
        (scores[member * size + (heads[member] as number)] as number);
      if (gain > bestIn) {
        bestIn = gain;
        entry[i] = member;
      }
      const out = scores[node * size + member] as number;
      if (out > bestOut) {
        bestOut = out;
        exit[i] = member;
      }
    }
    inner[merged * small + i] = bestIn;
    inner[i * small + merged] = bestOut;
  });
  const solved = arborescence(inner, small);
  const into = solved[merged] as number;
  const broken = entry[into] as number;
  for (let i = 1; i < outside.length; i++) {
    const head = solved[i] as number;
    heads[outside[i] as number] = head === merged ? (exit[i] as number) : (outside[head] as number);
  }
  heads[broken] = outside[into] as number;
  return heads;
}

function total(scores: Float32Array, size: number, heads: Int32Array): number {
  let sum = 0;
  for (let i = 1; i < size; i++) sum += scores[i * size + (heads[i] as number)] as number;
  return sum;
}

/** Heads of the best tree with one word on the root; node 0 is the root, words count from 1.
 * @param scores row i holds the scores of the heads of node i; its diagonal is not looked at */
export function spanningTree(scores: Float32Array, size: number): Int32Array {
  const heads = arborescence(scores, size);
  const roots: number[] = [];
  for (let i = 1; i < size; i++) if (heads[i] === 0) roots.push(i);
  if (roots.length <= 1) return heads;
  let best = heads;
  let bestTotal = Number.NEGATIVE_INFINITY;
  for (const root of roots) {
    const only = Float32Array.from(scores);
    for (let i = 1; i < size; i++) if (i !== root) only[i * size] = NEVER;
    const tree = arborescence(only, size);
    const sum = total(only, size, tree);
    if (sum > bestTotal) {
      bestTotal = sum;
      best = tree;
    }
  }
  return best;
}
