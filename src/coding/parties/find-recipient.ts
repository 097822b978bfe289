/**
 * Recipient of a matched frame.
 *
 * In: the match, the parties of the sentence. Out: whom it is done to with the way it
 * was found: bound by the frame, sought behind prepositions, inside the object, or by
 * who the act is against.
 */
import type { FrameMatch } from "../matching/match-frame.ts";
import type { Cues } from "../rules/cues.ts";
import { childWith, type Tree } from "../tree/tree.ts";
import { type FoundParty, NOBODY, same } from "./found-party.ts";
import type { Party, PartyReader } from "./party-reader.ts";

/** The one it is done to. `actor` is who it must not be. */
export function findRecipient(
  tree: Tree,
  match: FrameMatch,
  parties: PartyReader,
  cues: Cues,
  actor: Party | null,
): FoundParty {
  const bound = match.recipient >= 0 ? parties.at(match.recipient) : null;
  const denounced = denouncedBy(tree, match, parties, cues, actor);
  if (denounced !== null) return { party: denounced, via: "near" };
  const opposed = opposedBy(tree, match, parties, cues, actor);
  if (opposed !== null && (bound === null || bound.plain || isPlaceOnly(bound)))
    return { party: opposed, via: "near" };
  if (isOther(bound, actor)) return { party: bound, via: match.recipientVia };
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
    if (!objectIsThing(match) && isOther(object, actor)) return { party: object, via: "near" };
    const inner = insideOf(tree, match.object, parties, actor);
    const isOwn = objectIsThing(match) && areOwnTroops(inner, actor);
    if (inner !== null && !isOwn) return { party: inner, via: "near" };
  }
  const placed =
    bound === null || rule.seek !== undefined ? seekRecipient(match, parties, seek, actor, 1.5) : null;
  if (placed !== null) return { party: placed, via: "near" };
  if (bound !== null) return same(bound, actor) ? NOBODY : { party: bound, via: match.recipientVia };
  const near = seekRecipient(match, parties, seek, actor, 0);
  return near === null ? NOBODY : { party: near, via: "near" };
}

/** True for an actor that is not the one who acts. */
function isOther(party: Party | null, actor: Party | null): party is Party {
  return party !== null && !party.plain && !same(party, actor);
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
      if (isOther(party, actor)) return party;
    }
  }
  return null;
}

/** Against whom a protest is: "marched to denounce the king". */
function denouncedBy(
  tree: Tree,
  match: FrameMatch,
  parties: PartyReader,
  cues: Cues,
  actor: Party | null,
): Party | null {
  if (match.indexed.compiled.event !== "PROTEST") return null;
  for (const clause of tree.children[match.trigger]!) {
    if (clause < match.trigger || !cues.opposingVerbs.has(tree.tokens[clause]!.lemma)) continue;
    const object = tree.children[clause]!.find((child) => tree.relation[child] === "obj") ?? -1;
    const party = parties.at(object);
    if (party === null || same(party, actor)) continue;
    const inner = party.plain ? insideOf(tree, object, parties, actor) : party;
    if (inner !== null) return inner;
  }
  return null;
}

/** True where the frame asks for a thing as object ("deploy [<troops>]"): it is what the act is done with. */
function objectIsThing(match: FrameMatch): boolean {
  return match.indexed.frame.slots.some(
    (slot) => slot.where === "object" && slot.role === null && slot.term?.words != null,
  );
}

/** "Lowered the number of U.S. troops": they are the actor's own. */
function areOwnTroops(party: Party | null, actor: Party | null): boolean {
  if (party === null || actor === null) return false;
  const codes = new Set(actor.actors.map((one) => one.code));
  return party.actors.every((one) => one.sector === "MIL" && one.code !== null && codes.has(one.code));
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
    if (isOther(party, actor)) return party;
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
      if (isOther(party, actor)) return party;
    }
    if (depth < 3) {
      const deeper = insideOf(tree, child, parties, actor, depth + 1);
      if (deeper !== null) return deeper;
    }
  }
  return null;
}
