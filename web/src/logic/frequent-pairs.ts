/** Counts by actor and recipient in, pairs without direction out, most events first. */
import type { CountLine } from "../api/types.ts";

export interface FrequentPair {
  readonly a: string;
  readonly b: string;
  readonly events: number;
}

/** Two that differ and that `isWanted` wants both; the one that did more stands first. */
export function frequentPairs(
  counts: readonly CountLine[],
  isWanted: (code: string) => boolean,
): FrequentPair[] {
  const found = new Map<string, FrequentPair>();
  for (const { actor = "", recipient = "", events } of counts) {
    if (actor === recipient || !isWanted(actor) || !isWanted(recipient)) continue;
    const key = [actor, recipient].sort().join(" ");
    const known = found.get(key) ?? { a: actor, b: recipient, events: 0 };
    found.set(key, { ...known, events: known.events + events });
  }
  return [...found.values()].sort((x, y) => y.events - x.events || (x.a + x.b < y.a + y.b ? -1 : 1));
}
