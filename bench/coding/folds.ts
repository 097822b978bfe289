/**
 * Folds for cross-validation such that sentences that are nearly the same share one.
 *
 * In: texts. Out: the fold of each. Two texts belong together when more than half
 * of their words are shared (Jaccard), over any number of steps.
 */
export const FOLDS = 5;

/** Share of common words from which two texts count as one. */
const ALIKE = 0.5;

/** The fold of each text, 0 to 4, by order of its group. */
export function foldsOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const unique = [...new Set(texts)];
  const words = unique.map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  const parent = unique.map((_, index) => index);
  const root = (index: number): number => (parent[index] === index ? index : root(parent[index]!));
  const holders = new Map<string, number[]>();
  for (let index = 0; index < unique.length; index++) {
    const shared = new Map<number, number>();
    for (const word of words[index]!) {
      const list = holders.get(word) ?? [];
      if (list.length < 400) for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1);
      holders.set(word, [...list, index]);
    }
    for (const [other, count] of shared) {
      if (count / (words[index]!.size + words[other]!.size - count) > ALIKE)
        parent[root(index)] = root(other);
    }
  }
  const folds = new Map<number, number>();
  const result = new Map<string, number>();
  unique.forEach((text, index) => {
    const group = root(index);
    if (!folds.has(group)) folds.set(group, folds.size % FOLDS);
    result.set(text, folds.get(group)!);
  });
  return result;
}
