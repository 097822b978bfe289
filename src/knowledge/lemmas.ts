/**
 * Loads the lemmatizer's words and rules from knowledge/models/lemmatizer, in
 * one text file each: `form<TAB>tag<TAB>lemma` and `ending<TAB>tag<TAB>rule`.
 */
import { readFileSync } from "node:fs";
import { knowledgePath } from "./dir.ts";
import { readJsonLines } from "./read-file.ts";

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

/** A word's forms that are no other word's: irregular ones, and those whose ending misleads ("ally"). */
interface WordForms {
  readonly id: string;
  /** Third person singular. */
  readonly present?: readonly string[];
  readonly past?: readonly string[];
  readonly participle?: readonly string[];
  readonly plural?: readonly string[];
  readonly noun?: readonly string[];
  readonly adjective?: readonly string[];
  /** Plural nouns at the head of a sentence. */
  readonly initial?: readonly string[];
}

/** Penn Treebank tags of the kinds of forms. */
const PRESENT = "VBZ";
const PAST = "VBD";
const PARTICIPLE = "VBN";
const ADJECTIVE = "JJ";
const PLURAL = "NNS";
const NOUN = "NN";

function wordForms(): readonly WordForms[] {
  return readJsonLines<WordForms>("lexicon", "en", "word-forms.jsonl");
}

/** The lemmatizer's tables; what people have annotated goes before the list of irregular forms. */
export function loadLemmaData(): LemmaData {
  const words = table("words.tsv");
  for (const { id, present, past, participle, plural } of wordForms()) {
    const add = (forms: readonly string[] | undefined, tag: string) => {
      for (const form of forms ?? []) if (!words.has(`${form} ${tag}`)) words.set(`${form} ${tag}`, id);
    };
    add(present, PRESENT);
    add(past, PAST);
    add(participle, PARTICIPLE);
    add(plural, PLURAL);
  }
  return Object.freeze({ words, rules: table("rules.tsv") });
}

/** Stands before a form that is known at the head of a sentence alone. */
export const SENTENCE_START = "^";

/** Penn Treebank tags that a form in lower case can have, for forms of one word class alone: the treebanks are too
 * small to hold all of them ("froze", "fled"). Forms at the head of a sentence have SENTENCE_START before them. */
export function loadKnownTags(): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, readonly string[]>();
  for (const {
    present = [],
    past = [],
    participle = [],
    noun = [],
    adjective = [],
    initial = [],
  } of wordForms()) {
    for (const form of initial) tags.set(`${SENTENCE_START}${form}`, [PLURAL]);
    for (const form of present) tags.set(form, [PRESENT]);
    for (const form of noun) tags.set(form, [NOUN]);
    for (const form of adjective) tags.set(form, [ADJECTIVE]);
    for (const form of past) tags.set(form, participle.includes(form) ? [PAST, PARTICIPLE] : [PAST]);
    for (const form of participle) if (!past.includes(form)) tags.set(form, [PARTICIPLE, ADJECTIVE]);
  }
  return tags;
}
