/**
 * Word and tag in, lemma out: first the words of the treebanks, then the rule
 * of the longest ending that was seen with the tag. A rule keeps or lowers the
 * case, takes letters off the end and adds others.
 */
import { ownCopy } from "../../base/own-copy.ts";
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

/** Forms whose lemmas are kept; beyond them all are forgotten. */
const MAX_FORMS = 8192;

/** The lemma of a form with one pair of tags. */
interface Known {
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
}

/** The lemmatizer over these words and rules. Lemmas are kept by form, since forms come again.
 * @param maxForms forms of which it keeps lemmas (default: MAX_FORMS) */
export function createLemmatizer(data: LemmaData, maxForms = MAX_FORMS): Lemmatizer {
  const kept = new Map<string, Known[]>();
  const lemma = (form: string, upos: string, xpos: string) => {
    const known = kept.get(form);
    if (known !== undefined) {
      for (let i = 0; i < known.length; i++) {
        const one = known[i] as Known;
        if (one.xpos === xpos && one.upos === upos) return one.lemma;
      }
    }
    const found = { upos, xpos, lemma: ownCopy(makeLemma(data, form, upos, xpos)) };
    if (known !== undefined) known.push(found);
    else {
      if (kept.size >= maxForms) kept.clear();
      kept.set(ownCopy(form), [found]);
    }
    return found.lemma;
  };
  return { lemma };
}

function makeLemma(data: LemmaData, form: string, upos: string, xpos: string): string {
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
}
