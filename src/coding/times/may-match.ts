/**
 * A rule's steps and a place in, whether the steps fit there out. Nearly all do
 * not ("in", "the" and "of" begin many rules), so this is asked before a
 * candidate is built, and makes nothing. Guards are left to match.ts.
 */
import type { Lattice } from "./match.ts";
import type { Element, Option } from "./types.ts";

/** One step with what follows it; null: the end, where all fits. */
export type Step =
  | { readonly options: readonly Option[]; readonly glued: boolean; readonly next: Step | null }
  | { readonly options: null; readonly inner: Step | null; readonly next: Step | null };

/** The elements as steps. */
export function stepsOf(elements: readonly Element[], rest: Step | null = null): Step | null {
  return elements.reduceRight<Step | null>((next, element) => {
    if (element.kind === "choice") return { options: element.options, glued: element.glued, next };
    if (element.kind === "optional") return { options: null, inner: stepsOf(element.elements, next), next };
    return next;
  }, rest);
}

/** True where the steps fit the atoms from `first` on. */
export function mayMatch(steps: Step | null, lattice: Lattice, first: number): boolean {
  let step = steps;
  while (step !== null && step.options === null) {
    if (mayMatch(step.inner, lattice, first)) return true;
    step = step.next;
  }
  if (step === null) return true;
  const atom = lattice.atoms[first];
  if (atom === undefined || (step.glued && !atom.glued)) return false;
  const { options, next } = step;
  for (let k = 0; k < options.length; k++) {
    const option = options[k] as Option;
    if ("words" in option) {
      if (hasWords(lattice, first, option.words) && mayMatch(next, lattice, first + option.words.length))
        return true;
      continue;
    }
    const lexemes = lattice.lexemes[first]!;
    for (let l = 0; l < lexemes.length; l++) {
      const { className, length } = lexemes[l]!;
      if (className === option.className && mayMatch(next, lattice, first + length)) return true;
    }
  }
  return false;
}

/** True where the atoms from `at` on are these words. */
export function hasWords({ atoms }: Lattice, at: number, words: readonly string[]): boolean {
  for (let k = 0; k < words.length; k++) if (atoms[at + k]?.lower !== words[k]) return false;
  return true;
}
