/** The words for actors as agents.ts hands them out: entries, matches, modifiers, pronouns, uses of small words. */
import type { Sector } from "./types.ts";

/** person: a role; group: people together; body: an institution; thing: acts for its owner (a warship); kin;
 * honorific; part: stands before the whole ("hundreds of"); none: stands for no
 * actor, and ends a name that is none ("Security Conference"); states: several together by
 * name ("the Baltic states"); state, place: only points ("the country"). */
export type AgentKind =
  | "person"
  | "group"
  | "body"
  | "thing"
  | "kin"
  | "honorific"
  | "part"
  | "none"
  | "states"
  | "state"
  | "place";

export interface AgentEntry {
  /** Such as `agent/soldier`, `title/foreign-minister`, `kin/wife`. */
  readonly id: string;
  readonly kind: AgentKind;
  readonly sector: Sector | null;
  /** True: takes the sector of what it belongs to; a list: only these sectors. */
  readonly follows: boolean | readonly Sector[];
  /** Sector where a state owns it and nothing says more ("an Israeli spokesman": GOV). */
  readonly ofState: Sector | null;
  readonly gender: "male" | "female" | null;
  /** Keys of the gazetteer's offices that the title names. */
  readonly offices: readonly string[];
  /** Offices whose holder it means where a state owns it, without naming them ("the North Korean leader"). */
  readonly holds: readonly string[];
  /** Codes to which the offices are limited; empty for all. */
  readonly only: readonly string[];
  /** Code that the word has by itself ("the pope"). */
  readonly code: string | null;
  /** Codes of all that it stands for together ("the Baltic states"). */
  readonly codes: readonly string[];
  /** Holds the same office as whoever it is said of ("his counterpart"). */
  readonly mirrors: boolean;
  /** Of another state than the one it is said of ("Russia's allies"). */
  readonly ofOthers: boolean;
  /** Of another state than the one where it is ("the embassy", "tourists"). */
  readonly guest: boolean;
}

/** A longest match over words `[first, last)`. */
export interface AgentMatch {
  readonly first: number;
  readonly last: number;
  readonly entry: AgentEntry;
  /** Null where one form serves both. */
  readonly number: "singular" | "plural" | null;
}

export interface ActorModifier {
  readonly gives: "former" | "deputy" | "sector" | "armed" | "plural";
  readonly sector: Sector | null;
}

export interface PronounEntry {
  readonly id: string;
  readonly person: 1 | 2 | 3;
  readonly number: "singular" | "plural" | null;
  readonly gender: "male" | "female" | "neuter" | null;
  readonly use: "personal" | "possessive" | "either" | "relative";
}

/** What a small word does in a phrase, as `gives` of actor-phrases.jsonl. */
export type PhraseUse =
  | "membership"
  | "location"
  | "inside"
  | "whole"
  | "based"
  | "calendar"
  | "not-owner"
  | "not-owner-prefix"
  | "named-after-place"
  | "product"
  | "agentive"
  | "pair"
  | "shared"
  | "definite"
  | "indefinite"
  | "other"
  | "possessive"
  | "conjunction"
  | "name-join"
  | "name-particle"
  | "copula"
  | "ethnic"
  | "many-states"
  | "foreign"
  | "speech";

export interface Agents {
  /** Longest matches over the words of a sentence in lower case, in order, not overlapping. */
  match(words: readonly string[]): AgentMatch[];
  entry(id: string): AgentEntry | null;
  /** What a word in lower case says as a modifier of a role, or null. */
  modifier(word: string): ActorModifier | null;
  pronoun(word: string): PronounEntry | null;
  /** True when the word in lower case has this use. */
  uses(word: string, use: PhraseUse): boolean;
}
