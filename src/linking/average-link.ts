/**
 * Ids with scored edges in, groups out: average-link clustering (Sokal and
 * Michener 1958) over a sparse graph, in which a missing edge counts
 * for little or much. The result depends on ids and scores alone, never on the order in
 * which they come. A person's decisions stand above all scores: ids joined are
 * one from the start, groups split are never joined.
 */
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

/** Groups go by the place of their first id among all ids, sorted. */
interface Group {
  readonly place: number;
  readonly members: number[];
  /** Sum and number of edges to other groups, by their place. */
  readonly ties: Map<number, Tie>;
  readonly apart: Set<number>;
}

interface Tie {
  sum: number;
  count: number;
}

type Groups = Map<number, Group>;

/** The groups, each sorted, in order of their first id. */
export function groupByAverage(
  ids: readonly string[],
  edges: readonly Edge[],
  options: GroupOptions,
): string[][] {
  const sorted = ids.toSorted(byText);
  const groups = startGroups(sorted, edges, options);
  const heap = new PairHeap();
  const push = (a: Group, b: Group, tie: Tie) => {
    const score = averageOf(a, b, tie, options.missing);
    if (score >= options.threshold) heap.push(a.place < b.place ? { score, a, b } : { score, a: b, b: a });
  };
  for (const group of groups.values())
    for (const [place, tie] of group.ties) if (group.place < place) push(group, groups.get(place)!, tie);
  for (let best = heap.pop(); best !== null; best = heap.pop()) {
    const { a, b } = best;
    if (groups.get(a.place) !== a || groups.get(b.place) !== b) continue;
    if (a.apart.has(b.place)) continue;
    if (a.members.length + b.members.length > (options.most ?? Number.POSITIVE_INFINITY)) continue;
    const merged = mergeGroups(a, b, groups);
    for (const [place, tie] of merged.ties) push(merged, groups.get(place)!, tie);
  }
  return [...groups.values()]
    .map(({ members }) => members.sort((x, y) => x - y).map((place) => sorted[place]!))
    .sort((x, y) => byText(x[0]!, y[0]!));
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function averageOf(a: Group, b: Group, { sum, count }: Tie, missing: number): number {
  const pairs = a.members.length * b.members.length;
  return sum / (count + (pairs - count) * missing);
}

/** One group for each id, or for ids that a person joined. */
function startGroups(sorted: readonly string[], edges: readonly Edge[], options: GroupOptions): Groups {
  const placeOf = new Map(sorted.map((id, place) => [id, place]));
  const first = sorted.map((_, place) => place);
  const rootOf = (place: number): number => {
    let root = place;
    while (first[root] !== root) root = first[root]!;
    return root;
  };
  const decisions = (options.decisions ?? []).flatMap(({ verdict, a, b }) => {
    const [x, y] = [placeOf.get(a), placeOf.get(b)];
    return x === undefined || y === undefined ? [] : [{ verdict, x, y }];
  });
  for (const { verdict, x, y } of decisions) {
    if (verdict !== "join") continue;
    const [a, b] = [rootOf(x), rootOf(y)];
    first[Math.max(a, b)] = Math.min(a, b);
  }
  const groups: Groups = new Map();
  for (const place of first.keys()) {
    const root = rootOf(place);
    const group = groups.get(root);
    if (group !== undefined) group.members.push(place);
    else groups.set(root, { place: root, members: [place], ties: new Map(), apart: new Set() });
  }
  for (const { verdict, x, y } of decisions) {
    if (verdict !== "split") continue;
    groups.get(rootOf(x))!.apart.add(rootOf(y));
    groups.get(rootOf(y))!.apart.add(rootOf(x));
  }
  for (const { a, b, score } of edges) {
    const [x, y] = [placeOf.get(a), placeOf.get(b)];
    if (x === undefined || y === undefined) continue;
    const [one, other] = [rootOf(x), rootOf(y)];
    if (one === other) continue;
    addTie(groups.get(one)!.ties, other, score, 1);
    addTie(groups.get(other)!.ties, one, score, 1);
  }
  return groups;
}

function addTie(ties: Map<number, Tie>, place: number, sum: number, count: number): void {
  const tie = ties.get(place);
  if (tie === undefined) ties.set(place, { sum, count });
  else {
    tie.sum += sum;
    tie.count += count;
  }
}

/** The two as one, in the place of `a`, whose place comes first. */
function mergeGroups(a: Group, b: Group, groups: Groups): Group {
  const merged: Group = {
    place: a.place,
    members: [...a.members, ...b.members],
    ties: a.ties,
    apart: new Set([...a.apart, ...b.apart]),
  };
  groups.delete(b.place);
  groups.set(merged.place, merged);
  merged.ties.delete(b.place);
  for (const [place, { sum, count }] of b.ties) {
    if (place === a.place) continue;
    addTie(merged.ties, place, sum, count);
    const other = groups.get(place)!;
    other.ties.delete(b.place);
    addTie(other.ties, merged.place, sum, count);
  }
  for (const place of b.apart) {
    groups.get(place)?.apart.delete(b.place);
    groups.get(place)?.apart.add(merged.place);
  }
  return merged;
}

interface Pair {
  readonly score: number;
  /** `a` comes before `b`. */
  readonly a: Group;
  readonly b: Group;
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

function before(x: Pair, y: Pair): boolean {
  if (x.score !== y.score) return x.score > y.score;
  if (x.a.place !== y.a.place) return x.a.place < y.a.place;
  return x.b.place < y.b.place;
}
