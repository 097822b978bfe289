/**
 * Loads what the splitter knows of English: abbreviations, contractions,
 * prefixes that keep their hyphen, endings of numbers, words that open
 * sentences. All from knowledge/lexicon/en, one entry a line.
 */
import { readJsonLines } from "./read-file.ts";

/** title: a name follows; date: a number follows; end: may end a sentence; middle: never ends one. */
export type AbbreviationKind = "title" | "date" | "end" | "middle";

export interface TokenizingData {
  /** By form, with its final full stop. */
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>;
  /** Endings split off a word, longest first, with straight apostrophes. */
  readonly contractionSuffixes: readonly string[];
  /** Whole words, lower case, with the offsets at which they are cut. */
  readonly contractionForms: ReadonlyMap<string, readonly number[]>;
  readonly hyphenPrefixes: ReadonlySet<string>;
  /** Letters after a number: true stays with it ("1990s"), false is a word of its own ("5pm"). */
  readonly numberEndings: ReadonlyMap<string, boolean>;
  /** Lower-case words which, capitalised after an abbreviation, open a sentence. */
  readonly sentenceStarters: ReadonlySet<string>;
}

function entries<T>(name: string): T[] {
  return readJsonLines<T>("lexicon", "en", name);
}

/** The splitter's tables, read from knowledge/lexicon/en. */
export function loadTokenizingData(): TokenizingData {
  const abbreviations = entries<{ form: string; kind: AbbreviationKind }>("abbreviations.jsonl");
  const contractions = entries<{ suffix?: string; form?: string; cuts?: number[] }>("contractions.jsonl");
  const suffixes = contractions.flatMap((entry) => (entry.suffix === undefined ? [] : [entry.suffix]));
  const forms = new Map<string, readonly number[]>();
  for (const entry of contractions) {
    if (entry.form !== undefined && entry.cuts !== undefined) forms.set(entry.form, entry.cuts);
  }
  return Object.freeze({
    abbreviations: new Map(abbreviations.map((entry) => [entry.form, entry.kind])),
    contractionSuffixes: suffixes.sort((a, b) => b.length - a.length),
    contractionForms: forms,
    hyphenPrefixes: new Set(entries<{ form: string }>("hyphen-prefixes.jsonl").map((entry) => entry.form)),
    numberEndings: new Map(
      entries<{ form: string; joined: boolean }>("number-endings.jsonl").map((e) => [e.form, e.joined]),
    ),
    sentenceStarters: new Set(
      entries<{ form: string }>("sentence-starters.jsonl").map((entry) => entry.form),
    ),
  });
}
