/**
 * Measures between two parties as a ladder: each a rung on the side of who took
 * it, in order of their days, tied to the one that it answers.
 */
import type { LedgerEntry } from "../api/types.ts";

export interface Rung {
  readonly entry: LedgerEntry;
  readonly side: "left" | "right";
  /** Rungs that it answers, by their place in the ladder. */
  readonly answers: readonly number[];
}

/** The rungs from the first to the last. */
export function measureLadder(entries: readonly LedgerEntry[], left: string): Rung[] {
  const inTime = [...entries].sort((a, b) => ((a.date ?? "9999") < (b.date ?? "9999") ? -1 : 1));
  const at = new Map(inTime.map(({ id }, index) => [id, index]));
  return inTime.map((entry) => ({
    entry,
    side: takenBy(entry, left) ? "left" : "right",
    answers: entry.in_answer_to.flatMap((tie) => at.get(tie.id) ?? []),
  }));
}

function takenBy({ by = [] }: LedgerEntry, who: string): boolean {
  return by.some(({ code, id }) => code === who || id === who);
}
