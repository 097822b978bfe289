/**
 * Rules of ledgers, from text to slots that can be matched.
 *
 * In: "BY impose THING on|against ON?" and the lists. Out: rules by the lemma of
 * their trigger. Parts in capitals: BY who acts, ON to whom, AIM what it is done
 * to, THING a noun of the ledger, ORG an organisation, PLACE a place, CLAUSE a
 * clause below; `[…]` words, things or `<list>`; `:n` a noun as trigger.
 */
import { Fault } from "../../base/fault.ts";
import type { LedgerKnowledge, LedgerRule, LedgerThing } from "../../knowledge/ledgers.ts";
import { CODING_FAULTS } from "../faults.ts";
import { inflect } from "../rules/inflect.ts";
import type { RuleIndex } from "../rules/rule-index.ts";

export type SlotRole = "BY" | "ON" | "AIM" | "THING" | "ORG" | "PLACE" | "CLAUSE" | "WORD";

export interface LedgerSlot {
  readonly role: SlotRole;
  readonly where: "subject" | "object" | "oblique" | "clause";
  /** Prepositions before it; "-" among them: none is also right. */
  readonly prepositions: readonly string[];
  /** Lemmas that its head must have, or ids of things; null for any. */
  readonly words: ReadonlySet<string> | null;
  readonly optional: boolean;
}

export interface LedgerFrame {
  readonly rule: LedgerRule;
  readonly noun: boolean;
  /** The trigger as it stands in the rule. */
  readonly base: string;
  /** Words that stand beside the trigger, in order ("off" of "break_off"). */
  readonly rest: readonly string[];
  readonly slots: readonly LedgerSlot[];
  /** How much it asks for: the frame that asks for more wins. */
  readonly demand: number;
}

export interface LedgerTables {
  /** Frames by the forms of the trigger. */
  readonly frames: ReadonlyMap<string, readonly LedgerFrame[]>;
  /** Things by the forms of their words. */
  readonly things: ReadonlyMap<string, readonly LedgerThing[]>;
  /** Last words of things: a sentence without one tells little of a ledger. */
  readonly nouns: ReadonlySet<string>;
  /** Last words of things that need the word before them, with those words. */
  readonly before: ReadonlyMap<string, ReadonlySet<string>>;
  /** The list of persons: people named by their state are such, too. */
  readonly people: ReadonlySet<string>;
  /** Verbs that tell of a ledger without a noun of it, by their forms, each with the sets of words of which the sentence
   * must hold one. */
  readonly gates: ReadonlyMap<string, readonly (readonly ReadonlySet<string>[])[]>;
  /** Capitals by code of their states. */
  readonly capitals: ReadonlyMap<string, string>;
  /** States of firms by the ids of these. */
  readonly homes: ReadonlyMap<string, string>;
  list(id: string): ReadonlySet<string>;
}

const PART = /[A-Z]+(?:\[[^\]]*\])?\??|\[[^\]]*\]\??|\S+/g;
const ROLE = /^(BY|ON|AIM|THING|ORG|PLACE|CLAUSE)?(?:\[([^\]]*)\])?(\?)?$/;

/** The tables of all rules. @throws Fault `coding/bad-pattern`, `coding/no-cue` */
export function compileLedgers(knowledge: LedgerKnowledge, irregular: RuleIndex["irregular"]): LedgerTables {
  const lists = new Map(Object.entries(knowledge.lists).map(([id, words]) => [id, new Set(words)]));
  const list = (id: string): ReadonlySet<string> => {
    const words = lists.get(id);
    if (words === undefined) throw new Fault(CODING_FAULTS.noCue, `ledger-cues.jsonl has no list "${id}".`);
    return words;
  };
  const things = new Map<string, LedgerThing[]>();
  for (const thing of knowledge.things)
    for (const word of thing.words) {
      const words = word.split("_");
      for (const form of inflect(words.at(-1)!, "n", irregular)) {
        const key = [...words.slice(0, -1), form].join("_");
        if (things.get(key)?.includes(thing) !== true) things.set(key, [...(things.get(key) ?? []), thing]);
      }
    }
  const frames = new Map<string, LedgerFrame[]>();
  for (const rule of knowledge.rules) {
    for (const text of rule.pattern) {
      const { triggers, noun, slots } = parse(text, list);
      const own = triggers.length === 0 ? thingWords(knowledge, rule, text) : triggers;
      for (const trigger of own) {
        const words = trigger.split("_");
        const head = noun ? words.at(-1)! : words[0]!;
        const forms = inflect(head, noun ? "n" : "v", irregular);
        const rest = noun ? words.slice(0, -1) : words.slice(1);
        const frame = { rule, noun, base: head, rest, slots, demand: demandOf(slots) + 0.5 * rest.length };
        for (const form of forms) frames.set(form, [...(frames.get(form) ?? []), frame]);
      }
    }
  }
  const keys = [...things.keys()].map((words) => words.split("_"));
  const nouns = new Set(keys.flatMap((words) => (words.length === 1 ? words : [])));
  const pairs = Map.groupBy(
    keys.filter((words) => words.length > 1 && !nouns.has(words.at(-1)!)),
    (words) => words.at(-1)!,
  );
  const before = new Map([...pairs].map(([last, all]) => [last, new Set(all.map((words) => words.at(-2)!))]));
  return {
    frames,
    things,
    nouns,
    before,
    gates: gatesOf(frames, irregular),
    list,
    people: list("person-nouns"),
    capitals: new Map(Object.entries(knowledge.capitals)),
    homes: new Map(Object.entries(knowledge.homes)),
  };
}

