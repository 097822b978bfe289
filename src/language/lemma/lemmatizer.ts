/**
 * Word and tag in, lemma out: first the words of the treebanks, then the rule
 * of the longest ending that was seen with the tag. A rule keeps or lowers the
 * case, takes letters off the end and adds others.
 */
import type { LemmaData } from "../../knowledge/lemmas.ts";
import { CASE_LOWER } from "../../knowledge/lemmas.ts";

/** Longest ending that a rule can look at, in code units. */
export const MAX_ENDING = 6;

export interface Lemmatizer {
  lemma(form: string, upos: string, xpos: string): string;
}

/** The form after the rule `case strip add`. */
export function applyRule(rule: string, form: string): string {
  const [mode, strip, add] = rule.split(" ") as [string, string, string];
  const base = mode === CASE_LOWER ? form.toLowerCase() : form;
  return base.slice(0, Math.max(0, base.length - Number(strip))) + add;
}

/** The lemmatizer over these words and rules. */
export function createLemmatizer(data: LemmaData): Lemmatizer {
  const lemma = (form: string, upos: string, xpos: string) => {
    const plain = form.replace(/[’‘`]/g, "'");
    const known = data.words.get(`${plain} ${xpos}`) ?? data.words.get(`${plain.toLowerCase()} ${xpos}`);
    if (known !== undefined) return known;
    if (form.length > 64) return form;
    const lower = plain.toLowerCase();
    const tag = upos === "PROPN" || upos === "ADJ" || upos === "NOUN" ? `${upos}${xpos}` : xpos;
    const capital = plain !== lower ? "^" : "";
    for (let size = Math.min(MAX_ENDING, lower.length); size >= 0; size--) {
      const rule = data.rules.get(`${capital}${lower.slice(lower.length - size)} ${tag}`);
      if (rule !== undefined) return applyRule(rule, plain);
    }
    return upos === "PROPN" ? plain : lower;
  };
  return { lemma };
}
