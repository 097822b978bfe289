/**
 * Learns the lemmatizer's tables: a rule for every ending that the treebanks
 * agree on, and the words whose lemma no rule gives.
 */
import type { GoldSentence } from "../../bench/language/treebank.ts";
import { CASE_KEEP, CASE_LOWER, type LemmaData } from "../../src/knowledge/lemmas.ts";
import { createLemmatizer, MAX_ENDING } from "../../src/language/lemma/lemmatizer.ts";

type Counts = Map<string, Map<string, number>>;

function add(counts: Counts, key: string, value: string): void {
  const inner = counts.get(key) ?? new Map<string, number>();
  inner.set(value, (inner.get(value) ?? 0) + 1);
  counts.set(key, inner);
}

function best(inner: Map<string, number>): [string, number, number] {
  let top = "";
  let most = 0;
  let total = 0;
  for (const [value, count] of inner) {
    total += count;
    if (count > most) [top, most] = [value, count];
  }
  return [top, most, total];
}

/** The rule that leads from the form to the lemma. */
function ruleFor(form: string, lemma: string): string {
  const keeps = lemma !== lemma.toLowerCase();
  const base = keeps ? form : form.toLowerCase();
  let same = 0;
  while (same < base.length && same < lemma.length && base[same] === lemma[same]) same++;
  return `${keeps ? CASE_KEEP : CASE_LOWER} ${base.length - same} ${lemma.slice(same)}`;
}

/** Tables learnt from the sentences. */
export function trainLemmatizer(gold: readonly GoldSentence[]): LemmaData {
  const byEnding: Counts = new Map();
  const byWord: Counts = new Map();
  const seen = new Map<string, [string, string, string, string]>();
  for (const sentence of gold) {
    for (const { form: raw, lemma, upos, xpos } of sentence.words) {
      if (lemma === "_" || raw.includes(" ") || lemma.includes(" ")) continue;
      const form = raw.replace(/[’‘`]/g, "'");
      add(byWord, `${form} ${xpos}`, lemma);
      seen.set(`${form} ${xpos}`, [form, upos, xpos, lemma]);
      const lower = form.toLowerCase();
      const tag = upos === "PROPN" || upos === "ADJ" || upos === "NOUN" ? `${upos}${xpos}` : xpos;
      const rule = ruleFor(form, lemma);
      const capital = form !== lower ? "^" : "";
      for (let size = 0; size <= Math.min(MAX_ENDING, lower.length); size++) {
        add(byEnding, `${capital}${lower.slice(lower.length - size)} ${tag}`, rule);
      }
    }
  }
  const rules = new Map<string, string>();
  // shortest endings first: a longer ending is kept only where it says something else
  const keys = [...byEnding.keys()].sort((a, b) => a.indexOf(" ") - b.indexOf(" "));
  for (const key of keys) {
    const [rule, most, total] = best(byEnding.get(key)!);
    if (most < 2 || most < 0.5 * total) continue;
    const capital = key.startsWith("^") ? "^" : "";
    let shorter = key.slice(capital.length);
    let inherited: string | undefined;
    while (inherited === undefined && !shorter.startsWith(" ")) {
      shorter = shorter.slice(1);
      inherited = rules.get(capital + shorter);
    }
    if (inherited !== rule) rules.set(key, rule);
  }
  const words = new Map<string, string>();
  const byRule = createLemmatizer({ words, rules });
  const exceptions: [string, string][] = [];
  for (const [key, inner] of byWord) {
    const [form, upos, xpos] = seen.get(key)!;
    const [lemma] = best(inner);
    if (byRule.lemma(form, upos, xpos) !== lemma) exceptions.push([key, lemma]);
  }
  for (const [key, lemma] of exceptions) words.set(key, lemma);
  return { words, rules };
}

/** The lines of a table file. */
export function tableLines(table: ReadonlyMap<string, string>): string {
  const lines = [...table].map(([key, value]) => {
    const at = key.lastIndexOf(" ");
    return `${key.slice(0, at)}\t${key.slice(at + 1)}\t${value}\n`;
  });
  return lines.sort().join("");
}
