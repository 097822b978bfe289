/** What a read counts as it goes: ends of inputs, warnings by code, files left aside; the first few of each by name. */
import type { InputEnd } from "../../../pipeline/types.ts";

export interface WarningTally {
  count: number;
  readonly origins: string[];
  readonly message: string;
  readonly advice: string | null;
}

export interface Tally {
  done: number;
  stored: number;
  /** Inputs that were refused or quarantined. */
  troubled: number;
  readonly warnings: Map<string, WarningTally>;
  readonly aside: { count: number; readonly first: string[] };
}

/** Named one by one; the rest is counted. */
const NAMED = 3;

/** A tally of nothing. */
export function newTally(): Tally {
  return { done: 0, stored: 0, troubled: 0, warnings: new Map(), aside: { count: 0, first: [] } };
}

/** Counts an input that has ended. */
export function countEnd(tally: Tally, end: InputEnd): void {
  tally.done += 1;
  if (end.outcome === "stored") tally.stored += 1;
  if (end.code !== null) tally.troubled += 1;
  const seen = new Set<string>();
  for (const { code, message, advice = null } of end.warnings) {
    if (seen.has(code)) continue;
    seen.add(code);
    const known = tally.warnings.get(code) ?? { count: 0, origins: [], message, advice };
    known.count += 1;
    if (known.origins.length < NAMED) known.origins.push(end.origin);
    tally.warnings.set(code, known);
  }
}

/** Counts a file that is not read. */
export function countAside(tally: Tally, path: string): void {
  tally.aside.count += 1;
  if (tally.aside.first.length < NAMED) tally.aside.first.push(path);
}
