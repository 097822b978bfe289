/** What the knowledge room hands out: frozen tables and the types generated from them. */
import type { Day } from "../base/types.ts";
import type { Sector } from "./ontology.generated.ts";

export type { Context, EventType, Mode, Sector } from "./ontology.generated.ts";
export type {
  ActorCodeEntry,
  CameoContent,
  CameoEntry,
  ContextEntry,
  EventEntry,
  ModeEntry,
  Ontology,
  Quad,
  QuadEntry,
  SectorEntry,
} from "./ontology-types.ts";

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
  /** True for news agencies, papers and broadcasters. */
  readonly outlet?: boolean;
  /** True for a part of a state or a part of the world: a province, a region. */
  readonly region?: boolean;
  /** Surname of a person, as it stands alone after "Mr". */
  readonly surname?: string;
  /** True where code and sector hold on the days of its terms only (actors of the user's own). */
  readonly dated?: boolean;
}

/** How the words name the entry: by its name, an adjective ("Russian"), the people ("Russians"), a capital or
 * seat that stands for a government ("Moscow", "the Kremlin"), an abbreviation, a surname alone. */
export type NameUse = "name" | "adjective" | "people" | "seat" | "abbreviation" | "surname";

export interface GazetteerCandidate {
  readonly id: string;
  readonly use: NameUse;
  /** True where the words in this form may be ordinary ones ("us diplomats", "May said"): decide by tag and
   * neighbours. */
  readonly uncertain?: boolean;
}

/** Longest match that starts at word `first`; ends before word `last`. A word may hold two ("US-Russia").
 * Candidates: states, territories, organisations, places, persons (greatest office first). */
export interface GazetteerMatch {
  readonly first: number;
  readonly last: number;
  readonly candidates: readonly GazetteerCandidate[];
}

/** An office by key, with the sector of those who hold it. */
export interface OfficeKey {
  readonly office: string;
  readonly sector: Sector;
}

/** A term of office. `office` is a key such as `head-of-state`, `head-of-government`, `foreign-minister`. */
export interface OfficeTerm {
  readonly personId: string;
  readonly office: string;
  /** As said in the trade: "Foreign Minister", "Secretary of State". */
  readonly title: string;
  /** PLOVER code of the state or organisation. */
  readonly code: string;
  /** Entry that the office belongs to: `state/RUS`, `org/nato`. */
  readonly body: string;
  readonly sector: Sector;
  /** First and last day; null where unknown or still running. A month or year known alone is widened to its
   * first (start) or last (end) day. */
  readonly start: Day | null;
  readonly end: Day | null;
  /** For an end that is null: last day that the source vouches for; null where the term is known to run on. */
  readonly seen: Day | null;
}

export interface Gazetteer {
  /** Longest matches over the words of a sentence, in order, not overlapping.
   * Case counts where a word could be an ordinary one ("us", "who"). */
  match(words: readonly string[]): GazetteerMatch[];
  entry(id: string): GazetteerEntry | null;
  /** All known terms of a person, latest first. */
  terms(personId: string): readonly OfficeTerm[];
  /** Who held the office on that day, surest first; latest holders when `day` is null. `of` is a PLOVER code
   * ("RUS") or, for organisations, an id ("org/nato"). A head of state who also governs answers for both. */
  holders(of: string, office: string, day: Day | null): readonly OfficeTerm[];
  /** The key of an office from its title ("foreign minister", "Secretary of State"), or null. `of` as in
   * `holders`: the same title means different offices in different states. */
  office(title: string, of: string | null): OfficeKey | null;
}
