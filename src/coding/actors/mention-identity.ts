/**
 * A mention in, who it stands for out: one identity, or several for "the two ministers" and "leaders of Russia
 * and Turkey"; none for what is no actor.
 *
 * What the words themselves say comes first, then the chain, then the calendar of offices, then what the rest
 * of the report is about; the last two are marked as implied.
 */
import type { Sector } from "../../knowledge/types.ts";
import type { EntityMention } from "../../language/types.ts";
import { entryIdentity } from "./entry-identity.ts";
import {
  type ActorContext,
  CIVILIANS,
  CONFIDENCE,
  GOVERNMENT,
  type Identity,
  MOVEMENT_CODE,
} from "./identity.ts";
import { isBarred, lenders } from "./owners.ts";
import { headAgent, sectorOf } from "./sector.ts";

/** Steps from mention to mention before the search ends. */
const MAX_DEPTH = 5;

/** Who the mention stands for. */
export function identify(index: number, context: ActorContext, depth = 0): readonly Identity[] {
  if (depth > MAX_DEPTH) return [];
  const mention = context.discourse.mentions[index]!;
  if (mention.form === "pronoun") return fromChain(index, mention, context, depth, CONFIDENCE.pronoun);
  const chain = mention.chain < 0 ? null : context.discourse.chains[mention.chain]!;
  if (chain !== null && chain.members.length > 0)
    return chain.members.flatMap((id) => ofChain(id, context, depth));
  if (mention.form === "name") {
    const identity = identifyName(index, mention, context, depth);
    // A sea or a peninsula acts for nobody.
    return identity.code === null && identity.entry?.kind === "place" ? [] : [identity];
  }
  return identifyNominal(index, mention, context, depth);
}

