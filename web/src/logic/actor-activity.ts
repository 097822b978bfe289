/** Events of one actor in, what they tell of it out: with whom it deals and how, and the words by which reports name it. */
import type { EventLine, Party } from "../api/types.ts";

export interface Counterpart {
  /** Code or id by which it is found again. */
  readonly key: string;
  readonly party: Party;
  readonly cooperation: number;
  readonly conflict: number;
  /** Mean score of the events with it. */
  readonly score: number;
}

/** A state is one actor, whether a report names it or only its code is known. */
const keyOf = ({ code, id }: Party, byState: boolean) =>
  code !== null && (id === `state/${code}` || (byState && code.length === 3)) ? code : (id ?? code);

/** True where the party is the actor that the words name: its code, its id, or its name. */
export function isActor(party: Party, words: readonly string[]): boolean {
  return [party.code, party.id, party.name].some((value) => value !== null && words.includes(value));
}

interface Dealings {
  readonly key: string;
  readonly party: Party;
  cooperation: number;
  conflict: number;
  readonly scores: number[];
}

/** With whom the actor deals, most events first; a state counts with all who act for it. */
export function counterparts(events: readonly EventLine[], self: readonly string[]): Counterpart[] {
  const found = new Map<string, Dealings>();
  for (const { actor, recipient, quad_code, event_scale } of events) {
    const others = new Map(
      [...actor, ...recipient]
        .filter((party) => !isActor(party, self))
        .map((party) => [keyOf(party, true), party]),
    );
    for (const [key, party] of others) {
      if (key === null) continue;
      const one: Dealings = found.get(key) ?? { key, party, cooperation: 0, conflict: 0, scores: [] };
      if (quad_code <= 2) one.cooperation++;
      else one.conflict++;
      one.scores.push(event_scale);
      found.set(key, one);
    }
  }
  return [...found.values()]
    .map(({ scores, ...one }) => ({
      ...one,
      score: scores.reduce((sum, score) => sum + score, 0) / scores.length,
    }))
    .sort((a, b) => b.cooperation + b.conflict - a.cooperation - a.conflict || (a.key < b.key ? -1 : 1));
}

export interface ActorCount {
  readonly key: string;
  readonly party: Party;
  readonly does: number;
  readonly receives: number;
}

/** All actors of the events with how often each acts and is acted on; those that were not resolved apart. */
export function actorCounts(events: readonly EventLine[]): {
  readonly resolved: readonly ActorCount[];
  readonly unresolved: readonly { readonly words: string; readonly count: number; readonly event: string }[];
} {
  const resolved = new Map<string, { key: string; party: Party; does: number; receives: number }>();
  const unresolved = new Map<string, { words: string; count: number; event: string }>();
  for (const { id, actor, recipient } of events) {
    for (const [side, does] of [
      [actor, true],
      [recipient, false],
    ] as const) {
      for (const party of side) {
        const key = keyOf(party, party.name === null);
        if (key === null) {
          const words = party.entity_text ?? "";
          if (words === "") continue;
          const one = unresolved.get(words.toLowerCase()) ?? { words, count: 0, event: id };
          one.count++;
          unresolved.set(words.toLowerCase(), one);
          continue;
        }
        const one = resolved.get(key) ?? { key, party, does: 0, receives: 0 };
        if (does) one.does++;
        else one.receives++;
        resolved.set(key, one);
      }
    }
  }
  return {
    resolved: [...resolved.values()].sort(
      (a, b) => b.does + b.receives - a.does - a.receives || (a.key < b.key ? -1 : 1),
    ),
    unresolved: [...unresolved.values()].sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1)),
  };
}
