/** What the knowledge room hands out: frozen tables and the types generated from them. */
import type { Day } from "../base/types.ts";
import type { Sector } from "./ontology.generated.ts";

export type { Context, EventType, Mode, Sector } from "./ontology.generated.ts";

export type GazetteerKind = "state" | "territory" | "organisation" | "person" | "place";

/** One thing that the gazetteer knows. */
export interface GazetteerEntry {
  /** Such as `state/RUS`, `org/united-nations`, `person/Q7747`, `place/aleppo`. */
  readonly id: string;
  readonly kind: GazetteerKind;
  readonly name: string;
  /** PLOVER actor code: ISO alpha-3 with PLOVER's exceptions, or IGO, NGO, IMG, ISM, MNC. */
  readonly code: string | null;
  /** Sector that goes with the entry by itself (an army: MIL; a state: null). */
  readonly sector: Sector | null;
  /** ISO alpha-3 of the state that it belongs to or lies in; null for what belongs to none. */
  readonly state: string | null;
  readonly gender: "male" | "female" | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** How the words name the entry: by its name, an adjective ("Russian"), the people ("Russians"), a capital or
 * seat that stands for a government ("Moscow", "the Kremlin"), an abbreviation, a surname alone. */
export type NameUse = "name" | "adjective" | "people" | "seat" | "abbreviation" | "surname";

export interface GazetteerCandidate {
  readonly id: string;
  readonly use: NameUse;
}

/** Longest match that starts at word `first`; ends before word `last`. */
export interface GazetteerMatch {
  readonly first: number;
  readonly last: number;
  readonly candidates: readonly GazetteerCandidate[];
}

/** A term of office. `office` is a key such as `head-of-state`, `head-of-government`, `foreign-minister`. */
export interface OfficeTerm {
  readonly personId: string;
  readonly office: string;
  /** As said in the trade: "Foreign Minister", "Secretary of State". */
  readonly title: string;
  /** PLOVER code of the state or organisation. */
  readonly code: string;
  readonly sector: Sector;
  /** First and last day; null where unknown or still running. */
  readonly start: Day | null;
  readonly end: Day | null;
}

export interface Gazetteer {
  /** Longest matches over the words of a sentence, in order, not overlapping.
   * Case counts where a word could be an ordinary one ("us", "who"). */
  match(words: readonly string[]): GazetteerMatch[];
  entry(id: string): GazetteerEntry | null;
  /** All known terms of a person, latest first. */
  terms(personId: string): readonly OfficeTerm[];
  /** Who held the office on that day; latest holders when `day` is null. */
  holders(code: string, office: string, day: Day | null): readonly OfficeTerm[];
}