function identifyName(index: number, mention: EntityMention, context: ActorContext, depth: number): Identity {
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
  return identity.code === null ? withFocus(identity, mention, context) : identity;
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

/** Code and sector by the words of the mention and what they belong to. */
function ownWords(mention: EntityMention, context: ActorContext, depth: number) {
  const owner = ownerIdentities(mention, context, depth)[0] ?? null;
  return { code: owner?.code ?? null, sector: sectorOf(mention, describe(owner), context) };
}

/** A state lends no sector: "a group in Russia" is not its government. */
function describe(owner: Identity | null) {
  if (owner === null) return null;
  const isState = owner.entry !== null && STATE_KINDS.has(owner.entry.kind);
  return {
    sector: isState ? null : owner.sector,
    isState: isState || (owner.code !== null && owner.sector === null),
  };
}

const STATE_KINDS: ReadonlySet<string> = new Set(["state", "territory", "place"]);

function ownerIdentities(mention: EntityMention, context: ActorContext, depth: number): readonly Identity[] {
  const known = new Map<number, readonly Identity[]>();
  const of = (index: number) => {
    const found = known.get(index) ?? identify(index, context, depth + 1);
    known.set(index, found);
    return found;
  };
  const lending = lenders(mention, context, (index) => of(index).some((identity) => identity.code !== null));
  return lending.flatMap(of).filter((identity) => identity.code !== null);
}

function identifyNominal(
  index: number,
  mention: EntityMention,
  context: ActorContext,
  depth: number,
): readonly Identity[] {
  const agent = headAgent(mention, context);
  if (agent === null) return [];
  if (agent.kind === "part") return identifyWhole(mention, context, depth);
  if (agent.kind === "states") return agent.codes.map((code) => groupMember(code, agent.sector, context));
  const chain = mention.chain < 0 ? null : context.discourse.chains[mention.chain]!;
  const isPointer = agent.kind === "state" || agent.kind === "place";
  if (chain?.entry != null) {
    const entry = context.entry(chain.entry)!;
    const identity = entryIdentity(entry, mention, isInPlace(mention, context), context);
    const step = chain.basis === "implied" ? "coding/actor-holder" : "coding/actor-chain";
    const confidence = chain.basis === "implied" ? CONFIDENCE.holder : CONFIDENCE.chain;
    return [{ ...identity, basis: chain.basis ?? "stated", confidence, steps: [...identity.steps, step] }];
  }
  const owners = isPointer ? [] : statesFirst(ownerIdentities(mention, context, depth), mention, context);
  if (owners.length > 0) {
    return owners.map((owner) => ({
      code: owner.code,
      sector: sectorOf(mention, describe(owner), context),
      entry: agent.kind === "person" || agent.kind === "kin" ? null : bodyOf(owner, mention),
      basis: owner.basis,
      proxy: agent.kind === "thing",
      confidence: Math.min(CONFIDENCE.nominal, owner.confidence),
      steps: [...owner.steps, "coding/actor-nominal"],
    }));
  }
  if (agent.kind === "thing") return [];
  const told = fromChain(index, mention, context, depth, CONFIDENCE.chain);
  const sector = sectorOf(mention, null, context);
  if (told[0]?.code)
    return told.map((one) => ({
      ...one,
      sector: sector ?? one.sector,
      steps: [...one.steps, "coding/actor-nominal"],
    }));
  if (isPointer) return [];
  const unknown: Identity = {
    code: agent.code,
    sector,
    entry: null,
    basis: "stated",
    proxy: false,
    confidence: CONFIDENCE.unknown,
    steps: ["coding/actor-nominal"],
  };
  return [
    agent.code === null
      ? withFocus(unknown, mention, context)
      : { ...unknown, confidence: CONFIDENCE.nominal },
  ];
}

/** A people ("Hutu") lends its code only where the report is about no one state. */
function statesFirst(
  owners: readonly Identity[],
  mention: EntityMention,
  context: ActorContext,
): readonly Identity[] {
  if (owners[0]?.code !== MOVEMENT_CODE) return owners;
  const focus = context.focus(mention.sentence, sectorOf(mention, null, context));
  if (focus === null) return owners;
  const lent = { code: focus.code, basis: "implied", confidence: focus.confidence, entry: null } as const;
  return [{ ...owners[0], ...lent, steps: ["coding/actor-focus"] }];
}

/** One of "the Baltic states". */
function groupMember(code: string, sector: Sector | null, context: ActorContext): Identity {
  const entry = context.entry(`state/${code}`);
  const steps = ["coding/actor-group"];
  return { code, sector, entry, basis: "stated", proxy: false, confidence: CONFIDENCE.nominal, steps };
}

/** "NATO forces", "Hezbollah guerrillas": the owner itself acts; a state's forces are not the state. */
function bodyOf(owner: Identity, mention: EntityMention) {
  return owner.entry?.kind === "organisation" && mention.number === "plural" ? owner.entry : null;
}

/** "hundreds of protesters", "one of the ministers": whoever the whole is. */
function identifyWhole(mention: EntityMention, context: ActorContext, depth: number): readonly Identity[] {
  return mention.owners
    .filter((owner) => context.discourse.mentions[owner]!.first >= mention.last)
    .flatMap((owner) => identify(owner, context, depth + 1));
}

/** By the chain: its entry, else the mention of it that says most. */
function fromChain(
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

function ofChain(id: number, context: ActorContext, depth: number, asking = -1): readonly Identity[] {
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

/** The one state that the report or the sentence is about lends its code, as implied. */
function withFocus(identity: Identity, mention: EntityMention, context: ActorContext): Identity {
  // A name without a title says nothing of a state; an owner that is unknown says that it is another's.
  if (mention.agents.length === 0 || mention.owners.some((owner) => isPossessor(owner, context)))
    return identity;
  // The unknown holder of a great office is where the office is; other officials travel.
  const sector = mention.form === "name" && mention.offices.length > 0 ? CIVILIANS : identity.sector;
  const focus = context.focus(mention.sentence, sector);
  if (focus === null) return identity;
  return {
    ...identity,
    code: focus.code,
    basis: "implied",
    confidence: focus.confidence,
    steps: [...identity.steps, "coding/actor-focus"],
  };
}

/** "its emissaries", "Ortega's ministers": they are somebody's of whom nothing is known. */
function isPossessor(index: number, context: ActorContext): boolean {
  const mention = context.discourse.mentions[index]!;
  if (mention.form === "pronoun") return true;
  return context.agents.uses(context.words(mention.sentence)[mention.last] ?? "", "possessive");
}

/** True behind a word of place: "in Moscow". */
function isInPlace(mention: EntityMention, context: ActorContext): boolean {
  const before = context.words(mention.sentence)[mention.first - 1];
  return before !== undefined && context.agents.uses(before, "inside");
}
