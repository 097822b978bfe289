/** What the actor reader hands out: actors of PLOVER with the words they were read from and how. */
import type { Span } from "../../base/types.ts";
import type { Actor, EventPlace } from "../types.ts";

/** One actor read from a phrase. A compound phrase gives several. */
export interface ActorReading extends Actor {
  /** Tokens `[first, last)` of `entityText`; equal where the words stand elsewhere. */
  readonly first: number;
  readonly last: number;
  /** The token that heads the words. */
  readonly head: number;
  /** stated: the words of the report say it; implied: the calendar of offices or the rest of the report does. */
  readonly basis: "stated" | "implied";
  /** The words mean a thing that acts for its owner (warships, an embassy), so an actor only as one who does. */
  readonly proxy: boolean;
  /** 0 to 1: how sure code and sector are. */
  readonly confidence: number;
  /** Steps that led to code, sector and name, in order: "coding/actor-name", "coding/actor-chain", … */
  readonly steps: readonly string[];
  /** Index into `Discourse.mentions`; null where the phrase is none of them. */
  readonly mention: number | null;
  /** Number of the chain; -1 where unresolved. */
  readonly chain: number;
}

export interface PlaceReading extends EventPlace {
  /** Tokens `[first, last)` of `text`. */
  readonly first: number;
  readonly last: number;
  /** Index of the word before it that makes it a place ("in"); null where there is none. */
  readonly preposition: number | null;
}

/** Reads actors and places out of the sentences of one report. */
export interface ActorReader {
  /** The actors that the phrase headed by this token stands for; empty where it stands for none. */
  read(sentenceIndex: number, headToken: number): readonly ActorReading[];
  /** The actors that the words of this span stand for, whatever the tree says; offsets into the report's text. */
  readSpan(sentenceIndex: number, span: Span): readonly ActorReading[];
  /** The actors that own or do what the phrase names: "Israel" for "Israel's decision", "the decision of Israel". */
  readOwners(sentenceIndex: number, headToken: number): readonly ActorReading[];
  /** Title of the office that a person holds on the day ("Foreign Minister"); null where none is known. */
  officeOf(personId: string): string | null;
  /** Places that the sentence names, in order. */
  readPlaces(sentenceIndex: number): readonly PlaceReading[];
}
