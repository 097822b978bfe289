/**
 * Forms of a lemma, so that triggers can be found by the words of a sentence
 * before anything is tagged.
 *
 * In: a lemma, its part of speech and the irregular forms. Out: every form that
 * English spelling gives it, lower case. Follows the regular spelling rules of
 * the Cambridge Grammar of the English Language, chapter 18.
 */
const VOWELS = "aeiou";

/** All forms of the lemma, the lemma itself first. */
export function inflect(
  lemma: string,
  pos: "v" | "n" | "a" | "x",
  irregular: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const forms = new Set<string>([lemma]);
  if (pos === "v" || pos === "n") {
    const known = irregular.get(`${pos}:${lemma}`);
    for (const form of known ?? []) forms.add(form);
    forms.add(withS(lemma));
    if (pos === "v") {
      forms.add(withSuffix(lemma, "ing"));
      if (doubles(lemma)) forms.add(`${lemma}${lemma.at(-1)}ing`);
      if (known === undefined) {
        forms.add(withSuffix(lemma, "ed"));
        if (doubles(lemma)) forms.add(`${lemma}${lemma.at(-1)}ed`);
      }
    }
  }
  return [...forms];
}

function withS(lemma: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(lemma)) return `${lemma}es`;
  if (endsInConsonantY(lemma)) return `${lemma.slice(0, -1)}ies`;
  return `${lemma}s`;
}

function withSuffix(lemma: string, suffix: "ing" | "ed"): string {
  if (suffix === "ed" && endsInConsonantY(lemma)) return `${lemma.slice(0, -1)}ied`;
  if (suffix === "ed" && lemma.endsWith("e")) return `${lemma}d`;
  if (suffix === "ing" && lemma.endsWith("ie")) return `${lemma.slice(0, -2)}ying`;
  if (suffix === "ing" && lemma.endsWith("e") && !/(?:ee|oe|ye)$/.test(lemma))
    return `${lemma.slice(0, -1)}ing`;
  if (lemma.endsWith("c")) return `${lemma}k${suffix}`;
  return lemma + suffix;
}

/** Consonant, vowel, consonant at the end: the last letter may double ("ban", "expel", "travel"). */
function doubles(lemma: string): boolean {
  const [c, v, last] = [lemma.at(-3) ?? "", lemma.at(-2) ?? "", lemma.at(-1) ?? ""];
  // "acquit": the u behind a q is no vowel.
  if (c === "u" && lemma.at(-4) === "q") return VOWELS.includes(v) && !`${VOWELS}wxy`.includes(last);
  return VOWELS.includes(v) && v !== "" && !VOWELS.includes(c) && !`${VOWELS}wxy`.includes(last);
}

function endsInConsonantY(lemma: string): boolean {
  return lemma.endsWith("y") && !VOWELS.includes(lemma.at(-2) ?? "a");
}
