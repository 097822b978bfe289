/**
 * A noun for actors in, who it stands for out: by its chain, by what it belongs to, by its own word, by what the
 * report is about. Names and pronouns are mention-identity.ts.
 */
import type { AgentEntry } from "../../knowledge/agents.ts";
import type { Sector } from "../../knowledge/types.ts";
import type { EntityMention } from "../../language/types.ts";
import { fromChain } from "./chain-identity.ts";
import { entryIdentity } from "./entry-identity.ts";
import { type ActorContext, CONFIDENCE, GOVERNMENT, type Identity, MOVEMENT_CODE } from "./identity.ts";
import { isInPlace, withFocus } from "./lent-code.ts";
import { identify } from "./mention-identity.ts";
import { describe, ownerIdentities } from "./owner-identity.ts";
import { headAgent, sectorOf } from "./sector.ts";

/** Who a noun stands for; several where several own it, none where it is no actor. */
export function identifyNominal(
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
  if (chain?.entry != null) {
    const entry = context.entry(chain.entry)!;
    const identity = entryIdentity(entry, mention, isInPlace(mention, context), context);
    const step = chain.basis === "implied" ? "coding/actor-holder" : "coding/actor-chain";
    const confidence = chain.basis === "implied" ? CONFIDENCE.holder : CONFIDENCE.chain;
    return [{ ...identity, basis: chain.basis ?? "stated", confidence, steps: [...identity.steps, step] }];
  }
  if (agent.ofOthers && isOfState(mention, context)) return [noStates(mention, context)];
  const owners =
    agent.kind === "state" && !isNamedState(mention, context)
      ? []
      : statesFirst(ownerIdentities(mention, context, depth), mention, context);
  if (owners.length > 0) {
    return owners.map(
      (owner) =>
        holderOf(owner, mention, agent, context) ?? {
          code: owner.code,
          sector: sectorOf(mention, describe(owner), context),
          entry: agent.kind === "person" || agent.kind === "kin" ? null : bodyOf(owner, mention),
          basis: owner.basis,
          proxy: agent.kind === "thing",
          confidence: Math.min(CONFIDENCE.nominal, owner.confidence),
          steps: [...owner.steps, "coding/actor-nominal"],
        },
    );
  }
  if (agent.kind === "thing") return [];
  const pair = pairBefore(mention, context, depth);
  if (pair.length > 0) return pair;
  const told = fromChain(index, mention, context, depth, CONFIDENCE.chain);
  const sector = sectorOf(mention, null, context);
  if (told[0]?.code)
    return told.map((one) => ({
      ...one,
      sector: sector ?? one.sector,
      steps: [...one.steps, "coding/actor-nominal"],
    }));
  if (agent.kind === "place") return [];
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

/** True where a state by name owns it: "Russia's allies" are other states' (not "Russian allies", "Putin's allies"). */
function isOfState(mention: EntityMention, { discourse, entry }: ActorContext): boolean {
  return mention.owners.some((index) => {
    const owner = discourse.mentions[index]!;
    const id = owner.candidates[0];
    return owner.use === "name" && id !== undefined && entry(id)?.kind === "state";
  });
}

/** "A Palestinian state": the adjective names it (not "an Arab state", "the states of Russia"). */
function isNamedState(mention: EntityMention, { discourse, entry }: ActorContext): boolean {
  if (mention.number === "plural") return false;
  return mention.owners.some((index) => {
    const owner = discourse.mentions[index]!;
    const id = owner.candidates[0];
    const kind = id === undefined ? undefined : entry(id)?.kind;
    return (
      owner.use === "adjective" && owner.last === mention.head && (kind === "state" || kind === "territory")
    );
  });
}

/** An actor of whom no state is known. */
function noStates(mention: EntityMention, context: ActorContext): Identity {
  return {
    code: null,
    sector: sectorOf(mention, null, context),
    entry: null,
    basis: "stated",
    proxy: false,
    confidence: CONFIDENCE.unknown,
    steps: ["coding/actor-nominal"],
  };
}

/** Each of "the presidents of Russia and Armenia": the holder of the office on the day, as implied. */
function holderOf(
  owner: Identity,
  mention: EntityMention,
  agent: AgentEntry,
  context: ActorContext,
): Identity | null {
  if (context.day === null || mention.number !== "plural" || mention.former || owner.entry === null)
    return null;
  if (mention.offices.length === 0 && (agent.offices.length > 0 || mention.owners.length < 2)) return null;
  const of = owner.entry.kind === "organisation" ? owner.entry.id : owner.entry.code;
  if (of === null || owner.entry.kind === "person") return null;
  for (const office of agent.holds) {
    const term = context.gazetteer.holders(of, office, context.day)[0];
    const entry = term === undefined ? null : context.entry(term.personId);
    if (term === undefined || entry === null) continue;
    const steps = [...owner.steps, "coding/actor-holder"];
    return {
      code: term.code,
      sector: term.sector,
      entry,
      basis: "implied",
      proxy: false,
      confidence: CONFIDENCE.holder,
      steps,
    };
  }
  return null;
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

/** "The two countries" behind names of two states' people ("Kono and Lavrov said that the two countries …"). */
export function pairBefore(
  mention: EntityMention,
  context: ActorContext,
  depth: number,
): readonly Identity[] {
  if (headAgent(mention, context)?.kind !== "state") return [];
  const { tokens } = context.sentences[mention.sentence]!;
  const counted = tokens.slice(mention.first, mention.head).some((token) => token.upos === "NUM");
  if (!counted || mention.number !== "plural") return [];
  const found = new Map<string, Identity>();
  for (const index of context.mentionsOf(mention.sentence)) {
    const other = context.discourse.mentions[index]!;
    if (other.first >= mention.first || other.form !== "name" || isInPlace(other, context)) continue;
    const [identity] = identify(index, context, depth + 1);
    const code = identity?.code ?? null;
    if (code === null || found.has(code) || context.entry(`state/${code}`) === null) continue;
    const member = groupMember(code, GOVERNMENT, context);
    found.set(code, { ...member, basis: "implied", confidence: CONFIDENCE.chain });
  }
  return found.size === 2 ? [...found.values()] : [];
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
