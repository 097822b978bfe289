/**
 * Descriptions of two things together into chains that stand for several: "both countries", "the two ministers",
 * "the two". The two are the last two of their kind that the report named; where three come at once, none.
 */
import type { Agents } from "../../knowledge/agents.ts";
import type { Draft } from "../entities/draft.ts";
import type { EntityType } from "../types.ts";
import type { ChainDraft, ChainStore } from "./chain-store.ts";
import { before, roleOf } from "./focus.ts";

/** Sentences looked back for the two. */
const PAIR_SENTENCES = 3;

/** True when the words mean a pair and a chain for it was found or made. */
export function linkPlural(draft: Draft, store: ChainStore, agents: Agents): boolean {
  if (!isPair(draft, store, agents)) return false;
  const kinds = kindsOf(draft);
  if (kinds === null) return false;
  for (const kind of kinds) {
    const members = lastTwo(draft, kind, true, store, agents) ?? lastTwo(draft, kind, false, store, agents);
    if (members === null) continue;
    joinPair(draft, kind, members, store);
    return true;
  }
  return false;
}

/** Sentences looked back for the subjects that "they" stands for. */
const COORDINATION_SENTENCES = 1;

/** Puts "they" into the chain of the names that "and" or "nor" joins as the last subject, if one is so joined. */
export function linkCoordination(draft: Draft, store: ChainStore): void {
  for (const candidate of before(draft, store, COORDINATION_SENTENCES)) {
    const { view, drafts } = store.sentences[candidate.sentence]!;
    const token = view.tokens[candidate.head]!;
    if (candidate.form !== "name" || token.deprel !== "conj") continue;
    if (!view.tokens[token.head]!.deprel.startsWith("nsubj")) continue;
    const joined = drafts.filter(
      (other) =>
        other.form === "name" &&
        other.type === candidate.type &&
        (other.head === token.head ||
          (view.tokens[other.head]!.deprel === "conj" && view.tokens[other.head]!.head === token.head)),
    );
    const members = [...new Set(joined.map((other) => other.chain))].sort((a, b) => a - b);
    if (members.length > 1) joinPair(draft, candidate.type, members, store);
    return;
  }
}

/** Puts the words into the chain of these two, an old one or a new one. */
function joinPair(draft: Draft, kind: EntityType, members: readonly number[], store: ChainStore): void {
  const known = store.pair(members);
  if (known !== null) {
    store.join(known, draft);
    return;
  }
  const chain = store.create(draft, null, null);
  chain.type = kind;
  store.setMembers(chain, members);
}

function isPair(draft: Draft, store: ChainStore, agents: Agents): boolean {
  const { words } = store.sentences[draft.sentence]!.view;
  if (draft.owners.length > 0) return false;
  let pair = false;
  let shared = false;
  for (let at = draft.first; at < draft.last; at++) {
    if (agents.uses(words[at]!, "pair")) pair = true;
    if (agents.uses(words[at]!, "shared")) shared = true;
    if (agents.uses(words[at]!, "other")) return false;
  }
  // "both friends and foes" names two kinds, not two known ones.
  if (agents.uses(words[draft.last] ?? "", "conjunction")) return false;
  // "neither of the two" is left to the complement.
  return pair && shared && !agents.uses(words[draft.last] ?? "", "whole");
}

/** Kinds of things that the noun can stand for, likeliest first; null where the noun says something else. */
function kindsOf(draft: Draft): readonly EntityType[] | null {
  const agent = draft.agents.at(-1)!.entry;
  if (agent.kind === "part") return ["person", "state"];
  if (agent.kind === "state") return ["state"];
  if (agent.kind === "person") return ["person"];
  if (agent.kind === "group" && agent.sector === null) return ["state", "organisation", "person"];
  return agent.kind === "body" ? ["state"] : null;
}

/** The last two of the kind, or the last two subjects of it. */
function lastTwo(
  draft: Draft,
  kind: EntityType,
  subjectsOnly: boolean,
  store: ChainStore,
  agents: Agents,
): readonly number[] | null {
  const found: number[] = [];
  let sentence = -1;
  for (const candidate of before(draft, store, PAIR_SENTENCES)) {
    const chain = store.chainOf(candidate)!;
    if (sentence !== candidate.sentence && found.length >= 2) break;
    sentence = candidate.sentence;
    if (candidate.candidates[0]?.use === "adjective" || isPlaced(candidate, store, agents)) continue;
    if (chain.members.length > 0 || (chain.plural && chain.type === "person")) continue;
    if (subjectsOnly && roleOf(candidate, store) !== "subject") continue;
    const id = chain.type === kind ? chain.id : stateChain(chain, kind, store);
    if (id !== null && !found.includes(id)) found.push(id);
  }
  return found.length === 2 ? found.sort((a, b) => a - b) : null;
}

/** "in Manila": where it happens, not who does it. */
function isPlaced(candidate: Draft, store: ChainStore, agents: Agents): boolean {
  const before = store.sentences[candidate.sentence]!.view.words[candidate.first - 1];
  return before !== undefined && agents.uses(before, "inside");
}

/** For states: the chain of the state to which a person belongs. */
function stateChain(chain: ChainDraft, kind: EntityType, store: ChainStore): number | null {
  if (kind !== "state" || chain.type !== "person" || chain.entry === null) return null;
  const state = store.entry(chain.entry)?.state ?? null;
  if (state === null) return null;
  const id = `state/${state}`;
  if (store.entry(id) === null) return null;
  return (store.byEntry(id) ?? store.create(null, id, "implied")).id;
}
