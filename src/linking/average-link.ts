/**
 * Ids with scored edges in, groups out: average-link clustering (Sokal and
 * Michener 1958) over a sparse graph, in which a missing edge counts
 * for little or much. The result depends on ids and scores alone, never on the order in
 * which they come. A person's decisions stand above all scores: ids joined are
 * one from the start, groups split are never joined.
 */
import { TiedGroups } from "./tied-groups.ts";
import type { Decision, Edge } from "./types.ts";

export interface GroupOptions {
  /** Least average score of two groups that are joined. */
  readonly threshold: number;
  /** What a pair without an edge counts for, from 1 (it was compared and found apart) to 0 (nobody compared it): it
   * stands in the average with this weight and score 0. */
  readonly missing: number;
  readonly decisions?: readonly Pick<Decision, "verdict" | "a" | "b">[];
  /** Largest group; no limit where absent. */
  readonly most?: number;
}

/** The groups, each sorted, in order of their first id. */
export function groupByAverage(
  ids: readonly string[],
  edges: readonly Edge[],
  options: GroupOptions,
): string[][] {
  const sorted = ids.toSorted(byText);
  const groups = startGroups(sorted, edges, options);
  const most = options.most ?? Number.POSITIVE_INFINITY;
  const mayMerge = (a: number, b: number) =>
    groups.members[a]!.length + groups.members[b]!.length <= most && !groups.areApart(a, b);
  const heap = new PairHeap();
  /** For each group a pair that none of its pairs with later groups comes before; it may have changed since. */
  const best: (Pair | null)[] = sorted.map(() => null);
  const offer = (pair: Pair) => {
    best[pair.a] = pair;
    heap.push(pair);
  };
  const seek = (group: number) => {
    best[group] = null;
    let found: Pair | null = null;
    for (const tie of groups.tiesOf(group)) {
      const other = groups.across(group, tie);
      const [a, b] = group < other ? [group, other] : [other, group];
      const score = groups.average(tie, a, b);
      if (score < options.threshold) continue;
      const known = a === group ? found : best[a]!;
      if (known !== null && !isBefore(score, a, b, known)) continue;
      if (!mayMerge(a, b)) continue;
      if (a === group) found = { score, a, b, tie };
      else offer({ score, a, b, tie });
    }
    if (found !== null) offer(found);
  };
  for (const group of sorted.keys()) seek(group);
  for (let pair = heap.pop(); pair !== null; pair = heap.pop()) {
    const { a, b, tie } = pair;
    if (best[a] !== pair) continue;
    if (groups.across(a, tie) === b && groups.average(tie, a, b) === pair.score && mayMerge(a, b)) {
      groups.merge(a, b);
      best[b] = null;
    }
    seek(a);
  }
  return groups.members
    .filter((members) => members.length > 0)
    .map((members) => members.sort((x, y) => x - y).map((place) => sorted[place]!));
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** One group for each id, or for ids that a person joined. */
function startGroups(sorted: readonly string[], edges: readonly Edge[], options: GroupOptions): TiedGroups {
  const placeOf = new Map(sorted.map((id, place) => [id, place]));
  const groups = new TiedGroups(sorted.length, edges.length, options.missing);
  const groupOf = (id: string): number => {
    const place = placeOf.get(id);
    return place === undefined ? -1 : groups.groupOf(place);
  };
  for (const wanted of ["join", "split"] as const)
    for (const { verdict, a, b } of options.decisions ?? []) {
      const [x, y] = [groupOf(a), groupOf(b)];
      if (verdict !== wanted || x === -1 || y === -1) continue;
      if (verdict === "split") groups.keepApart(x, y);
      else if (x !== y) groups.merge(Math.min(x, y), Math.max(x, y));
    }
  for (const [number, { a, b, score }] of edges.entries()) {
    const [x, y] = [groupOf(a), groupOf(b)];
    if (x !== -1 && y !== -1 && x !== y) groups.tie(number, x, y, score);
  }
  groups.settle();
  return groups;
}

/** Two groups by their places, of which `a` comes before `b`, with the tie between them. */
interface Pair {
  readonly score: number;
  readonly a: number;
  readonly b: number;
  readonly tie: number;
}

/** Best pair first: by score, then by places. Old pairs stay in it and are passed over when they come up. */
class PairHeap {
  readonly #pairs: Pair[] = [];

  push(pair: Pair): void {
    const pairs = this.#pairs;
    let at = pairs.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(pair, pairs[parent]!)) break;
      pairs[at] = pairs[parent]!;
      at = parent;
    }
    pairs[at] = pair;
  }

  pop(): Pair | null {
    const pairs = this.#pairs;
    const best = pairs[0];
    const last = pairs.pop();
    if (best === undefined || last === undefined) return null;
    if (pairs.length === 0) return best;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= pairs.length) break;
      if (child + 1 < pairs.length && before(pairs[child + 1]!, pairs[child]!)) child++;
      if (!before(pairs[child]!, last)) break;
      pairs[at] = pairs[child]!;
      at = child;
    }
    pairs[at] = last;
    return best;
  }
}

const before = ({ score, a, b }: Pair, other: Pair) => isBefore(score, a, b, other);

function isBefore(score: number, a: number, b: number, other: Pair): boolean {
  if (score !== other.score) return score > other.score;
  if (a !== other.a) return a < other.a;
  return b < other.b;
}
