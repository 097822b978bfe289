/**
 * Compiled rules, found by the form of a word.
 *
 * In: the coding knowledge. Out: for every lower-case form the frames that it can
 * trigger, the governors, the cue lists. Built once; matching reads it.
 */
import type { ClauseEffect, CodingKnowledge, EventRule } from "../../knowledge/coding-knowledge.ts";
import type { EventType, Mode } from "../../knowledge/types.ts";
import { inflect } from "./inflect.ts";
import { type Frame, parsePattern, type TriggerPos } from "./pattern.ts";

export interface CompiledRule {
  readonly rule: EventRule;
  readonly event: EventType;
  readonly mode: readonly Mode[];
  readonly weight: number;
}

/** A frame under one of its trigger lemmas. */
export interface IndexedFrame {
  readonly compiled: CompiledRule;
  readonly frame: Frame;
  /** The word that carries the forms ("carry" of "carry_out", "call" of "phone_call"). */
  readonly head: string;
  /** The words that must stand beside it, in order; empty for single words. */
  readonly rest: readonly string[];
}

export interface GovernorEntry {
  readonly id: string;
  readonly pos: "v" | "n" | "a";
  readonly takes: ClauseEffect;
}

export interface RuleIndex {
  readonly byForm: ReadonlyMap<string, readonly IndexedFrame[]>;
  /** Irregular forms by part of speech and lemma ("n:policeman"). */
  readonly irregular: ReadonlyMap<string, readonly string[]>;
  readonly governors: ReadonlyMap<string, readonly GovernorEntry[]>;
  readonly cues: ReadonlyMap<string, ReadonlySet<string>>;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of the classes that a word belongs to. */
  readonly classesOf: ReadonlyMap<string, readonly string[]>;
}

/** The index of all rules. @throws Fault `coding/bad-pattern` */
export function buildRuleIndex(knowledge: CodingKnowledge): RuleIndex {
  const classes = resolveClasses(knowledge);
  const irregular = new Map(knowledge.irregulars.map((entry) => [`${entry.pos}:${entry.id}`, entry.forms]));
  const byForm = new Map<string, IndexedFrame[]>();
  // Apart from this loop, which runs once and is not worth compiling to the utmost.
  const enterTrigger = (compiled: CompiledRule, frame: Frame, trigger: string) => {
    const { head, rest } = splitTrigger(trigger, frame.pos);
    for (const form of inflect(head, frame.pos, irregular)) {
      const list = byForm.get(form);
      const indexed = { compiled, frame, head, rest };
      if (list === undefined) byForm.set(form, [indexed]);
      else list.push(indexed);
    }
  };
  for (const rule of knowledge.rules) {
    const [event, mode] = rule.gives.split("/") as [EventType, Mode | undefined];
    const compiled = { rule, event, mode: mode === undefined ? [] : [mode], weight: rule.weight ?? 0.7 };
    for (const text of typeof rule.pattern === "string" ? [rule.pattern] : rule.pattern) {
      const frame = parsePattern(text, classes);
      for (const trigger of frame.triggers) enterTrigger(compiled, frame, trigger);
    }
  }
  const governors = new Map<string, GovernorEntry[]>();
  for (const governor of knowledge.governors) {
    for (const word of governor.words) {
      const entry = { id: governor.id, pos: governor.pos, takes: governor.takes };
      governors.set(word, [...(governors.get(word) ?? []), entry]);
    }
  }
  const cues = new Map(knowledge.cues.map((cue) => [cue.id, new Set(cue.words)]));
  const classSets = new Map([...classes].map(([id, words]) => [id, new Set(words)]));
  const classesOf = new Map<string, string[]>();
  for (const [id, words] of classSets) {
    for (const word of words) classesOf.set(word, [...(classesOf.get(word) ?? []), id]);
  }
  return { byForm, irregular, governors, cues, classes: classSets, classesOf };
}

/** Head and rest of a trigger of several words: the first word heads verbs and adjectives, the last heads nouns. */
function splitTrigger(trigger: string, pos: TriggerPos): { head: string; rest: readonly string[] } {
  const words = trigger.split("_");
  if (words.length === 1) return { head: trigger, rest: [] };
  return pos === "n"
    ? { head: words.at(-1)!, rest: words.slice(0, -1) }
    : { head: words[0]!, rest: words.slice(1) };
}

/** Classes with the classes named inside them replaced by their words (one level after another, no circles). */
function resolveClasses(knowledge: CodingKnowledge): Map<string, readonly string[]> {
  const raw = new Map(knowledge.classes.map((entry) => [entry.id, entry.words]));
  const done = new Map<string, readonly string[]>();
  const resolve = (id: string, trail: readonly string[]): readonly string[] => {
    const known = done.get(id);
    if (known !== undefined) return known;
    const words = (trail.includes(id) ? [] : (raw.get(id) ?? [])).flatMap((word) =>
      word.startsWith("<") ? resolve(word.slice(1, -1), [...trail, id]) : [word],
    );
    done.set(id, words);
    return words;
  };
  for (const id of raw.keys()) resolve(id, []);
  return done;
}
