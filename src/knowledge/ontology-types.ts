/**
 * The ontology as the stages see it: PLOVER 2.0 event types with their modes,
 * quads and scores, contexts, sectors, actor codes, factualities, and CAMEO.
 * The data lies in knowledge/ontology; ontology.ts reads it.
 */
import type { Context, EventType, Mode, Sector } from "./ontology.generated.ts";

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
export type Quad = 1 | 2 | 3 | 4;

/** A sentence that looks like the entry and is something else; `instead` is null where it is no event. */
export interface CounterExample {
  readonly text: string;
  /** `EVENT` or `EVENT/mode`. */
  readonly instead: string | null;
}

export interface ModeEntry {
  readonly mode: Mode;
  readonly gloss: string;
  /** PLOVER's scale, -10 to 10. */
  readonly score: number;
  readonly examples: readonly string[];
  readonly counterExamples: readonly CounterExample[];
}

export interface EventEntry {
  readonly id: string;
  readonly type: EventType;
  readonly quad: Quad;
  /** PLOVER's scale, -10 to 10, where no mode is known. */
  readonly score: number;
  /** True where PLOVER asks for a recipient. */
  readonly requiresRecipient: boolean;
  readonly gloss: string;
  readonly definition: string;
  /** Who is actor and who recipient. */
  readonly parties: string;
  readonly modes: readonly ModeEntry[];
  readonly examples: readonly string[];
  readonly counterExamples: readonly CounterExample[];
}

export interface ContextEntry {
  readonly context: Context;
  readonly definition: string;
  readonly cues: string;
}

export interface SectorEntry {
  readonly sector: Sector;
  readonly rank: "frequent" | "other";
  readonly label: string;
  readonly definition: string;
}

export interface QuadEntry {
  readonly quad: Quad;
  readonly label: string;
  /** As POLECAT writes it ("MATERIAL CONFLICT"). */
  readonly text: string;
}

/** A code for what is no state. */
export interface ActorCodeEntry {
  readonly code: string;
  readonly label: string;
  readonly definition: string;
}

export interface CameoEntry {
  /** Two to four digits. */
  readonly code: string;
  readonly label: string;
  /** Goldstein scale, -10 to 10, as GDELT prints it. */
  readonly goldstein: number;
  /** As ICEWS prints it, where that differs. */
  readonly goldsteinIcews: number | null;
  /** PLOVER's type for it; null where it has none (statements) and for the two-digit roots. */
  readonly event: EventType | null;
  readonly mode: Mode | null;
  readonly contexts: readonly Context[];
  /** Why the row differs from PLOVER's conversion file; null where it does not. */
  readonly repair: string | null;
}

/** The act that a promise, request, refusal or threat is about. */
export interface CameoContent {
  readonly event: EventType;
  readonly mode: readonly Mode[];
}

export interface Ontology {
  readonly events: readonly EventEntry[];
  readonly contexts: readonly ContextEntry[];
  readonly sectors: readonly SectorEntry[];
  readonly quads: readonly QuadEntry[];
  readonly actorCodes: readonly ActorCodeEntry[];
  readonly cameo: readonly CameoEntry[];
  /** True when `value` is a PLOVER event type. */
  isEvent(value: string): value is EventType;
  /** True when `value` is a mode of the event. */
  isMode(event: EventType, value: string): value is Mode;
  event(event: EventType): EventEntry;
  modesOf(event: EventType): readonly Mode[];
  /** PLOVER's score, -10 to 10: of the strongest mode given, of the event alone when there is none. */
  score(event: EventType, modes?: readonly Mode[]): number;
  quad(event: EventType): Quad;
  /** The CAMEO code that says most with least doubt; every event has one. */
  cameoFor(event: EventType, modes?: readonly Mode[], content?: CameoContent | null): string;
  /** The CAMEO entry of a code, null when there is none. */
  cameoEntry(code: string): CameoEntry | null;
}
