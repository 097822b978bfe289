/**
 * Event rules and the words they lean on, out of knowledge/rules/coding and
 * knowledge/lexicon/en, as frozen records.
 *
 * In: JSON Lines files, one entry a line. Out: `CodingKnowledge`. The patterns
 * stay text here; the coding room compiles them (src/coding/rules). Entries are
 * checked against their schemas by scripts/check-knowledge, not at each start.
 */
import { readdirSync } from "node:fs";
import { knowledgePath } from "./dir.ts";
import { deepFreeze } from "./freeze.ts";
import type { Context, EventType, Mode } from "./ontology.generated.ts";
import { readJsonLines } from "./read-file.ts";

/** What a clause under the trigger becomes: see docs/reference/event-rules.md, "takes". */
export type ClauseEffect =
  | "pass"
  | "report"
  | "claim"
  | "promise"
  | "pledge"
  | "plan"
  | "threat"
  | "request"
  | "refusal"
  | "accusation"
  | "praise"
  | "denial"
  | "past"
  | "failure"
  | "end"
  | "hope"
  | "wish"
  | "doubt";

/** A sentence that the rule must read, with what it must give; a bare string asks for the rule and its event alone. */
export interface RuleExample {
  readonly text: string;
  readonly actor?: string;
  readonly recipient?: string;
  readonly event?: string;
  readonly factuality?: string;
}

/** One event rule, as in knowledge/schema/event-rule.json. */
export interface EventRule {
  readonly id: string;
  readonly pattern: string | readonly string[];
  /** "CONSULT" or "CONSULT/phone". */
  readonly gives: string;
  readonly cameo?: string;
  readonly context?: readonly Context[];
  readonly takes?: ClauseEffect;
  readonly reciprocal?: boolean;
  /** "content": the words are an event only as what another event is about ("asked for ammunition"). */
  readonly only?: "content";
  /** Prepositions that lead to the recipient where the pattern binds none; [] for never. */
  readonly seek?: readonly string[];
  /** How often the words mean this, 0 to 1 (0.7 where absent). */
  readonly weight?: number;
  readonly source: string;
  readonly examples: readonly (string | RuleExample)[];
  readonly counterExamples: readonly string[];
}

/** Words that behave alike, named `<id>` in patterns. */
export interface WordClass {
  readonly id: string;
  readonly words: readonly string[];
  readonly source: string;
}

/** A word that governs a clause without being an event itself. */
export interface Governor {
  readonly id: string;
  readonly words: readonly string[];
  readonly pos: "v" | "n" | "a";
  readonly takes: ClauseEffect;
  readonly source: string;
}

/** Small closed lists (auxiliaries, negations, conditional marks, light verbs …) by name. */
export interface CueList {
  readonly id: string;
  readonly words: readonly string[];
  readonly source: string;
}

/** A word whose forms do not follow the rules of spelling. */
export interface IrregularForms {
  readonly id: string;
  readonly pos: "v" | "n";
  readonly forms: readonly string[];
}

/** A unit of quantity: the nouns that carry it. */
export interface QuantityUnit {
  readonly id: string;
  readonly unit: string;
  readonly words: readonly string[];
  /** Verbs that give people the unit ("killed twelve people": dead). */
  readonly verbs?: readonly string[];
  readonly source: string;
}

/** A word that names a number, or a currency by its ISO 4217 code. */
export interface NumberWord {
  readonly id: string;
  readonly value?: number;
  readonly currency?: string;
}

/** Words beside an event that tell its mode. */
export interface ModeCue {
  readonly id: string;
  readonly event: EventType;
  readonly mode: Mode;
  readonly words: readonly string[];
  readonly source: string;
}

export interface CodingKnowledge {
  readonly rules: readonly EventRule[];
  readonly classes: readonly WordClass[];
  readonly governors: readonly Governor[];
  readonly cues: readonly CueList[];
  readonly irregulars: readonly IrregularForms[];
  readonly units: readonly QuantityUnit[];
  readonly numbers: readonly NumberWord[];
  readonly modes: readonly ModeCue[];
}

/**
 * The event rules and their lexicon.
 * @throws {@link Fault} `knowledge/unreadable`, `knowledge/malformed`
 */
export function loadCodingKnowledge(): CodingKnowledge {
  const files = readdirSync(knowledgePath("rules", "coding")).filter((name) => name.endsWith(".jsonl"));
  return deepFreeze({
    rules: files.sort().flatMap((name) => readJsonLines<EventRule>("rules", "coding", name)),
    classes: readJsonLines<WordClass>("lexicon", "en", "noun-classes.jsonl"),
    governors: readJsonLines<Governor>("lexicon", "en", "governors.jsonl"),
    cues: readJsonLines<CueList>("lexicon", "en", "coding-cues.jsonl"),
    irregulars: readJsonLines<IrregularForms>("lexicon", "en", "irregular-forms.jsonl"),
    units: readJsonLines<QuantityUnit>("lexicon", "en", "quantity-units.jsonl"),
    numbers: readJsonLines<NumberWord>("lexicon", "en", "number-words.jsonl"),
    modes: readJsonLines<ModeCue>("lexicon", "en", "mode-cues.jsonl"),
  });
}
