/**
 * Actor of a matched frame.
 *
 * In: the match, the parties of the sentence. Out: who acts with the way it was
 * found: bound by the frame, inside the subject, behind "by", or by nearness in the
 * words where the tree gives nothing.
 */
import type { EventType, Mode } from "../../knowledge/types.ts";
import type { FrameMatch } from "../matching/match-frame.ts";
import type { Cues } from "../rules/cues.ts";
import { grammaticalSubject, ownerOf } from "../tree/arguments.ts";
import { standsBehind, type Tree } from "../tree/tree.ts";
import { type FoundParty, NOBODY, nearestBefore } from "./found-party.ts";
import type { Party, PartyReader } from "./party-reader.ts";

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

/** As an expulsion, an act that the state does from which somebody comes; no arrest. */
const DEPORT: Mode = "deport";

/** The state of the place where it was done ("was arrested in Niger") or from which ("expelled from Chad"). */
function authorityOf(match: FrameMatch, parties: PartyReader, cues: Cues): FoundParty {
  const { event, mode } = match.indexed.compiled;
  const removes = event === "SANCTION" || mode.includes(DEPORT);
  for (const near of match.prepositions) {
    if (near.closeness < 1.5 || near.head < match.trigger) continue;
    if (!cues.authorityPrepositions.has(near.preposition)) continue;
    if (!removes && !cues.placePrepositions.has(near.preposition)) continue;
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

/** The doer that a participle inside the phrase names ("missiles fired by the army", "a raid blamed on rebels"). */
function doerInside(tree: Tree, head: number, parties: PartyReader, cues: Cues): Party | null {
  for (const child of tree.children[head]!) {
    if (tree.relation[child] !== "acl") continue;
    const imputed = cues.imputingVerbs.has(tree.tokens[child]!.lemma);
    for (const grandchild of tree.children[child]!) {
      const isDoer =
        standsBehind(tree, grandchild, cues.agent) ||
        (imputed && standsBehind(tree, grandchild, cues.imputingPrepositions));
      if (!isDoer) continue;
      const party = parties.at(grandchild);
      if (party !== null && !party.plain) return party;
    }
  }
  return null;
}
