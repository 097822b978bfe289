/** A party with the way it was found, and what finding an actor and finding a recipient share. */
import type { Via } from "../matching/match-frame.ts";
import { isNominal, type Tree } from "../tree/tree.ts";
import type { Actor } from "../types.ts";
import type { Party, PartyReader } from "./party-reader.ts";

export interface FoundParty {
  readonly party: Party | null;
  readonly via: Via;
}

export const NOBODY: FoundParty = { party: null, via: "none" };

/** By the words alone: the last actor before the trigger, not beyond eight phrases. */
export function nearestBefore(tree: Tree, trigger: number, parties: PartyReader, reach: number): FoundParty {
  let tried = 0;
  for (let at = trigger - 1; at >= Math.max(0, trigger - reach) && tried < 8; at--) {
    const token = tree.tokens[at]!;
    if (!isNominal(token)) continue;
    const relation = tree.relation[at];
    if (relation === "compound" || relation === "flat") continue;
    tried++;
    if (!parties.isActor(at)) continue;
    const party = parties.at(at);
    if (party !== null) return { party, via: "words" };
  }
  return NOBODY;
}

/** True when both parties name one actor, by gazetteer id or by words. */
export function same(a: Party | null, b: Party | null): boolean {
  if (a === null || b === null) return false;
  if (a.head === b.head) return true;
  return a.actors.some((one) =>
    b.actors.some((other) => (one.id !== null && one.id === other.id) || overlap(one, other)),
  );
}

/** True when the words of one stand among those of the other. */
function overlap(a: Actor, b: Actor): boolean {
  if (a.start === undefined || b.start === undefined) return false;
  return a.start < b.end! && b.start < a.end!;
}
