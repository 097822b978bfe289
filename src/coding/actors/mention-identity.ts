/**
 * A mention in, who it stands for out: one identity, or several for "the two ministers" and "leaders of Russia
 * and Turkey"; none for what is no actor.
 *
 * What the words themselves say comes first, then the chain, then the calendar of offices, then what the rest
 * of the report is about; the last two are marked as implied.
 */
import type { EntityMention } from "../../language/types.ts";
import { fromChain, ofChain } from "./chain-identity.ts";
import { entryIdentity } from "./entry-identity.ts";
import { type ActorContext, COMPANY_CODE, CONFIDENCE, type Identity } from "./identity.ts";
import { isInPlace, placedIn, withFocus } from "./lent-code.ts";
import { identifyNominal, pairBefore } from "./nominal-identity.ts";
import { ownerIdentities, ownWords } from "./owner-identity.ts";
import { isBarred } from "./owners.ts";

/** Steps from mention to mention before the search ends. */
const MAX_DEPTH = 5;

/** Who the mention stands for. */
export function identify(index: number, context: ActorContext, depth = 0): readonly Identity[] {
  if (depth > MAX_DEPTH) return [];
  const mention = context.discourse.mentions[index]!;
  if (mention.form === "pronoun") return fromChain(index, mention, context, depth, CONFIDENCE.pronoun);
  const chain = mention.chain < 0 ? null : context.discourse.chains[mention.chain]!;
  if (chain !== null && chain.members.length > 0) {
    const members = chain.members.flatMap((id) => ofChain(id, context, depth));
    if (mention.form === "name" || new Set(members.map((one) => one.code)).size > 1) return members;
    const pair = pairBefore(mention, context, depth);
    return pair.length > 0 ? pair : members;
  }
  if (mention.form === "name") {
    if (isNamesake(mention, context)) return [];
    const identity = identifyName(index, mention, context, depth);
    // A sea or a peninsula acts for nobody.
    return identity.code === null && identity.entry?.kind === "place" ? [] : [identity];
  }
  return identifyNominal(index, mention, context, depth);
}

/** Who a name stands for: its entry on the day, else what its titles and its chain say. */
export function identifyName(
  index: number,
  mention: EntityMention,
  context: ActorContext,
  depth: number,
): Identity {
  const chain = mention.chain < 0 ? null : context.discourse.chains[mention.chain]!;
  const id = chain?.entry ?? mention.candidates[0] ?? null;
  const entry = id === null ? null : context.entry(id);
  if (entry !== null) {
    const identity = ofAnother(
      entryIdentity(entry, mention, isInPlace(mention, context), context),
      mention,
      context,
      depth,
    );
    if (chain?.entry == null || mention.candidates[0] === chain.entry) return identity;
    return { ...identity, steps: [...identity.steps, "coding/actor-chain"] };
  }
  const own = ownWords(mention, context, depth);
  const told =
    own.code === null || own.sector === null
      ? fromChain(index, mention, context, depth, CONFIDENCE.chain)[0]
      : undefined;
  const identity: Identity = {
    code: own.code ?? told?.code ?? null,
    sector: own.sector ?? told?.sector ?? null,
    entry: null,
    basis: "stated",
    proxy: false,
    confidence: own.code !== null ? CONFIDENCE.nominal : told?.code ? CONFIDENCE.chain : CONFIDENCE.unknown,
    steps: [own.code !== null || !told?.code ? "coding/actor-title" : "coding/actor-chain"],
  };
  if (identity.code !== null) return identity;
  return isInPlace(mention, context) && mention.agents.length === 0
    ? placedIn(identity, mention, context)
    : withFocus(identity, mention, context);
}

/** "The Ivory Coast's Supreme Court", "ethnic Albanians in Serbia": the words say that it is another state's. */
function ofAnother(
  identity: Identity,
  mention: EntityMention,
  context: ActorContext,
  depth: number,
): Identity {
  const { entry } = identity;
  if (entry === null) return identity;
  if (mention.use === "people" && isBarred(mention, context)) {
    const place =
      ownerIdentities(mention, context, depth)[0]?.code ??
      context.focus(mention.sentence, identity.sector)?.code;
    if (place == null) return identity;
    return {
      ...identity,
      code: place,
      entry: null,
      confidence: CONFIDENCE.unknown,
      steps: [...identity.steps, "coding/actor-ethnic"],
    };
  }
  if ((entry.kind !== "organisation" && entry.kind !== "place") || entry.state === null) return identity;
  const owner = ownerIdentities(mention, context, depth)[0];
  const isNominal = mention.agents.length > 0 || entry.kind === "place";
  if (!isNominal || owner?.code == null || owner.code === entry.code || owner.entry?.kind !== "state")
    return identity;
  return {
    ...identity,
    code: owner.code,
    entry: null,
    confidence: CONFIDENCE.nominal,
    steps: [...identity.steps, "coding/actor-nominal"],
  };
}

/** "The Oslo Accords", "Pfizer vaccines": a place that a document or meeting, a firm that its goods are called after. */
function isNamesake(mention: EntityMention, { agents, entry, words }: ActorContext): boolean {
  const id = mention.candidates[0];
  const next = words(mention.sentence)[mention.last];
  if (id === undefined || next === undefined) return false;
  if (mention.use === "seat" || (mention.use === "name" && id.startsWith("place/")))
    return agents.uses(next, "named-after-place");
  return entry(id)?.code === COMPANY_CODE && agents.uses(next, "product");
}
