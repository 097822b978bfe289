/**
 * The pattern of an event rule, from text to a frame that can be matched.
 *
 * In: "ACTOR cut|slash [<aid>] to RECIPIENT?" and the word classes. Out: trigger
 * words with part of speech and the slots around them. The notation is taught in
 * docs/reference/event-rules.md; matching is left to src/coding/matching.
 */
import { Fault } from "../../base/fault.ts";
import { CODING_FAULTS } from "../faults.ts";
import { inflect } from "./inflect.ts";

export type TriggerPos = "v" | "n" | "a" | "x";
export type Role = "ACTOR" | "RECIPIENT" | "CLAUSE" | null;

/** What the head word of a slot must be. */
export interface Term {
  /** Lemmas, several words joined by "_"; null for any word. */
  readonly words: ReadonlySet<string> | null;
  /** True when the head must be none of the words. */
  readonly not: boolean;
}

/** What the words must stand for: an actor; one or what belongs to one ("France's decision"); a government. */
export type PartyKind = "actor" | "owned" | "government";

const PARTY_MARKS: ReadonlyMap<string, PartyKind> = new Map([
  ["!", "actor"],
  ["~", "owned"],
  ["@", "government"],
]);

export interface Slot {
  readonly where: "subject" | "object" | "oblique" | "clause";
  readonly prepositions: readonly string[];
  readonly role: Role;
  readonly term: Term | null;
  readonly optional: boolean;
  readonly party: PartyKind | null;
  /** True when nothing may stand there. */
  readonly absent: boolean;
}

export interface Frame {
  /** Trigger lemmas; several words joined by "_". */
  readonly triggers: readonly string[];
  readonly pos: TriggerPos;
  readonly slots: readonly Slot[];
  /** Required slots plus terms: how much the frame asks for. */
  readonly demand: number;
}

const ROLES = new Set(["ACTOR", "RECIPIENT", "CLAUSE"]);

/**
 * The frame that a pattern means.
 * @param classes words by class id
 * @throws {@link Fault} `coding/bad-pattern` where the pattern cannot be read
 * @example parsePattern("ACTOR visit RECIPIENT", new Map())
 */
export function parsePattern(text: string, classes: ReadonlyMap<string, readonly string[]>): Frame {
  const parts = text.match(/\[[^\]]*\]\??|[A-Z]+[!~@]?(?:\[[^\]]*\])?\??|\S+/g) ?? [];
  const slots: Slot[] = [];
  let triggers: readonly string[] | null = null;
  let pos: TriggerPos = "v";
  let prepositions: readonly string[] = [];
  for (const part of parts) {
    const argument = readArgument(part, classes, text);
    if (argument !== null) {
      const where =
        argument.role === "CLAUSE"
          ? "clause"
          : triggers === null
            ? "subject"
            : prepositions.length > 0
              ? "oblique"
              : "object";
      slots.push({ ...argument, where, prepositions });
      prepositions = [];
    } else if (triggers === null) {
      const at = part.lastIndexOf(":");
      if (at > 0) pos = readPos(part.slice(at + 1), text);
      triggers = expand(at > 0 ? part.slice(0, at) : part, classes, text);
    } else if (prepositions.length === 0) {
      prepositions = part.split("|");
    } else {
      throw new Fault(CODING_FAULTS.badPattern, `Pattern "${text}": "${part}" follows a preposition.`);
    }
  }
  if (triggers === null) throw new Fault(CODING_FAULTS.badPattern, `Pattern "${text}" has no trigger.`);
  if (prepositions.length > 0) {
    throw new Fault(CODING_FAULTS.badPattern, `Pattern "${text}" ends in a preposition.`);
  }
  let demand = 0;
  for (const slot of slots)
    demand +=
      (slot.optional ? 0 : 1) +
      (slot.term === null ? 0 : 1) +
      (slot.party === null ? 0 : 0.5) +
      (slot.absent ? 0.5 : 0);
  return { triggers, pos, slots, demand };
}

function readArgument(part: string, classes: ReadonlyMap<string, readonly string[]>, text: string) {
  const optional = part.endsWith("?");
  const body = optional ? part.slice(0, -1) : part;
  const open = body.indexOf("[");
  const named = open < 0 ? body : body.slice(0, open);
  const party = PARTY_MARKS.get(named.slice(-1)) ?? null;
  const roleText = party === null ? named : named.slice(0, -1);
  if (body === "[-]") return { role: null, term: null, optional: true, party: null, absent: true };
  if (roleText !== "" && !ROLES.has(roleText)) return null;
  if (roleText === "" && open < 0) return null;
  let term: Term | null = null;
  if (open >= 0) {
    const inner = body.slice(open + 1, body.lastIndexOf("]")).trim();
    const not = inner.startsWith("!");
    const list = not ? inner.slice(1) : inner;
    term = { words: list === "*" ? null : new Set(expand(list, classes, text).flatMap(withPlural)), not };
  }
  return { role: (roleText === "" ? null : roleText) as Role, term, optional, party, absent: false } as const;
}

function readPos(value: string, text: string): TriggerPos {
  if (value === "v" || value === "n" || value === "a" || value === "x") return value;
  throw new Fault(CODING_FAULTS.badPattern, `Pattern "${text}": no part of speech "${value}".`);
}

const REGULAR: ReadonlyMap<string, readonly string[]> = new Map();

/** The word with its regular plural: lemmas of plural-only nouns ("troops") keep their s. */
function withPlural(word: string): readonly string[] {
  return inflect(word, "n", REGULAR);
}

/** Alternatives parted by "|", classes `<id>` replaced by their words. */
function expand(
  list: string,
  classes: ReadonlyMap<string, readonly string[]>,
  text: string,
): readonly string[] {
  return list.split("|").flatMap((word) => {
    const trimmed = word.trim();
    if (!trimmed.startsWith("<")) return [trimmed];
    const words = classes.get(trimmed.slice(1, -1));
    if (words === undefined)
      throw new Fault(CODING_FAULTS.badPattern, `Pattern "${text}": no class ${trimmed}.`);
    return words;
  });
}
