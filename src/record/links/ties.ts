/**
 * Scored ties of reports or mentions, by their numbers: what is connected with
 * some of them, and the ties among them. Those of the last reports are kept in
 * memory, for nearly all that is asked is about them.
 */
import { sql, type Transaction } from "kysely";
import { Recent } from "../../base/recent.ts";
import type { DatabaseKind } from "../db.ts";
import type { Tables } from "../tables.ts";
import { numbersIn } from "./sql.ts";

type Tx = Transaction<Tables>;

export interface NumberedEdge {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** Number and score of each tie, one after the other. */
type Ties = number[];

/** The ties of each that was asked for lately, from both sides. */
export class TieCache {
  readonly #table: "story_edges" | "event_edges";
  readonly #ties: Recent<number, Ties>;

  constructor(table: "story_edges" | "event_edges", most: number) {
    this.#table = table;
    this.#ties = new Recent(most);
  }

  /** Takes in numbers that have no ties yet. */
  start(fresh: Iterable<number>): void {
    for (const num of fresh) this.#ties.set(num, []);
  }

  /** Takes in ties that were just kept. */
  add(edges: readonly NumberedEdge[]): void {
    for (const { a, b, score } of edges) {
      this.#ties.get(a)?.push(b, score);
      this.#ties.get(b)?.push(a, score);
    }
  }

  /** The ties of these. */
  async of(db: Tx, kind: DatabaseKind, nums: readonly number[]): Promise<ReadonlyMap<number, Ties>> {
    return await this.#ties.through(nums, async (missing) => {
      const ties = new Map<number, Ties>(missing.map((num) => [num, []]));
      const { rows } = await sql<NumberedEdge>`select a, b, score from ${sql.table(this.#table)}
        where a in ${numbersIn(kind, missing)}`.execute(db);
      for (const { a, b, score } of rows) ties.get(Number(a))!.push(Number(b), score);
      return ties;
    });
  }

  clear(): void {
    this.#ties.clear();
  }
}

/** Most that are looked at besides a few that came: all of them where reports are as different as those of news are. */
const MOST_REACHED = 60;

/** What is connected with `start` by ties at or above the threshold, or by a person's joins; nearest first, bounded. */
export async function reach(
  db: Tx,
  kind: DatabaseKind,
  cache: TieCache,
  start: readonly number[],
  joins: readonly (readonly [number, number])[],
  { threshold, most }: { readonly threshold: number; readonly most: number },
): Promise<number[]> {
  const reached = new Set(start);
  const limit = start.length + Math.min(most, Math.max(MOST_REACHED, start.length));
  for (let fresh = [...start]; fresh.length > 0 && reached.size < limit; ) {
    const best = new Map<number, number>();
    for (const ties of (await cache.of(db, kind, fresh)).values()) {
      for (let at = 0; at < ties.length; at += 2) {
        const [num, score] = [ties[at]!, ties[at + 1]!];
        if (score >= threshold && !reached.has(num)) best.set(num, Math.max(score, best.get(num) ?? 0));
      }
    }
    const from = new Set(fresh);
    const joined = joins.flatMap(([a, b]) => (from.has(a) ? [b] : from.has(b) ? [a] : []));
    const nearest = [...best].sort(([a, x], [b, y]) => y - x || a - b).map(([num]) => num);
    fresh = [];
    for (const num of [...joined, ...nearest]) {
      if (reached.has(num) || reached.size >= limit) continue;
      reached.add(num);
      fresh.push(num);
    }
  }
  return [...reached];
}

/** Ties among these, each once. */
export async function edgesAmong(
  db: Tx,
  kind: DatabaseKind,
  cache: TieCache,
  nums: readonly number[],
): Promise<NumberedEdge[]> {
  const inside = new Set(nums);
  const edges: NumberedEdge[] = [];
  for (const [a, ties] of await cache.of(db, kind, nums))
    for (let at = 0; at < ties.length; at += 2) {
      const b = ties[at]!;
      if (a < b && inside.has(b)) edges.push({ a, b, score: ties[at + 1]! });
    }
  return edges;
}
