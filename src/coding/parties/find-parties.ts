/**
 * Actor and recipient of a matched frame.
 *
 * In: the match, the parties of the sentence. Out: both parties with the way they
 * were found: bound by the frame, sought behind prepositions, inside the object,
 * or by nearness in the words where the tree gives nothing.
 */
import type { EventType } from "../../knowledge/types.ts";
import type { FrameMatch, Via } from "../matching/match-frame.ts";
import type { Cues } from "../rules/cues.ts";
import { grammaticalSubject, ownerOf } from "../tree/arguments.ts";
import { childWith, isNominal, standsBehind, type Tree } from "../tree/tree.ts";
import type { Actor } from "../types.ts";
import type { Party, PartyReader } from "./party-reader.ts";

export interface FoundParty {
  readonly party: Party | null;
  readonly via: Via;
}

const NOBODY: FoundParty = { party: null, via: "none" };

/** The one who acts. */
export function findActor(tree: Tree, match: FrameMatch, parties: PartyReader, cues: Cues): FoundParty {
  const { frame } = match.indexed;
  const subjectSlot = frame.slots.find((slot) => slot.where === "subject");
  const things = subjectSlot !== undefined && subjectSlot.role === null;
  const head = match.actor >= 0 ? match.actor : things ? match.subject : -1;
  if (head >= 0) {
    const party = parties.at(head);
    if (party !== null && !party.plain) return { party, via: things ? "near" : match.actorVia };
    if (match.secondSubject >= 0) {
      const second = parties.at(match.secondSubject);
      if (second !== null && !second.plain) return { party: second, via: "tree" };
    }
    const shared = ownSubject(tree, match, head, parties, cues);
    if (shared !== null) return { party: shared, via: "inherited" };
    const doer = doerInside(tree, head, parties, cues) ?? ownerOutside(tree, head, parties, cues);
    if (doer !== null) return { party: doer, via: "near" };
    if (frame.pos === "n") return agentOfGoal(tree, match, parties, cues);
    const guess = !things && !(party !== null && match.actorVia === "inherited");
    const nearest = !guess ? NOBODY : nearestBefore(tree, match.trigger, parties, 12);
    if (nearest.party !== null) return nearest;
    return party === null ? NOBODY : { party, via: match.actorVia };
  }
  if (subjectSlot?.role === "RECIPIENT" || frame.pos === "x") return NOBODY;
  if (frame.pos === "n") return agentOfGoal(tree, match, parties, cues);
  if (match.passive)
    return agentBehind(tree, match, parties, cues, AUTHORITIES.has(match.indexed.compiled.event));
  return nearestBefore(tree, match.trigger, parties, 30);
}

/** The doer of an act named by a noun whose "by" hangs on whom it was done to ("the arrest of a teacher by police"). */
function agentOfGoal(tree: Tree, match: FrameMatch, parties: PartyReader, cues: Cues): FoundParty {
  const goal = match.recipient < 0 ? null : parties.at(match.recipient);
  if (goal === null || goal.plain) return NOBODY;
  for (const child of tree.children[match.recipient]!) {
    if (tree.relation[child] !== "nmod" || !standsBehind(tree, child, cues.agent)) continue;
    const party = parties.at(child);
    if (party !== null && !party.plain) return { party, via: "near" };
  }
  return NOBODY;
}

/** The doer of a passive whose "by" hangs elsewhere in the tree, or stands apart behind a comma. */
function agentBehind(
  tree: Tree,
  match: FrameMatch,
  parties: PartyReader,
  cues: Cues,
  byAuthority: boolean,
): FoundParty {
  for (const near of match.prepositions) {
    if (!cues.agent.has(near.preposition) || near.head === match.recipient) continue;
    const party = parties.at(near.head);
    if (party !== null && !party.plain) return { party, via: "near" };
  }
  for (let at = match.trigger + 2; at < tree.tokens.length; at++) {
    if (!cues.agent.has(tree.lower[at]!) || tree.tokens[at - 1]!.upos !== "PUNCT") continue;
    const { head } = tree.tokens[at]!;
    const party = head < 0 || tree.tokens[head]!.upos === "VERB" ? null : parties.at(head);
    if (party !== null && !party.plain && head !== match.recipient) return { party, via: "near" };
  }
  return byAuthority ? authorityOf(match, parties, cues) : NOBODY;
}

/** Acts of state: where nobody is named as the doer, the state where they happen does them. */
const AUTHORITIES: ReadonlySet<EventType> = new Set<EventType>(["COERCE", "SANCTION"]);

/** The state of the place where it was done ("was arrested in Niger") or from which ("expelled from Chad"). */
function authorityOf(match: FrameMatch, parties: PartyReader, cues: Cues): FoundParty {
  for (const near of match.prepositions) {
    if (near.closeness < 1.5 || near.head < match.trigger) continue;
    if (!cues.authorityPrepositions.has(near.preposition)) continue;
    const party = parties.at(near.head);
    if (party !== null && !party.plain && isState(party)) return { party, via: "near" };
  }
  return NOBODY;
}

/** True for a state or a place by its name, no body and nobody of it. */
function isState(party: Party): boolean {
  return party.actors.every(
    ({ code, sector, id }) =>
      code !== null && (sector === null || sector === "GOV") && /^(state|territory|place)\//.test(id ?? ""),
  );
}

/** Whom "their" means in "during their talks, France and Spain …": the subject of the clause. */
function ownSubject(
  tree: Tree,
  match: FrameMatch,
  head: number,
  parties: PartyReader,
  cues: Cues,
): Party | null {
  const { upos, deprel } = tree.tokens[head]!;
  if (upos !== "PRON" || deprel !== "nmod:poss") return null;
  const verb = tree.tokens[match.trigger]!.head;
  if (verb <= match.trigger || tree.relation[match.trigger] !== "obl") return null;
  const subject = grammaticalSubject(tree, verb, cues, 0);
  const party = subject === null ? null : parties.at(subject.head);
  return party === null || party.plain ? null : party;
}