/** What needs a noun of a ledger is found otherwise; of bare verbs only those of courts and lists. */
function gatesOf(
  frames: ReadonlyMap<string, readonly LedgerFrame[]>,
  irregular: RuleIndex["irregular"],
): LedgerTables["gates"] {
  const gates = new Map<string, (readonly ReadonlySet<string>[])[]>();
  const formsOf = formReader(irregular);
  const gateOf = ({ rule, noun, rest, slots }: LedgerFrame): readonly ReadonlySet<string>[] | null => {
    if (noun || slots.some(({ role }) => role === "THING")) return null;
    const needs = slots.flatMap(({ words, optional, role }) =>
      words === null || optional ? [] : [formsOf(words, role === "CLAUSE" ? "v" : "n")],
    );
    // "met" alone opens too many sentences; "shook hands" does not.
    if (rule.ledger === "contact" && needs.length === 0) return null;
    const all = [...needs, ...rest.map((word) => new Set([word]))];
    const isTelling =
      rule.ledger === "inquiry" || rule.kind === MIXED_KIND || slots.some(({ role }) => role === "ORG");
    return all.length === 0 && !isTelling ? null : all;
  };
  const kept = new Map<LedgerFrame, readonly ReadonlySet<string>[] | null>();
  for (const [form, list] of frames)
    for (const frame of list) {
      let gate = kept.get(frame);
      if (gate === undefined) {
        gate = gateOf(frame);
        kept.set(frame, gate);
      }
      if (gate !== null) gates.set(form, [...(gates.get(form) ?? []), gate]);
    }
  return gates;
}

/** The forms of the words of a set, made once for each: many rules ask for the same list. */
function formReader(irregular: RuleIndex["irregular"]) {
  const kept = {
    n: new Map<ReadonlySet<string>, Set<string>>(),
    v: new Map<ReadonlySet<string>, Set<string>>(),
  };
  return (words: ReadonlySet<string>, pos: "n" | "v"): ReadonlySet<string> => {
    let forms = kept[pos].get(words);
    if (forms === undefined) {
      forms = new Set([...words].flatMap((word) => inflect(word, pos, irregular)));
      kept[pos].set(words, forms);
    }
    return forms;
  };
}

/** Kind of the measures whose bare verbs tell them ("blacklisted two banks"). */
const MIXED_KIND = "sanctions";

/** The nouns that a pattern "THING:n" or "THING[ids]:n" is triggered by. */
function thingWords(knowledge: LedgerKnowledge, rule: LedgerRule, text: string): string[] {
  const ids = /^THING\[([^\]]*)\]/.exec(text)?.[1]?.split("|");
  return knowledge.things
    .filter((thing) => (ids === undefined ? thing.ledger === rule.ledger : ids.includes(thing.id)))
    .flatMap(({ words }) => words);
}

function demandOf(slots: readonly LedgerSlot[]): number {
  return slots.reduce(
    (sum, { optional, words, role }) =>
      sum + (optional ? 0.2 : 1) + (words === null ? 0 : 0.5) + (role === "THING" ? 1 : 0),
    0,
  );
}

function parse(text: string, list: (id: string) => ReadonlySet<string>) {
  const slots: LedgerSlot[] = [];
  let triggers: readonly string[] | null = null;
  let noun = false;
  let prepositions: readonly string[] = [];
  for (const part of text.match(/^THING(?:\[[^\]]*\])?:n/)?.[0] === undefined
    ? (text.match(PART) ?? [])
    : ["", ...(text.replace(/^THING(?:\[[^\]]*\])?:n/, "").match(PART) ?? [])]) {
    if (part === "") [triggers, noun] = [[], true];
    else {
      const slot = ROLE.exec(part);
      if (slot !== null && (slot[1] !== undefined || slot[2] !== undefined)) {
        const role = (slot[1] ?? "WORD") as SlotRole;
        const where =
          role === "CLAUSE"
            ? "clause"
            : triggers === null
              ? "subject"
              : prepositions.length > 0
                ? "oblique"
                : "object";
        const words = slot[2] === undefined ? null : expand(slot[2], list);
        slots.push({ role, where, prepositions, words, optional: slot[3] === "?" });
        prepositions = [];
      } else if (triggers === null) {
        noun = part.endsWith(":n");
        triggers = (noun ? part.slice(0, -2) : part).split("|");
      } else if (prepositions.length === 0) prepositions = part.split("|");
      else throw bad(text, `"${part}" follows a preposition`);
    }
  }
  if (triggers === null) throw bad(text, "no trigger");
  return { triggers, noun, slots };
}

function expand(words: string, list: (id: string) => ReadonlySet<string>): ReadonlySet<string> {
  if (words.startsWith("<") && !words.includes("|")) return list(words.slice(1, -1));
  return new Set(
    words.split("|").flatMap((word) => (word.startsWith("<") ? [...list(word.slice(1, -1))] : word)),
  );
}

function bad(text: string, why: string): Fault {
  return new Fault(CODING_FAULTS.badPattern, `Pattern "${text}": ${why}.`);
}
