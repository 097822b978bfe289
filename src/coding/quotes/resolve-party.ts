/**
 * Words of a sentence in, who they stand for out: with code, sector and id where
 * the actor reader knows them. Two actors of different states have no one code.
 */
import type { Span } from "../../base/types.ts";
import type { ActorReader, ActorReading } from "../actors/types.ts";
import type { StatementParty } from "../types.ts";

/** The party of these words. @param head token that heads them, or the noun that their pronoun stands for */
export function resolveParty(
  text: string,
  sentence: number,
  head: number,
  span: Span,
  actors: ActorReader | null,
): StatementParty {
  const readings = actors === null ? [] : readingsOf(actors, sentence, head);
  const one = readings.length === 1 ? readings[0]! : null;
  const same = <K extends "code" | "sector">(key: K): ActorReading[K] | null =>
    readings.length > 0 && readings.every((each) => each[key] === readings[0]![key])
      ? readings[0]![key]
      : null;
  const { start, end } = span;
  return {
    entityText: text.slice(start, end),
    start,
    end,
    code: same("code"),
    sector: same("sector"),
    name: one?.name ?? null,
    id: one?.id ?? null,
  };
}

function readingsOf(actors: ActorReader, sentence: number, head: number): readonly ActorReading[] {
  const own = actors.read(sentence, head);
  return own.length > 0 ? own : actors.readOwners(sentence, head);
}

/** True where the words stand for an outlet. */
export function isOutlet(sentence: number, head: number, actors: ActorReader | null): boolean {
  return actors?.read(sentence, head).some((one) => one.sector === "JRN") ?? false;
}
