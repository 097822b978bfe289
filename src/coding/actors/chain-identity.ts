/**
 * A chain in, who it stands for out: its entry, else the mention of it that says most. Mentions are read by their
 * words alone here, so that those of a chain do not ask each other in a circle.
 */
import type { EntityMention } from "../../language/types.ts";
import { entryIdentity } from "./entry-identity.ts";
import { type ActorContext, CONFIDENCE, GOVERNMENT, type Identity } from "./identity.ts";
import { identifyName } from "./mention-identity.ts";
import { describe, ownerIdentities, ownWords, STATE_KINDS } from "./owner-identity.ts";
import { sectorOf } from "./sector.ts";

/** By the chain: its entry, else the mention of it that says most. */
export function fromChain(
  index: number,
  mention: EntityMention,
  context: ActorContext,
  depth: number,
  confidence: number,
): readonly Identity[] {
  if (mention.chain < 0) return [];
  return ofChain(mention.chain, context, depth, index).map((identity) => ({
    ...identity,
    confidence: Math.min(confidence, identity.confidence),
    steps: [...identity.steps, "coding/actor-chain"],
  }));
}

/** Who the chain stands for; several for a pair.
 * @param asking index of the mention that asks, which is left out; -1 for none */
export function ofChain(id: number, context: ActorContext, depth: number, asking = -1): readonly Identity[] {
  const chain = context.discourse.chains[id]!;
  if (chain.members.length > 0) return chain.members.flatMap((member) => ofChain(member, context, depth + 1));
  let best: readonly Identity[] = [];
  let told = 0;
  // The first mentions of a chain introduce it; later ones say no more.
  for (const index of chain.mentions.slice(0, 8)) {
    const mention = context.discourse.mentions[index]!;
    if (index === asking || mention.form === "pronoun") continue;
    const found = withoutChain(index, mention, context, depth);
    const says = (found[0]?.code ? 2 : 0) + (found[0]?.sector ? 1 : 0) + (found[0]?.entry ? 2 : 0);
    if (says > told || best.length === 0) {
      best = found;
      told = says;
    }
  }
  const entry = chain.entry === null ? null : context.entry(chain.entry);
  if (entry !== null && (best.length === 0 || entry.kind !== "person")) {
    best = [
      {
        code: entry.code,
        sector: entry.sector ?? (STATE_KINDS.has(entry.kind) && entry.kind !== "place" ? GOVERNMENT : null),
        entry,
        basis: chain.basis ?? "stated",
        proxy: false,
        confidence: CONFIDENCE.chain,
        steps: [],
      },
    ];
  }
  return best;
}

/** By the words of the mention alone, so that the mentions of a chain do not ask each other in a circle. */
function withoutChain(
  index: number,
  mention: EntityMention,
  context: ActorContext,
  depth: number,
): readonly Identity[] {
  const id = context.discourse.chains[mention.chain]?.entry;
  const entry = id == null ? null : context.entry(id);
  if (entry !== null) return [entryIdentity(entry, mention, false, context)];
  if (mention.form === "name" && mention.candidates.length > 0)
    return [identifyName(index, mention, context, depth + 1)];
  const owners = ownerIdentities(mention, context, depth + 1);
  if (owners.length > 1)
    return owners.map((owner) => ({
      ...owner,
      entry: null,
      sector: sectorOf(mention, describe(owner), context),
    }));
  const own = ownWords(mention, context, depth + 1);
  if (own.code === null && own.sector === null) return [];
  const confidence = own.code === null ? CONFIDENCE.unknown : CONFIDENCE.nominal;
  return [
    { ...own, entry: null, basis: "stated", proxy: false, confidence, steps: ["coding/actor-nominal"] },
  ];
}
