/**
 * Parties of a draft that stand not where its frame looks: in its content, in what it
 * is for, in a condition, or on both sides of what both do.
 *
 * In: the reading, what findActor and findRecipient gave. Out: the parties to take.
 */
import type { EventType } from "../../knowledge/types.ts";
import { viewVerb } from "../matching/match-frame.ts";
import type { Reading } from "../matching/read-sentence.ts";
import { findActor } from "../parties/find-actor.ts";
import { findRecipient } from "../parties/find-recipient.ts";
import { type FoundParty, same } from "../parties/found-party.ts";
import type { Party, PartyReader } from "../parties/party-reader.ts";
import { grammaticalSubject } from "../tree/arguments.ts";
import { childWith, type Tree } from "../tree/tree.ts";
import type { Status, Tools } from "./drafts.ts";

/** Acts for others, who may stand only in what the act is for. */
export const SERVED: ReadonlySet<EventType> = new Set<EventType>(["AID", "SUPPORT"]);

/** Whom the act is to help: "gave money to feed refugees in Chad". */
export function whomItServes(
  tree: Tree,
  best: Reading["best"],
  actor: FoundParty,
  parties: PartyReader,
  tools: Tools,
): FoundParty | null {
  for (const over of [best.clause, best.object]) {
    if (over < 0) continue;
    for (const child of tree.children[over]!) {
      const relation = tree.relation[child];
      if ((relation !== "advcl" && relation !== "acl") || child < best.trigger) continue;
      if (!tree.children[child]!.some((c) => tree.relation[c] === "mark" && tree.tokens[c]!.upos === "PART"))
        continue;
      const view = viewVerb(tree, child, tools.cues);
      const inner = {
        ...best,
        actor: -1,
        recipient: -1,
        object: view.object,
        prepositions: view.prepositions,
      };
      const { party } = findRecipient(tree, inner, parties, tools.cues, actor.party);
      if (party !== null && !party.plain) return { party, via: "near" };
    }
  }
  return null;
}

/** Events whose other party may stand only in a condition, or as a thing. */
export const ADDRESSED: ReadonlySet<EventType> = new Set<EventType>([
  "REJECT",
  "THREATEN",
  "PROTEST",
  "ACCUSE",
]);

/** Who has to act first ("not until the government pays"), else the object in its own words. */
export function lastResort(
  tree: Tree,
  best: Reading["best"],
  content: number,
  actor: FoundParty,
  parties: PartyReader,
  tools: Tools,
): FoundParty {
  const clauses = content < 0 ? [best.clause] : [best.clause, content];
  for (const child of clauses.flatMap((clause) => tree.children[clause]!)) {
    if (tree.relation[child] !== "advcl") continue;
    const mark = childWith(tree, child, "mark");
    if (mark < 0 || !tools.cues.conditionalMarks.has(tree.lower[mark]!)) continue;
    const subject = grammaticalSubject(tree, child, tools.cues, 0);
    const party = subject === null ? null : parties.at(subject.head);
    if (party !== null && !party.plain && !same(party, actor.party)) return { party, via: "near" };
  }
  const words = best.object >= 0 && best.object !== best.actor ? parties.words(best.object) : null;
  return words === null ? { party: null, via: "none" } : { party: words, via: "near" };
}

/** The parties of a promise, threat or request, with what its content says about them. */
export function withContent(
  tree: Tree,
  status: Status,
  content: Status,
  actor: FoundParty,
  recipient: FoundParty,
  parties: PartyReader,
  tools: Tools,
): { actor: FoundParty; recipient: FoundParty } {
  const { takes } = status.reading.best.indexed.compiled.rule;
  if (takes === "accusation" || takes === "praise")
    return judged(status, content, actor, recipient, parties, tree, tools);
  if (recipient.party !== null && !recipient.party.plain && recipient.via === "tree")
    return { actor, recipient };
  const inner = content.reading.best;
  const doer = findActor(tree, inner, parties, tools.cues);
  const goal = findRecipient(tree, inner, parties, tools.cues, doer.party);
  const asks = takes === "request";
  for (const found of asks ? [doer, goal] : [goal, doer]) {
    if (takes === "promise" && isVenue(found, actor)) continue;
    if (found.party !== null && !found.party.plain && !same(found.party, actor.party))
      return { actor, recipient: { ...found, via: "inherited" } };
  }
  if (recipient.party !== null || (takes === "promise" && isVenue(goal, actor))) return { actor, recipient };
  return { actor, recipient: goal.party === null || same(goal.party, actor.party) ? recipient : goal };
}

