/**
 * Words of a sentence in, who they stand for out: with code, sector and id where
 * the actor reader knows them. Two actors of different states have no one code.
 */
import type { Span } from "../../base/types.ts";
import type { ActorReader, ActorReading } from "../actors/types.ts";
import { isNominal, phraseOf, type Tree, withConjuncts } from "../tree/tree.ts";
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
    office: officeOf(one?.id ?? null, actors),
  };
}

/** Each of those that these words name: one for each actor and for each joined name that stands for no known actor. */
export function resolveEach(
  text: string,
  sentence: number,
  head: number,
  tree: Tree,
  whole: StatementParty,
  actors: ActorReader | null,
): readonly StatementParty[] {
  const within = (span: Span) => whole.start <= span.start && span.end <= whole.end;
  const found: StatementParty[] = [];
  for (const { start, end, code, sector, name, id } of actors?.read(sentence, head) ?? []) {
    const own = start !== undefined && end !== undefined && within({ start, end }) ? { start, end } : whole;
    found.push({
      entityText: text.slice(own.start, own.end),
      start: own.start,
      end: own.end,
      code,
      sector,
      name,
      id,
      office: officeOf(id, actors),
    });
  }
  for (const joined of tree.parsed ? withConjuncts(tree, head) : []) {
    const token = tree.tokens[joined]!;
    if (!within(token) || !isNominal(token)) continue;
    if (found.some((one) => one.start <= token.start && token.end <= one.end)) continue;
    const { first, last } = phraseOf(tree, joined);
    const start = Math.max(whole.start, tree.tokens[first]!.start);
    const end = Math.min(whole.end, tree.tokens[last - 1]!.end);
    found.push(resolveParty(text, sentence, joined, { start, end }, actors));
  }
  return found.length < 2 ? [whole] : found.sort((one, two) => one.start - two.start);
}

function readingsOf(actors: ActorReader, sentence: number, head: number): readonly ActorReading[] {
  const own = actors.read(sentence, head);
  return own.length > 0 ? own : actors.readOwners(sentence, head);
}

/** The office that the one with this id holds, where it is a person's. */
export function officeOf(id: string | null, actors: ActorReader | null): string | null {
  return id?.startsWith("person/") ? (actors?.officeOf(id) ?? null) : null;
}

/** True where the words stand for an outlet. */
export function isOutlet(sentence: number, head: number, actors: ActorReader | null): boolean {
  return actors?.read(sentence, head).some((one) => one.sector === "JRN") ?? false;
}
