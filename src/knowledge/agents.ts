/**
 * Words for actors: roles, bodies, groups, titles, kin, honorifics, pronouns, and the small words that join them.
 *
 * Comes in: `knowledge/lexicon/en/{agents,titles,honorifics,kinship,descriptions,pronouns,actor-modifiers,
 * actor-phrases}.jsonl`. Goes out: a frozen table with a longest-match search over the words of a sentence.
 * Names of states, organisations and people are the gazetteer's. Sectors follow the PLOVER manual 2.0.
 */

import type { OwnAgent } from "./actors/types.ts";
import type {
  ActorModifier,
  AgentEntry,
  AgentKind,
  AgentMatch,
  Agents,
  PhraseUse,
  PronounEntry,
} from "./agent-types.ts";
import { readJsonLines } from "./read-file.ts";
import type { Sector } from "./types.ts";

export type * from "./agent-types.ts";

interface Form {
  readonly words: readonly string[];
  readonly entry: AgentEntry;
  readonly number: "singular" | "plural" | null;
}

const AGENT_FILES = ["agents", "titles", "honorifics", "kinship", "descriptions"] as const;

function readLexicon(name: string): Record<string, unknown>[] {
  return readJsonLines("lexicon", "en", `${name}.jsonl`);
}

/** The ways a tokenizer may cut a form: whole, and parted at hyphens and before apostrophes. */
function cuts(form: string): string[][] {
  const words = form.toLowerCase().split(" ");
  // most forms have nothing to cut at
  if (!/['-]| {2}/.test(form)) return [words];
  const parted = words.flatMap((word) => word.split(/(-)|(?='s$)|(?='$)/)).filter(Boolean);
  const half = words.flatMap((word) => word.split(/(?='s$)|(?='$)/)).filter(Boolean);
  const all = [words, parted, half];
  return all.filter((cut, at) => all.findIndex((other) => other.join(" ") === cut.join(" ")) === at);
}

function toEntry(line: Record<string, unknown>): AgentEntry {
  return Object.freeze({
    id: line.id as string,
    kind: line.kind as AgentKind,
    sector: (line.sector ?? null) as Sector | null,
    follows: (line.follows ?? false) as boolean | readonly Sector[],
    ofState: (line.ofState ?? null) as Sector | null,
    gender: (line.gender ?? null) as AgentEntry["gender"],
    offices: (line.offices ?? []) as readonly string[],
    holds: (line.holds ?? line.offices ?? []) as readonly string[],
    code: (line.code ?? null) as string | null,
    codes: (line.codes ?? []) as readonly string[],
    mirrors: line.mirrors === true,
    ofOthers: line.ofOthers === true,
    guest: line.guest === true,
    only: (line.only ?? []) as readonly string[],
  });
}

/** Forms by first word, longest first. */
function indexForms(lines: readonly Record<string, unknown>[], entries: Map<string, AgentEntry>) {
  const forms = new Map<string, Form[]>();
  for (const line of lines) {
    const entry = toEntry(line);
    entries.set(entry.id, entry);
    enterForms(line, entry, forms);
  }
  for (const list of forms.values())
    if (list.length > 1) list.sort((a, b) => b.words.length - a.words.length);
  return forms;
}

/** Apart from the loop over all lines, which runs once and is not worth compiling to the utmost. */
function enterForms(line: Record<string, unknown>, entry: AgentEntry, forms: Map<string, Form[]>): void {
  const one = line.one as string[];
  const many = line.many as string[];
  for (const text of new Set([...one, ...many])) {
    const number = !one.includes(text) ? "plural" : many.includes(text) ? null : "singular";
    for (const words of cuts(text)) {
      const list = forms.get(words[0]!);
      if (list === undefined) forms.set(words[0]!, [{ words, entry, number }]);
      else list.push({ words, entry, number });
    }
  }
}

/** The user's own words in the form of the lexicon, each with what the lexicon says of it beyond sector and code. */
function ownLines(own: readonly OwnAgent[], lines: readonly Record<string, unknown>[]) {
  if (own.length === 0) return [];
  const known = new Map<string, Record<string, unknown>>();
  for (const line of lines.toReversed())
    for (const form of [...(line.one as string[]), ...(line.many as string[])]) known.set(form, line);
  return own.map(({ id, one, many, sector, code }) => {
    const same = [...one, ...many].map((form) => known.get(form)).find((line) => line !== undefined);
    const said = { ...(sector === null ? {} : { sector }), ...(code === null ? {} : { code }) };
    return { kind: one.length > 0 ? "person" : "group", ...same, id, one, many, ...said };
  });
}

/** The table of words for actors.
 * @param own words of the user's own, which come before those of the lexicon
 * @throws {@link Fault} `knowledge/unreadable`, `knowledge/malformed` */
export function loadAgents(own: readonly OwnAgent[] = []): Agents {
  const entries = new Map<string, AgentEntry>();
  const lines = AGENT_FILES.flatMap((name) => readLexicon(name));
  const forms = indexForms([...ownLines(own, lines), ...lines], entries);
  const modifiers = new Map<string, ActorModifier>();
  for (const line of readLexicon("actor-modifiers")) {
    const modifier = Object.freeze({
      gives: line.gives as ActorModifier["gives"],
      sector: (line.sector ?? null) as Sector | null,
    });
    for (const form of line.forms as string[]) if (!modifiers.has(form)) modifiers.set(form, modifier);
  }
  const pronouns = new Map<string, PronounEntry>();
  for (const line of readLexicon("pronouns")) {
    for (const form of line.forms as string[]) pronouns.set(form, Object.freeze(line as never));
  }
  const uses = new Map<string, Set<PhraseUse>>();
  for (const line of readLexicon("actor-phrases")) {
    for (const form of line.forms as string[]) {
      const set = uses.get(form) ?? new Set();
      set.add(line.gives as PhraseUse);
      uses.set(form, set);
    }
  }
  for (const name of ["months", "weekdays"]) {
    for (const line of readLexicon(name)) {
      for (const form of [...(line.names as string[]), ...((line.abbreviations ?? []) as string[])]) {
        const set = uses.get(form) ?? new Set();
        uses.set(form, set.add("calendar"));
      }
    }
  }
  return {
    match: (words) => matchForms(words, forms),
    entry: (id) => entries.get(id) ?? null,
    modifier: (word) => modifiers.get(word) ?? null,
    pronoun: (word) => pronouns.get(word) ?? null,
    uses: (word, use) => uses.get(word)?.has(use) ?? false,
  };
}

function matchForms(words: readonly string[], forms: Map<string, Form[]>): AgentMatch[] {
  const matches: AgentMatch[] = [];
  for (let first = 0; first < words.length; first++) {
    const form = forms.get(words[first]!)?.find((each) => fits(words, first, each.words));
    if (form === undefined) continue;
    const last = first + form.words.length;
    matches.push({ first, last, entry: form.entry, number: form.number });
    first = last - 1;
  }
  return matches;
}

function fits(words: readonly string[], first: number, form: readonly string[]): boolean {
  for (let at = 1; at < form.length; at++) if (words[first + at] !== form[at]) return false;
  return true;
}
