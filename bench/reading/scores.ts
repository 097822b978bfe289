/** Two texts or two lists of names in, how far they agree out: the scores of the bench of reading. */

const SHINGLE = 4;

/** Runs of four words with their counts; a shorter text is one run. */
function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  if (words.length === 0) return counts;
  for (let k = 0; k < Math.max(1, words.length - SHINGLE + 1); k++) {
    const key = words.slice(k, k + SHINGLE).join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Precision and recall of the shingles of one page; nothing found where nothing is to be found is right. */
export function shingleScore(read: string, gold: string): { precision: number; recall: number } {
  const [a, b] = [shingles(read), shingles(gold)];
  const sum = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((total, count) => total + count, 0);
  let shared = 0;
  for (const [key, count] of a) shared += Math.min(count, b.get(key) ?? 0);
  const share = (total: number, other: number) => (total === 0 ? Number(other === 0) : shared / total);
  return { precision: share(sum(a), sum(b)), recall: share(sum(b), sum(a)) };
}

/** The harmonic mean; 0 where both are. */
export function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** The mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Letters and digits alone, in lower case. */
export function plain(text: string | null | undefined): string {
  return (text ?? "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** How many names were found, are in gold (parted by ";", "," or "and"), and are in both. */
export function authorCounts(
  found: readonly string[],
  gold: string,
): { shared: number; found: number; gold: number } {
  const names = new Set(found.map(plain));
  const wanted = new Set(gold.split(/[;,]|\band\b/).map(plain));
  return {
    shared: [...names].filter((name) => wanted.has(name)).length,
    found: names.size,
    gold: wanted.size,
  };
}