/** Whose words or act the phrase is: "a statement criticising X" that a party issued. */
function ownerOutside(tree: Tree, head: number, parties: PartyReader, cues: Cues): Party | null {
  const owner = ownerOf(tree, head, cues, 0);
  const party = owner === null ? null : parties.at(owner.head);
  return party === null || party.plain ? null : party;
}

/** The doer that a participle inside the phrase names ("missiles fired by the army"). */
function doerInside(tree: Tree, head: number, parties: PartyReader, cues: Cues): Party | null {
  for (const child of tree.children[head]!) {
    if (tree.relation[child] !== "acl") continue;
    for (const grandchild of tree.children[child]!) {
      if (!standsBehind(tree, grandchild, cues.agent)) continue;
      const party = parties.at(grandchild);
      if (party !== null && !party.plain) return party;
    }
  }
  return null;
}

/** The one it is done to. `actor` is who it must not be. */
export function findRecipient(
  tree: Tree,
  match: FrameMatch,
  parties: PartyReader,
  cues: Cues,
  actor: Party | null,
): FoundParty {
  const bound = match.recipient >= 0 ? parties.at(match.recipient) : null;
  const fits = (party: Party | null): party is Party => party !== null && !party.plain && !same(party, actor);
  const opposed = opposedBy(tree, match, parties, cues, actor);
  if (opposed !== null && (bound === null || bound.plain || isPlaceOnly(bound)))
    return { party: opposed, via: "near" };
  if (fits(bound)) return { party: bound, via: match.recipientVia };
  const { rule } = match.indexed.compiled;
  if (bound === null && rule.seek?.length === 0) return NOBODY;
  const seek = rule.seek === undefined ? cues.seek : new Set(rule.seek);
  const strong = new Set([...seek].filter((word) => !cues.placePrepositions.has(word)));
  if (bound === null || rule.seek !== undefined) {
    const sought = seekRecipient(match, parties, strong, actor, 2);
    if (sought !== null) return { party: sought, via: "tree" };
  }
  if (bound !== null) {
    const inner = insideOf(tree, match.recipient, parties, actor);
    if (inner !== null) return { party: inner, via: "near" };
  } else if (match.object >= 0 && match.object !== match.actor) {
    const object = parties.at(match.object);
    if (!objectIsThing(match) && fits(object)) return { party: object, via: "near" };
    const inner = insideOf(tree, match.object, parties, actor);
    if (inner !== null) return { party: inner, via: "near" };
  }
  const placed =
    bound === null || rule.seek !== undefined ? seekRecipient(match, parties, seek, actor, 1.5) : null;
  if (placed !== null) return { party: placed, via: "near" };
  if (bound !== null) return same(bound, actor) ? NOBODY : { party: bound, via: match.recipientVia };
  const near = seekRecipient(match, parties, seek, actor, 0);
  return near === null ? NOBODY : { party: near, via: "near" };
}

/** True for a party that only says where: a state or place without a sector. */
function isPlaceOnly(party: Party): boolean {
  return party.actors.every((actor) => actor.code !== null && actor.sector === null);
}

/** Whom the act defies: "marched in defiance of the government", "in protest at the king's order". */
function opposedBy(
  tree: Tree,
  match: FrameMatch,
  parties: PartyReader,
  cues: Cues,
  actor: Party | null,
): Party | null {
  for (let at = match.trigger + 1; at < tree.tokens.length; at++) {
    const { upos, lemma } = tree.tokens[at]!;
    if (upos === "VERB" || upos === "SCONJ") return null;
    if (!cues.opposingNouns.has(lemma) || childWith(tree, at, "case") < 0) continue;
    for (const child of tree.children[at]!) {
      const party = tree.relation[child] === "nmod" ? parties.at(child) : null;
      if (party !== null && !party.plain && !same(party, actor)) return party;
    }
  }
  return null;
}

/** True where the frame asks for a thing as object ("deploy [<troops>]"): it is what the act is done with. */
function objectIsThing(match: FrameMatch): boolean {
  return match.indexed.frame.slots.some(
    (slot) => slot.where === "object" && slot.role === null && slot.term?.words != null,
  );
}

function seekRecipient(
  match: FrameMatch,
  parties: PartyReader,
  seek: ReadonlySet<string>,
  actor: Party | null,
  least: number,
): Party | null {
  for (const near of match.prepositions) {
    if (near.closeness < least || !seek.has(near.preposition) || near.head === match.actor) continue;
    const party = parties.at(near.head);
    if (party !== null && !party.plain && !same(party, actor)) return party;
  }
  return null;
}

/** An actor inside the phrase: behind a preposition or as a modifier, two steps deep. */
function insideOf(
  tree: Tree,
  head: number,
  parties: PartyReader,
  actor: Party | null,
  depth = 0,
): Party | null {
  for (const child of tree.children[head]!) {
    const relation = tree.relation[child];
    if (
      relation !== "nmod" &&
      relation !== "compound" &&
      relation !== "amod" &&
      relation !== "acl" &&
      relation !== "obl" &&
      relation !== "obj"
    )
      continue;
    if (relation !== "acl") {
      const party = parties.at(child);
      if (party !== null && !party.plain && !same(party, actor)) return party;
    }
    if (depth < 3) {
      const deeper = insideOf(tree, child, parties, actor, depth + 1);
      if (deeper !== null) return deeper;
    }
  }
  return null;
}

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
