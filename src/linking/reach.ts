/**
 * Ids that changed and a way to ask for edges in, all ids whose groups they can
 * touch out. Groups whose average reaches a threshold have an edge that reaches
 * it, so nothing beyond such edges (and joins by a person) can change: grouping
 * this part alone gives what grouping the whole record gives.
 */
import type { Decision, Edge } from "./types.ts";

/** Edges of these ids at or above the threshold, and decisions about them. */
export type AskEdges = (ids: readonly string[]) => Promise<readonly (Edge | Decision)[]>;

/** Ids that are connected with those of `start`, sorted; at most `most`, the nearest first. */
export async function reachOf(
  start: readonly string[],
  ask: AskEdges,
  threshold: number,
  most: number,
): Promise<string[]> {
  const reached = new Set(start);
  for (let fresh = [...start]; fresh.length > 0 && reached.size < most; ) {
    const ties = await ask(fresh);
    fresh = [];
    for (const tie of ties) {
      const holds = "score" in tie ? tie.score >= threshold : tie.verdict === "join";
      if (!holds) continue;
      for (const id of [tie.a, tie.b]) {
        if (reached.has(id) || reached.size >= most) continue;
        reached.add(id);
        fresh.push(id);
      }
    }
  }
  return [...reached].sort();
}
