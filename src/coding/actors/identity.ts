/** Who a mention stands for, before it becomes an actor: code, sector, the gazetteer's entry, and how sure. */
import type { Day } from "../../base/types.ts";
import type { Agents } from "../../knowledge/agents.ts";
import type { Gazetteer, GazetteerEntry, OfficeTerm, Sector } from "../../knowledge/types.ts";
import type { Discourse, Sentence } from "../../language/types.ts";

export interface Identity {
  readonly code: string | null;
  readonly sector: Sector | null;
  readonly entry: GazetteerEntry | null;
  readonly basis: "stated" | "implied";
  readonly proxy: boolean;
  readonly confidence: number;
  readonly steps: readonly string[];
}

/** What the readers of this folder share for one report. */
export interface ActorContext {
  readonly sentences: readonly Sentence[];
  readonly discourse: Discourse;
  readonly gazetteer: Gazetteer;
  readonly agents: Agents;
  /** Day by which offices are dated; null where unknown. */
  readonly day: Day | null;
  /** The gazetteer's entry, looked up once. */
  entry(id: string): GazetteerEntry | null;
  /** Words of a sentence in lower case with straight apostrophes. */
  words(sentence: number): readonly string[];
  /** Indexes of the mentions of a sentence, in order. */
  mentionsOf(sentence: number): readonly number[];
  /** Code of the one state that the report is about, with a confidence; null where it is about several. */
  focus(
    sentence: number,
    sector: Sector | null,
  ): { readonly code: string; readonly confidence: number } | null;
}

/** How sure each way of reading is, as read off the development records of PLOVER; calibrated as a whole later. */
export const CONFIDENCE = {
  name: 0.95,
  office: 0.93,
  adjective: 0.92,
  nominal: 0.9,
  chain: 0.8,
  holder: 0.85,
  complement: 0.85,
  pronoun: 0.75,
  unknown: 0.4,
} as const;

/** PLOVER's sector for those who held office and hold it no more. */
export const FORMER_SECTOR: Sector = "ELI";
/** Sectors of office that a former holder loses. */
const OFFICE_SECTORS: ReadonlySet<Sector | null> = new Set<Sector | null>(["GOV", "LEG", "JUD"]);
/** PLOVER's code of social and ethnic movements, which belong to no state. */
export const MOVEMENT_CODE = "ISM";
/** PLOVER's code of firms. */
export const COMPANY_CODE = "MNC";
/** Sectors that a bare state and a bare people have as actors. */
export const GOVERNMENT: Sector = "GOV";
export const CIVILIANS: Sector = "CVL";

/** The sector after the office was given up. */
export function formerSector(sector: Sector | null): Sector | null {
  return OFFICE_SECTORS.has(sector) ? FORMER_SECTOR : sector;
}

/** True when the term covers the day; any term does where the day is unknown. */
export function covers(term: OfficeTerm, day: Day | null): boolean {
  if (day === null) return true;
  return (term.start === null || term.start <= day) && (term.end === null || term.end >= day);
}
