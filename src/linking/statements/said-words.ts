/** What is said in, its words out: lower case, without marks and accents, apostrophes taken out. */

/** Words of one statement that are compared, at most. */
const MOST_WORDS = 400;

/** The words, in order. */
export function saidWords(content: string): readonly string[] {
  const plain = content
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
}

/** Runs of `length` words, each as one text; the words as one run where there are fewer. */
export function runsOf(words: readonly string[], length: number): ReadonlySet<string> {
  const runs = new Set<string>();
  for (let at = 0; at + length <= words.length; at++) runs.add(words.slice(at, at + length).join(" "));
  if (runs.size === 0 && words.length > 0) runs.add(words.join(" "));
  return runs;
}

/** The beginnings of the long words: what two translations of one sentence share. */
export function stemsOf(words: readonly string[], shortest: number, length: number): ReadonlySet<string> {
  return new Set(words.filter((word) => word.length >= shortest).map((word) => word.slice(0, length)));
}
