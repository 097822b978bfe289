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

interface Group {
  readonly name: string;
  readonly members: string[];
  /** Sum and number of edges to other groups, by their name. */
  readonly ties: Map<string, { sum: number; count: number }>;
  readonly apart: Set<string>;
}

/** The groups, each sorted, in order of their first id. */
export function groupByAverage(
  ids: readonly string[],
  edges: readonly Edge[],
  options: GroupOptions,
): string[][] {
  const groups = startGroups(ids, edges, options);
  const heap = new PairHeap();
  const push = (a: Group, b: Group) => {
    const score = averageOf(a, b, options.missing);
    if (score >= options.threshold)
      heap.push({ score, a: a.name < b.name ? a : b, b: a.name < b.name ? b : a });
  };
  for (const group of groups.values()) {
    for (const name of group.ties.keys()) if (group.name < name) push(group, groups.get(name)!);
  }
  for (let best = heap.pop(); best !== null; best = heap.pop()) {
    const { a, b, score } = best;
    if (groups.get(a.name) !== a || groups.get(b.name) !== b) continue;
    if (a.apart.has(b.name) || score < options.threshold) continue;
    if (a.members.length + b.members.length > (options.most ?? Number.POSITIVE_INFINITY)) continue;
    const merged = mergeGroups(a, b, groups);
    for (const name of merged.ties.keys()) push(merged, groups.get(name)!);
  }
  return [...groups.values()]
    .map(({ members }) => members.toSorted(byText))
    .sort((x, y) => byText(x[0]!, y[0]!));
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function averageOf(a: Group, b: Group, missing: number): number {
  const { sum, count } = a.ties.get(b.name)!;
  const pairs = a.members.length * b.members.length;
  return sum / (count + (pairs - count) * missing);
}

/** One group for each id, or for ids that a person joined. */
function startGroups(
  ids: readonly string[],
  edges: readonly Edge[],
  options: GroupOptions,
): Map<string, Group> {
  const first = new Map<string, string>();
  const rootOf = (id: string): string => {
    const next = first.get(id);
    return next === undefined || next === id ? id : rootOf(next);
  };
  const known = new Set(ids);
  const decisions = (options.decisions ?? []).filter(({ a, b }) => known.has(a) && known.has(b));
  for (const { verdict, a, b } of decisions) {
    if (verdict !== "join") continue;
    const [x, y] = [rootOf(a), rootOf(b)].sort(byText) as [string, string];
    if (x !== y) first.set(y, x);
  }
  const groups = new Map<string, Group>();
  for (const id of ids.toSorted(byText)) {
    const root = rootOf(id);
    const group = groups.get(root);
    if (group === undefined)
      groups.set(root, { name: root, members: [id], ties: new Map(), apart: new Set() });
    else group.members.push(id);
  }
  for (const { verdict, a, b } of decisions) {
    if (verdict !== "split") continue;
    groups.get(rootOf(a))!.apart.add(rootOf(b));
    groups.get(rootOf(b))!.apart.add(rootOf(a));
  }
  for (const { a, b, score } of edges) {
    if (!known.has(a) || !known.has(b)) continue;
    const x = groups.get(rootOf(a))!;
    const y = groups.get(rootOf(b))!;
    if (x === y) continue;
    addTie(x, y.name, score, 1);
    addTie(y, x.name, score, 1);
  }
  return groups;
}

function addTie(group: Group, name: string, sum: number, count: number): void {
  const tie = group.ties.get(name);
  if (tie === undefined) group.ties.set(name, { sum, count });
  else {
    tie.sum += sum;
    tie.count += count;
  }
}

function mergeGroups(a: Group, b: Group, groups: Map<string, Group>): Group {
  const merged: Group = {
    name: a.name,
    members: [...a.members, ...b.members],
    ties: new Map(),
    apart: new Set([...a.apart, ...b.apart]),
  };
  groups.delete(b.name);
  groups.set(merged.name, merged);
  for (const from of [a, b]) {
    for (const [name, { sum, count }] of from.ties) {
      if (name === a.name || name === b.name) continue;
      addTie(merged, name, sum, count);
      const other = groups.get(name)!;
      if (from === b) {
        other.ties.delete(b.name);
        addTie(other, merged.name, sum, count);
      }
    }
  }
  for (const name of b.apart) {
    groups.get(name)?.apart.delete(b.name);
    groups.get(name)?.apart.add(merged.name);
  }
  return merged;
}

interface Pair {
  readonly score: number;
  readonly a: Group;
  readonly b: Group;
}

/** Best pair first: by score, then by names. Old pairs stay in it and are passed over when they come up. */
class PairHeap {
  readonly #pairs: Pair[] = [];

  push(pair: Pair): void {
    let at = this.#pairs.push(pair) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(this.#pairs[at]!, this.#pairs[parent]!)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): Pair | null {
    const best = this.#pairs[0];
    const last = this.#pairs.pop();
    if (best === undefined || last === undefined) return null;
    if (this.#pairs.length === 0) return best;
    this.#pairs[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      if (left >= this.#pairs.length) break;
      const right = left + 1;
      const child =
        right < this.#pairs.length && before(this.#pairs[right]!, this.#pairs[left]!) ? right : left;
      if (!before(this.#pairs[child]!, this.#pairs[at]!)) break;
      this.#swap(at, child);
      at = child;
    }
    return best;
  }

  #swap(i: number, j: number): void {
    [this.#pairs[i], this.#pairs[j]] = [this.#pairs[j]!, this.#pairs[i]!];
  }
}

function before(x: Pair, y: Pair): boolean {
  if (x.score !== y.score) return x.score > y.score;
  if (x.a.name !== y.a.name) return x.a.name < y.a.name;
  return x.b.name < y.b.name;
}