/** Where the clause below is no event that the rules know: the recipient is sought around its verb. */
export function belowContent(
  tree: Tree,
  best: Reading["best"],
  actor: FoundParty,
  recipient: FoundParty,
  parties: PartyReader,
  tools: Tools,
): FoundParty {
  if (recipient.party !== null && !recipient.party.plain) return recipient;
  const view = viewVerb(tree, best.content, tools.cues);
  const { takes } = best.indexed.compiled.rule;
  if (takes === "request" || takes === "accusation") {
    const asked = childWith(tree, best.content, "nsubj");
    const party = asked < 0 ? null : parties.at(asked);
    if (party !== null && !party.plain && !same(party, actor.party)) return { party, via: "near" };
  }
  const inner = { ...best, actor: -1, recipient: -1, object: view.object, prepositions: view.prepositions };
  const found = findRecipient(tree, inner, parties, tools.cues, actor.party);
  if (found.party === null || found.party.plain) return recipient.party === null ? found : recipient;
  return { party: found.party, via: "near" };
}

/** Who is accused or praised for an act: the one addressed, else the doer of the act, else the act in its words. */
function judged(
  status: Status,
  content: Status,
  actor: FoundParty,
  recipient: FoundParty,
  parties: PartyReader,
  tree: Tree,
  tools: Tools,
): { actor: FoundParty; recipient: FoundParty } {
  const inner = content.reading.best;
  const addressed = status.reading.best.recipient >= 0 && status.reading.best.recipient !== inner.trigger;
  if (addressed && recipient.party !== null && !recipient.party.plain) return { actor, recipient };
  const doer = findActor(tree, inner, parties, tools.cues);
  if (doer.party !== null && !doer.party.plain && !same(doer.party, actor.party)) {
    return { actor, recipient: { ...doer, via: "inherited" } };
  }
  if (inner.indexed.frame.pos !== "n") return { actor, recipient };
  const act = parties.words(inner.trigger);
  return { actor, recipient: act === null ? recipient : { party: act, via: "tree" } };
}

/** The parties of an act that both do: a meeting has both as actors, and where the actors are two already, nobody
 * else is sought. */
export function reciprocal(
  mutual: boolean,
  event: EventType,
  bound: boolean,
  actor: FoundParty,
  recipient: FoundParty,
): { actor: Party | null; recipient: Party | null } {
  const plain = { actor: actor.party, recipient: recipient.party };
  if (mutual && actor.party === null) return { actor: recipient.party, recipient: null };
  if (!mutual || actor.party === null || recipient.party === null) return plain;
  if (!bound && distinct(actor.party) > 1) return { actor: actor.party, recipient: null };
  if (event !== "CONSULT" || recipient.party.plain) return plain;
  const { party } = actor;
  return { actor: { ...party, actors: [...party.actors, ...recipient.party.actors] }, recipient: null };
}

/** "The actor visited Paris": who goes there is not of the place because the report names no other state. */
export function ownState(visitor: FoundParty, host: FoundParty): FoundParty {
  const { party } = visitor;
  if (party === null || !party.implied || host.party === null) return visitor;
  const hosts = new Set(host.party.actors.map((one) => one.code));
  const actors = party.actors.map((one) => (hosts.has(one.code) ? { ...one, code: null } : one));
  return { ...visitor, party: { ...party, actors } };
}

/** True for a mere place near by where those who agree are several already ("agreed to reopen embassies after talks in Rome"). */
function isVenue(found: FoundParty, agreeing: FoundParty): boolean {
  if (agreeing.party === null || distinct(agreeing.party) < 2) return false;
  return found.via === "near" && (found.party?.actors.every((one) => one.sector === null) ?? false);
}

/** How many different actors the party names. */
function distinct(party: Party): number {
  return new Set(party.actors.map((actor) => actor.id ?? actor.code ?? actor.entityText)).size;
}
