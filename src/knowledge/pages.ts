/**
 * What the reading room knows, as data: page rules, profiles of languages,
 * agencies that sign datelines, month and weekday names. Reads
 * knowledge/rules/pages/*.jsonl, lexicon/languages.jsonl and
 * lexicon/en/agencies-of-datelines.jsonl; what they mean is decided in reading.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type CalendarTables, loadCalendar } from "./calendar.ts";
import { knowledgePath } from "./dir.ts";
import { readLines } from "./read-lines.ts";

/** Compared with the text of a block. */
export type TextForm = "equals" | "starts" | "ends" | "contains" | "parts" | "counts";

/** Compared with a name of the page's machinery: elements, classes ("class-part": with one of the words that
 * a class is made of, as in "articleCaption" and "article__caption"), meta keys, JSON-LD types, parameters of
 * an address; "label": with the words that open a line; "outlet-word": with the words of an
 * outlet's name. */
export type NameForm =
  | "element"
  | "heading-element"
  | "class"
  | "class-part"
  | "meta"
  | "type"
  | "parameter"
  | "label"
  | "outlet-word";

export interface PageRule {
  readonly id: string;
  /** What a block or an element is that fits: boilerplate, related, caption, byline, date-label, … */
  readonly kind: string;
  /** How the words are compared with a block's text, or with an element's name or class. */
  readonly form: TextForm | NameForm;
  readonly words: readonly string[];
  /** Longest block that fits, in words. */
  readonly maxWords?: number;
  /** For "parts": least number of parts. */
  readonly minParts?: number;
  readonly source: string;
  readonly examples: readonly string[];
  readonly counterExamples: readonly string[];
}

export interface LanguageProfile {
  readonly id: string;
  /** ISO 639-1. */
  readonly code: string;
  readonly name: string;
  readonly script: string;
  /** Frequent function words, lower case. */
  readonly words: readonly string[];
  /** Letters that tell it from others of its script. */
  readonly letters: string;
  /** Month names, January first; empty where not kept. */
  readonly months: readonly string[];
  /** Words between day, month and year. */
  readonly dateLinks: readonly string[];
}

export interface DatelineAgency {
  readonly id: string;
  readonly name: string;
  readonly forms: readonly string[];
}

export interface PageTables {
  readonly rules: readonly PageRule[];
  readonly languages: readonly LanguageProfile[];
  readonly agencies: readonly DatelineAgency[];
  readonly calendar: CalendarTables;
}

/** The tables of a knowledge folder (default: the one that comes with the program).
 * @throws {@link Fault} `knowledge/bad-line` where a line is not JSON */
export function loadPageTables(dir: string = knowledgePath()): PageTables {
  const ruleDir = join(dir, "rules", "pages");
  const ruleFiles = readdirSync(ruleDir).filter((name) => name.endsWith(".jsonl"));
  return Object.freeze({
    rules: ruleFiles.sort().flatMap((name) => readLines<PageRule>(join(ruleDir, name))),
    languages: readLines<LanguageProfile>(join(dir, "lexicon", "languages.jsonl")),
    agencies: readLines<DatelineAgency>(join(dir, "lexicon", "en", "agencies-of-datelines.jsonl")),
    calendar: loadCalendar(dir),
  });
}
