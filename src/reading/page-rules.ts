/**
 * Page tables in, compiled page rules out: which kind a block of text is, which
 * elements and classes of a page are skipped, the month names and agencies.
 * Comparison is by whole words, case aside; the work per block is bounded.
 */
import { ownCopy } from "../base/own-copy.ts";
import type { NameForm, PageRule, PageTables } from "../knowledge/pages.ts";
import type { LanguageTest } from "./detect-language.ts";

export interface PageRules {
  /** The kinds of all rules that fit a block of text. */
  kindsOf(text: string): ReadonlySet<string>;
  /** The kind that a name has among rules of this form; null where no rule knows it. */
  nameKind(form: NameForm, name: string): string | null;
  /** The kinds of an element by its class and id. */
  classKinds(classes: string): ReadonlySet<string>;
  /** The meta keys of a kind, best first. */
  metaKeys(kind: string): readonly string[];
  readonly languages: readonly LanguageTest[];
  /** Month number by lower-case name or abbreviation, all languages. */
  readonly months: ReadonlyMap<string, number>;
  /** Words between the parts of a date ("de"). */
  readonly dateLinks: ReadonlySet<string>;
  /** Suffixes of ordinal numbers. */
  readonly ordinalSuffixes: ReadonlySet<string>;
  /** Weekday names and abbreviations. */
  readonly weekdays: ReadonlySet<string>;
  /** Agency name by its form as written in datelines. */
  readonly agencies: ReadonlyMap<string, string>;
  /** Words that open a byline. */
  readonly bylineStarts: readonly string[];
}

const TEXT_FORMS: ReadonlySet<string> = new Set(["equals", "starts", "ends", "contains", "parts", "counts"]);
const isTextRule = ({ form }: PageRule) => TEXT_FORMS.has(form);
/** Classes of an element that are looked at. */
const MOST_CLASSES = 40;
/** Characters of a block that rules look at. */
const LOOK = 600;

/** The compiled rules of these tables. */
export function compilePageRules(tables: PageTables): PageRules {
  const textRules = tables.rules.filter(isTextRule).map(matcherOf);
  // By form, so that no key need be put together for each element.
  const names = new Map<string, Map<string, string>>();
  const parts = new Map<string, string[]>();
  for (const rule of tables.rules) {
    if (rule.form === "class-part") {
      for (const word of rule.words) parts.set(word, [...(parts.get(word) ?? []), rule.kind]);
    } else if (!isTextRule(rule)) {
      const ofForm = names.get(rule.form) ?? new Map<string, string>();
      names.set(rule.form, ofForm);
      for (const word of rule.words) ofForm.set(word, rule.kind);
    }
  }
  const classes = names.get("class");
  const { months: monthWords, weekdays: weekdayWords, words } = tables.calendar;
  const months = new Map<string, number>();
  for (const { months: names } of tables.languages)
    for (const [k, name] of names.entries()) months.set(name, k + 1);
  for (const month of monthWords) {
    for (const name of [...month.names, ...month.abbreviations]) months.set(name, month.month);
  }
  return Object.freeze({
    kindsOf(text: string) {
      const look = lookOf(text);
      return new Set(textRules.filter((rule) => rule.fits(look)).map(({ kind }) => kind));
    },
    nameKind: (form: NameForm, name: string) => names.get(form)?.get(name) ?? null,
    classKinds: keptByText((value) => {
      const kinds = new Set<string>();
      if (value.trim() === "") return kinds;
      for (const token of value.toLowerCase().split(/\s+/).slice(0, MOST_CLASSES)) {
        const kind = classes?.get(token);
        if (kind !== undefined) kinds.add(kind);
      }
      for (const part of classParts(value)) {
        for (const kind of parts.get(part) ?? []) kinds.add(kind);
      }
      return kinds;
    }),
    metaKeys: (kind: string) =>
      tables.rules
        .filter((rule) => rule.form === "meta" && rule.kind === kind)
        .flatMap(({ words: keys }) => keys),
    languages: tables.languages.map((profile) => ({ ...profile, wordSet: new Set(profile.words) })),
    months,
    dateLinks: new Set(tables.languages.flatMap(({ dateLinks }) => dateLinks)),
    ordinalSuffixes: new Set(
      words.filter(({ kind }) => kind === "ordinal-suffix").flatMap((word) => word.words),
    ),
    weekdays: new Set(weekdayWords.flatMap(({ names, abbreviations }) => [...names, ...abbreviations])),
    agencies: new Map(
      tables.agencies.flatMap(({ name, forms }) => forms.map((form) => [form.toLowerCase(), name])),
    ),
    bylineStarts: tables.rules.filter(({ kind }) => kind === "byline").flatMap((rule) => rule.words),
  });
}

