/**
 * Loads the lemmatizer's words and rules from knowledge/models/lemmatizer, in
 * one text file each: `form<TAB>tag<TAB>lemma` and `ending<TAB>tag<TAB>rule`.
 */
import { readFileSync } from "node:fs";
import { knowledgePath } from "./dir.ts";

/** First part of a rule: the lemma is in lower case. */
export const CASE_LOWER = "l";
/** First part of a rule: the lemma keeps the capitals of the form. */
export const CASE_KEEP = "k";

export interface LemmaData {
  /** "form tag" to lemma. */
  readonly words: ReadonlyMap<string, string>;
  /** "ending tag" to rule `case strip add`; a capital in the word puts "^" before the ending. */
  readonly rules: ReadonlyMap<string, string>;
}

function table(name: string): Map<string, string> {
  const result = new Map<string, string>();
  for (const line of readFileSync(knowledgePath("models", "lemmatizer", name), "utf8").split("\n")) {
    const [key, tag, value] = line.split("\t");
    if (value !== undefined) result.set(`${key} ${tag}`, value);
  }
  return result;
}

/** The lemmatizer's tables. */
export function loadLemmaData(): LemmaData {
  return Object.freeze({ words: table("words.tsv"), rules: table("rules.tsv") });
}
