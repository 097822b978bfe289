/**
 * What the linking room knows, as data: settings and weights, names that mean
 * the same, outlets and the words that credit them, families of event words,
 * word endings, and how rare words are in news. Reads knowledge/rules/linking,
 * knowledge/models/linking, knowledge/lexicon/en/linking-*.jsonl and the states of
 * the gazetteer.
 */
import { readFileSync } from "node:fs";
import { knowledgePath } from "./dir.ts";
import { readJson, readJsonLines } from "./read-file.ts";

/** Numbers with their names, by part; knowledge/models/linking/settings.json says where each comes from. */
export interface LinkSettings {
  readonly copies: Readonly<Record<string, number>>;
  readonly stories: Readonly<Record<string, number>>;
  readonly events: Readonly<Record<string, number>>;
  readonly contradictions: Readonly<Record<string, number>>;
  readonly digests: Readonly<Record<string, number>>;
}

/** A word as names are told by it. */
export interface NameForm {
  /** Without accents, stops and possessive ending. */
  readonly bare: string;
  /** The same in lower case. */
  readonly lower: string;
}

/** A name that stands for one thing whatever its form. */
export interface NameVariant {
  readonly name: string;
  /** Number of words. */
  readonly length: number;
}

export interface CreditRule {
  readonly id: string;
  /** Words in order; OUTLET stands for the name of an outlet, `|` parts alternatives of one word. */
  readonly pattern: string;
  /** report: the whole report is theirs; passage: the sentence. */
  readonly gives: "report" | "passage";
}

export interface OutletName {
  readonly id: string;
  readonly name: string;
  readonly forms: readonly string[];
  /** True for agencies, whose copy others print. */
  readonly agency: boolean;
}

/** A group of words for one kind of happening. */
export interface WordFamily {
  readonly id: string;
  readonly words: readonly string[];
  /** True for words by which somebody is reported to say something. */
  readonly reporting?: boolean;
}

/** Weights of the features of a pair of mentions (models/linking/events.json). */
export interface EventWeights {
  readonly features: readonly string[];
  readonly weights: readonly number[];
  readonly bias: number;
}

export interface LinkingKnowledge {
  readonly eventWeights: EventWeights;
  readonly settings: LinkSettings;
  readonly credits: readonly CreditRule[];
  readonly outlets: readonly OutletName[];
  /** Families of a stem, by id; none for most. */
  families(stem: string): readonly string[];
  /** Ids of the families whose words report what is said. */
  readonly reportingFamilies: ReadonlySet<string>;
  /** True where the families of two mentions tell different steps of one process (passage and signature of a law). */
  otherStep(a: readonly string[], b: readonly string[]): boolean;
  /** True where a name that has other forms may begin with this word (in lower case). */
  opensName(lower: string): boolean;
  /** The name that these words begin with from position `first` on, or null. */
  variant(forms: readonly NameForm[], first: number): NameVariant | null;
  /** Logarithm of the inverse share of news reports that hold the word. */
  rareness(key: string): number;
  /** The word without its ending. */
  stem(key: string): string;
  /** Number that a word stands for ("twelve"), or null. */
  numeral(key: string): number | null;
  /** Stems of words that weaken or take back ("denied", "retracted"), by kind. */
  readonly retractions: ReadonlySet<string>;
}

interface EndingRow {
  readonly id: string;
  readonly ending: string;
  readonly gives: string;
  readonly least: number;
}

interface VariantRow {
  readonly id: string;
  readonly name: string;
  readonly forms: readonly string[];
}

/** The tables of knowledge/ for linking.
 * @throws {@link Fault} `knowledge/unreadable`, `knowledge/malformed` */
export function loadLinkingKnowledge(): LinkingKnowledge {
  const rules = (file: string) => ["rules", "linking", file];
  const words = (file: string) => ["lexicon", "en", `linking-${file}`];
  const endings = readJsonLines<EndingRow>(...rules("endings.jsonl"));
  const stem = stemmer(endings);
  const numerals = new Map(
    readJsonLines<{ id: string; value: number }>("lexicon", "en", "number-words.jsonl").map((row) => [
      row.id,
      row.value,
    ]),
  );
  const families = readJsonLines<WordFamily>(...words("families.jsonl"));
  return Object.freeze({
    settings: readJson<LinkSettings>("models", "linking", "settings.json"),
    eventWeights: readJson<EventWeights>("models", "linking", "events.json"),
    credits: readJsonLines<CreditRule>(...rules("credits.jsonl")),
    outlets: readJsonLines<OutletName>(...words("outlets.jsonl")),
    families: familyFinder(families, stem),
    reportingFamilies: new Set(families.filter((family) => family.reporting === true).map(({ id }) => id)),
    otherStep: stepTeller(readJsonLines<{ steps: string[][] }>(...rules("steps.jsonl"))),
    ...nameFinder(readJsonLines<VariantRow>(...words("variants.jsonl"))),
    rareness: rarenessTable(),
    stem,
    numeral: (key: string) => numerals.get(key) ?? null,
    retractions: new Set(
      readJsonLines<{ words: string[] }>(...rules("retractions.jsonl")).flatMap((row) => row.words.map(stem)),
    ),
  } satisfies LinkingKnowledge);
}

