/** What a mention gets from what it belongs to: code and sector of its owners, and what a state lends of them. */
import type { EntityMention } from "../../language/types.ts";
import type { ActorContext, Identity } from "./identity.ts";
import { identify } from "./mention-identity.ts";
import { lenders } from "./owners.ts";
import { sectorOf } from "./sector.ts";

/** Code and sector by the words of the mention and what they belong to. */
export function ownWords(mention: EntityMention, context: ActorContext, depth: number) {
  const owner = ownerIdentities(mention, context, depth)[0] ?? null;
  return { code: owner?.code ?? null, sector: sectorOf(mention, describe(owner), context) };
}

/** A state lends no sector: "a group in Russia" is not its government. */
export function describe(owner: Identity | null) {
  if (owner === null) return null;
  const isState = owner.entry !== null && STATE_KINDS.has(owner.entry.kind);
  return {
    sector: isState ? null : owner.sector,
    isState: isState || (owner.code !== null && owner.sector === null),
  };
}

/** Kinds of entries that lend their code but no sector. */
export const STATE_KINDS: ReadonlySet<string> = new Set(["state", "territory", "place"]);

/** Who the mention belongs to, those with a code; coordinated owners together. */
export function ownerIdentities(
  mention: EntityMention,
  context: ActorContext,
  depth: number,
): readonly Identity[] {
  const known = new Map<number, readonly Identity[]>();
  const of = (index: number) => {
    const found = known.get(index) ?? identify(index, context, depth + 1);
    known.set(index, found);
    return found;
  };
  const lending = lenders(mention, context, (index) => of(index).some((identity) => identity.code !== null));
  return lending.flatMap(of).filter((identity) => identity.code !== null);
}
