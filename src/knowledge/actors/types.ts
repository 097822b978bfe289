/**
 * Actors of the user's own, as read from the files of `--actors`: plain values that cross between threads.
 * gazetteer/own-names.ts adds the entries to the gazetteer, agents.ts the words for roles to its table.
 */
import type { Sector } from "../ontology.generated.ts";
import type { GazetteerEntry, NameUse } from "../types.ts";

/** A name with the mark that says how its case counts (gazetteer/name-rules.ts). */
export interface OwnName {
  readonly name: string;
  readonly use: NameUse;
}

/** A span of days for which a person or an organisation has a code. */
export interface OwnTerm {
  /** State or organisation by its PLOVER code, or an id of the gazetteer; null for no code. */
  readonly of: string | null;
  readonly sector: Sector | null;
  /** Key of an office, or "" where none is named. */
  readonly office: string;
  readonly title: string;
  /** A day, a month or a year; "" for no bound. */
  readonly start: string;
  readonly end: string;
}

/** What a file says of one entry; a field that is absent is taken from the entry that the gazetteer has. */
export interface OwnEntry {
  readonly id: string;
  readonly entry: Partial<GazetteerEntry> & Pick<GazetteerEntry, "kind">;
  readonly names: readonly OwnName[];
  readonly terms: readonly OwnTerm[];
  /** The head of state governs as well. */
  readonly oneHead: boolean;
}

/** A word for a role or a body, in the form of knowledge/lexicon/en/agents.jsonl. */
export interface OwnAgent {
  readonly id: string;
  readonly one: readonly string[];
  readonly many: readonly string[];
  readonly sector: Sector | null;
  readonly code: string | null;
}

export interface OwnActors {
  readonly entries: readonly OwnEntry[];
  readonly agents: readonly OwnAgent[];
  /** Of everything above: the same actors have the same hash, whatever the comments of their files. */
  readonly hash: string;
}

/** A line that was not taken, or not wholly. */
export interface ActorsProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export interface ReadActors {
  readonly actors: OwnActors;
  readonly problems: readonly ActorsProblem[];
}
