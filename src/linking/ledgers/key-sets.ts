/** Comparisons of the keys by which strands meet. */
import type { Strand } from "./strands.ts";

/** Countries of the places that the strands name. */
export function countriesOf(group: readonly Strand[]): Set<string> {
  return new Set(group.flatMap(({ countries }) => [...countries]));
}

/** All keys of one side. */
export function union(
  group: readonly Strand[],
  side: "by" | "on" | "sureBy" | "sureOn" | "called" | "names" | "persons" | "ids",
): Set<string> {
  return new Set(group.flatMap((strand) => [...strand[side]]));
}

/** True where a key is in both. */
export function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((key) => b.has(key));
}

/** Both are known and have nothing in common. */
export function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && !meet(a, b);
}

/** True where a span of days of one holds the other's. */
export function overlap(a: Strand, b: Strand): boolean {
  const spans = (strand: Strand) => strand.clues.flatMap(({ clue }) => (clue.day === null ? [] : [clue.day]));
  return spans(a).some((one) => spans(b).some((two) => one.date <= two.endDate && two.date <= one.endDate));
}
