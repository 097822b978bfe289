/**
 * A package told as a whole ("lifted its sanctions on A") in, the measures that it
 * is made of out: what one side imposed on the other on one day under other names.
 */
import { founds } from "./another-entry.ts";
import { apart, meet, overlap, union } from "./key-sets.ts";
import type { Strand } from "./strands.ts";
import type { LedgerLinkTools } from "./types.ts";

interface Members {
  readonly strands: Strand[];
}

/** True for later steps of sanctions told as a whole, which may be those of a package. */
export function isPackage(whole: readonly Strand[]): boolean {
  return whole.every(
    (strand) =>
      strand.ledger === "measure" &&
      strand.kind === SANCTIONS &&
      strand.steps.length > 0 &&
      !founds(strand) &&
      !strand.steps.includes(IN_FORCE),
  );
}

/** The groups near the package that are parts of it; none where it may be a measure of its own. */
export function membersOf<T extends Members>(
  whole: readonly Strand[],
  near: ReadonlySet<T>,
  { looseKinds }: LedgerLinkTools,
): readonly T[] {
  const last = Math.min(...whole.map(({ day }) => day ?? Number.NEGATIVE_INFINITY));
  const fitting = [...near].filter(({ strands }) => {
    const founded = strands.filter(founds);
    return (
      strands.every(({ ledger, kind }) => ledger === "measure" && kind !== null && kind !== SANCTIONS) &&
      founded.some(({ day }) => day !== null && day < last) &&
      !strands.some(({ steps }) => steps.includes(LIFTED)) &&
      meet(union(strands, "on"), union(whole, "on")) &&
      !apart(union(strands, "sureBy"), union(whole, "sureBy"))
    );
  });
  const beside = fitting.filter((one) =>
    fitting.some(
      (other) =>
        other !== one &&
        one.strands.some((a) => other.strands.some((b) => founds(a) && founds(b) && overlap(a, b))),
    ),
  );
  // "lifted its sanctions on A": of a single ban or embargo on it, that one.
  const isOnly = fitting.length === 1 && fitting[0]!.strands.every(({ kind }) => looseKinds.has(kind ?? ""));
  return isOnly ? fitting : beside;
}

/** The package's strand as that of a part: its words and kind are those of the whole. */
export function asPart(strand: Strand): Strand {
  const clues = strand.clues.map((placed) => ({
    ...placed,
    clue: { ...placed.clue, kind: null, about: null },
  }));
  return { ...strand, clues, kind: null, words: new Set() };
}

const SANCTIONS = "sanctions";
const IN_FORCE = "in force";
const LIFTED = "lifted";
