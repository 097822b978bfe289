/**
 * Calendar tables in, compiled calendar out: words indexed by their first atom,
 * rules by the words and classes with which they can begin. Done once; what
 * comes out is never changed.
 */
import type { CalendarTables, TimeWord } from "../../knowledge/calendar.ts";
import { atomsOfText } from "./atoms.ts";
import { stepsOf } from "./may-match.ts";
import { firstKeys, parsePattern } from "./pattern.ts";
import type { CompiledRule } from "./types.ts";

/** A word of the lexicon, cut into atoms. */
export interface WordEntry {
  readonly atoms: readonly string[];
  readonly className: string;
  readonly value: string | number;
  /** Counts only with a capital first letter. */
  readonly capital: boolean;
  readonly alsoWord?: boolean;
  readonly alsoName?: boolean;
  readonly short?: boolean;
}

/** What `readTimes` needs of the language. */
export interface Calendar {
  /** Lexicon by first atom, lower case; longest first. */
  readonly words: ReadonlyMap<string, readonly WordEntry[]>;
  readonly rules: readonly CompiledRule[];
  /** Rules by first key, in order; stratum 1 and stratum 2 apart. */
  readonly starts: readonly [
    ReadonlyMap<string, readonly CompiledRule[]>,
    ReadonlyMap<string, readonly CompiledRule[]>,
  ];
}

/** Kinds of time words whose words count only with a capital. */
const CAPITAL_KINDS = new Set(["holiday"]);

/** The compiled calendar of these tables.
 * @throws Fault `coding/bad-pattern` where a rule's pattern cannot be read */
export function compileCalendar(tables: CalendarTables): Calendar {
  const words = new Map<string, WordEntry[]>();
  const add = (word: string, entry: Omit<WordEntry, "atoms">) => {
    const atoms = atomsOfText(word).map((atom) => atom.lower);
    const list = words.get(atoms[0]!) ?? [];
    list.push({ atoms, ...entry });
    words.set(atoms[0]!, list);
  };
  for (const month of tables.months) {
    const { alsoWord, alsoName } = month;
    const entry = { className: "MONTH", value: month.month, capital: true, alsoWord, alsoName };
    for (const name of month.names) add(name, entry);
    for (const name of month.abbreviations) addShort(add, name, { ...entry, short: true });
  }
  for (const day of tables.weekdays) {
    const entry = { className: "WEEKDAY", value: day.weekday, capital: true };
    for (const name of day.names) add(name, entry);
    for (const name of day.abbreviations) addShort(add, name, { ...entry, short: true });
    for (const name of day.plurals) add(name, { ...entry, className: "WEEKDAYS" });
  }
  for (const word of tables.words) {
    const entry = { className: classOf(word), value: word.value ?? 1, capital: CAPITAL_KINDS.has(word.kind) };
    for (const text of word.words) add(text, entry);
  }
  for (const list of words.values()) list.sort((a, b) => b.atoms.length - a.atoms.length);
  const rules = tables.rules.map((rule, order): CompiledRule => {
    const { id, gives, guard = null, stratum = 1 } = rule;
    const elements = parsePattern(rule.pattern);
    return { id, order, stratum, op: gives.op, gives, guard, elements, steps: stepsOf(elements) };
  });
  return { words, rules, starts: [indexOf(rules, 1), indexOf(rules, 2)] };
}

function addShort(
  add: (word: string, entry: Omit<WordEntry, "atoms">) => void,
  name: string,
  entry: Omit<WordEntry, "atoms">,
): void {
  add(`${name}.`, entry);
  add(name, entry);
}

/** The class of a lexicon word: its kind in capitals without dashes; plural units are UNITS. */
function classOf(word: TimeWord): string {
  if (word.kind === "unit") return word.plural === true ? "UNITS" : "UNIT";
  if (word.kind === "vague-number") return "VAGUE";
  if (word.kind === "ordinal") return "ORD";
  return word.kind.replaceAll("-", "").toUpperCase();
}

function indexOf(rules: readonly CompiledRule[], stratum: number): Map<string, CompiledRule[]> {
  const index = new Map<string, CompiledRule[]>();
  for (const rule of rules) {
    if (rule.stratum !== stratum) continue;
    for (const key of firstKeys(rule.elements)) index.set(key, [...(index.get(key) ?? []), rule]);
  }
  return index;
}