/** Texts of classes whose kinds are kept; beyond them all are forgotten. */
const MOST_KEPT = 1024;

/** The function that keeps what it made: the same classes stand on many elements of a page and of a site, and each
 * element is asked for more than once. */
function keptByText<Made>(make: (text: string) => Made): (text: string) => Made {
  const kept = new Map<string, Made>();
  return (text) => {
    let made = kept.get(text);
    if (made === undefined) {
      made = make(text);
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(ownCopy(text), made);
    }
    return made;
  };
}

/** Characters of an element's classes that are looked at. */
const CLASS_LOOK = 400;

/** The words that the classes of an element are made of: "articleCaption", "article__caption" hold "caption". */
export function classParts(classes: string): string[] {
  return (classes.slice(0, CLASS_LOOK).match(/\p{Lu}?\p{Ll}+|\p{Lu}+/gu) ?? []).map((part) =>
    part.toLowerCase(),
  );
}

interface Look {
  readonly text: string;
  readonly lower: string;
  readonly tail: string;
  readonly words: number;
}

/** Words of a text, counted without splitting a long one whole. */
export function wordCount(text: string): number {
  return text.split(/\s+/, 5000).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A text as rules see it. */
export function lookOf(text: string): Look {
  const head = text.slice(0, LOOK);
  const lower = head.toLowerCase().trim();
  return {
    text,
    lower,
    tail: text
      .slice(-80)
      .toLowerCase()
      .trim()
      .replace(/[\s.)\]]+$/, ""),
    words: wordCount(head),
  };
}

/** The test of one rule over the text of a block. */
export function matcherOf(rule: PageRule): { kind: string; fits(look: Look): boolean } {
  const { kind, form, maxWords = Number.POSITIVE_INFINITY, minParts = 2 } = rule;
  const words = rule.words.map((word) => (form === "parts" ? word : word.toLowerCase()));
  const set = new Set(words);
  const tests: Readonly<Record<string, (look: Look) => boolean>> = {
    equals: ({ lower }) => set.has(lower.replace(/[\s:.!»›>]+$/, "")),
    starts: ({ lower }) => words.some((word) => startsWithWord(lower, word)),
    ends: ({ tail }) => words.some((word) => tail.endsWith(word.replace(/[.)\]]+$/, ""))),
    contains: ({ lower }) => words.some((word) => lower.includes(word)),
    parts: ({ text }) => words.some((sign) => hasParts(text, sign, minParts)),
    counts: ({ lower }) => {
      const match = /^\d[\d.,k]*\s+([a-z ]+)$/.exec(lower);
      return match !== null && set.has(match[1]!.trim());
    },
  };
  const test = tests[form]!;
  return { kind, fits: (look) => look.words <= maxWords && test(look) };
}

function startsWithWord(text: string, word: string): boolean {
  if (!text.startsWith(word)) return false;
  const [last, next] = [word.at(-1)!, text[word.length]];
  return next === undefined || !/\p{L}/u.test(last) || !/[\p{L}\p{N}'’]/u.test(next);
}

/** True where the text is short labels between these signs and no sentence. */
function hasParts(text: string, sign: string, minParts: number): boolean {
  if (text.length > 300 || !text.includes(sign.trim())) return false;
  const parts = text.split(sign).map((part) => part.trim());
  return parts.length >= minParts && parts.slice(0, -1).every((part) => part !== "" && wordCount(part) <= 5);
}