/** Figures and names of several words have no endings. */
const LETTERS = /^\p{L}+$/u;

function stemmer(endings: readonly EndingRow[]): (key: string) => string {
  return (key) => {
    if (!LETTERS.test(key)) return key;
    for (const { ending, gives, least } of endings) {
      if (key.length - ending.length >= least && key.endsWith(ending)) {
        return single(key.slice(0, key.length - ending.length) + gives);
      }
    }
    return single(key);
  };
}

/** One letter where the word ends in two: "stopp" as "stop". */
function single(key: string): string {
  const last = key.length - 1;
  return last > 2 && key[last] === key[last - 1] ? key.slice(0, last) : key;
}

function familyFinder(families: readonly WordFamily[], stem: (key: string) => string) {
  const byStem = new Map<string, string[]>();
  for (const family of families) {
    for (const word of family.words) {
      const key = stem(word);
      const mine = byStem.get(key) ?? [];
      if (!mine.includes(family.id)) byStem.set(key, [...mine, family.id]);
    }
  }
  return (key: string): readonly string[] => byStem.get(key) ?? [];
}

function stepTeller(processes: readonly { readonly steps: readonly (readonly string[])[] }[]) {
  return (a: readonly string[], b: readonly string[]): boolean => {
    if (a.some((family) => b.includes(family))) return false;
    return processes.some(({ steps }) => {
      const first = steps.findIndex((step) => step.some((family) => a.includes(family)));
      const second = steps.findIndex((step) => step.some((family) => b.includes(family)));
      return first >= 0 && second >= 0 && first !== second;
    });
  };
}

/** Names of states from the gazetteer (its marks `=`, `~` and `?` say when a form is doubtful) and own ones. */
function nameFinder(own: readonly VariantRow[]): Pick<LinkingKnowledge, "opensName" | "variant"> {
  const names = new Map<string, string>();
  const capitals = new Map<string, string>();
  const longest = new Map<string, number>();
  const add = (form: string, name: string) => {
    if (form === "" || form.startsWith("?")) return;
    const bare = form.replace(/^[=~]/, "").replace(/\.\s?(?=\p{Lu}\.|$)/gu, "");
    const words = bare
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .split(/[\s.,-]+/)
      .filter(Boolean);
    const table = /^[A-Z]{2,5}$/.test(bare) ? capitals : names;
    const key = (table === capitals ? words : words.map((word) => word.toLowerCase())).join(" ");
    const first = (words[0] ?? "").toLowerCase();
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
    if (!table.has(key)) table.set(key, name);
  };
  const rows = readFileSync(knowledgePath("gazetteer", "states.tsv"), "utf8").split("\n");
  const columns = rows[0]!.split("\t");
  const cell = (row: readonly string[], name: string) => row[columns.indexOf(name)] ?? "";
  for (const line of rows.slice(1)) {
    const row = line.split("\t");
    if (!cell(row, "id").startsWith("state/")) continue;
    const name = cell(row, "name").toLowerCase();
    add(cell(row, "name"), name);
    for (const column of ["names", "abbreviations", "adjectives"]) {
      for (const form of cell(row, column).split("|")) add(form, name);
    }
  }
  for (const { name, forms } of own) for (const form of forms) add(form, name);
  return {
    opensName: (lower) => longest.has(lower),
    variant: (forms, first) => {
      const { bare, lower } = forms[first]!;
      for (let length = Math.min(longest.get(lower) ?? 0, forms.length - first); length > 0; length--) {
        const words = length === 1 ? lower : keysOf(forms, first, length);
        const name = names.get(words) ?? (length === 1 ? capitals.get(bare) : undefined);
        if (name !== undefined) return { name, length };
      }
      return null;
    },
  };
}

function keysOf(forms: readonly NameForm[], first: number, length: number): string {
  return forms
    .slice(first, first + length)
    .map(({ lower }) => lower)
    .join(" ");
}

/** Rareness from models/linking/reports-per-word.tsv: first line the number of reports, then word and count. */
function rarenessTable(): (key: string) => number {
  const lines = readFileSync(knowledgePath("models", "linking", "reports-per-word.tsv"), "utf8").split("\n");
  const reports = Number(lines[0]);
  const counts = new Map<string, number>();
  for (const line of lines.slice(1)) {
    const tab = line.indexOf("\t");
    if (tab > 0) counts.set(line.slice(0, tab), Number(line.slice(tab + 1)));
  }
  return (key) => Math.log((reports + 1) / ((counts.get(key) ?? 0) + 1));
}
