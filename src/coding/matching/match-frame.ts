/**
 * One frame against one trigger of a tree.
 *
 * In: tree, trigger, frame. Out: where actor, recipient, object and clause were
 * found, how, and a score for how much of the frame was met; null when it does
 * not match. What the heads stand for is left to the parties.
 */

import type { PartyKind, Slot } from "../rules/pattern.ts";
import type { IndexedFrame } from "../rules/rule-index.ts";
import { grammaticalSubject, isPassive, logicalObject, logicalSubject } from "../tree/arguments.ts";
import { nextNoun, type Prepositional, prepositionsNear } from "../tree/prepositions.ts";
import { childWith, type Tree } from "../tree/tree.ts";
import { type ClauseCues, carrierOf, clauseOfNoun, doerOfNoun, verbOver } from "./clause-of.ts";
import { hasWord, meetsTerm, restStands } from "./terms.ts";

/** tree: an own argument; inherited: by control, relative clause, joining; near: behind a preposition that hangs elsewhere; words: by position alone. */
export type Via = "tree" | "inherited" | "near" | "words" | "none";

export interface FrameMatch {
  readonly indexed: IndexedFrame;
  readonly trigger: number;
  /** Token that carries tense and negation. */
  readonly clause: number;
  readonly light: boolean;
  readonly passive: boolean;
  readonly actor: number;
  readonly actorVia: Via;
  readonly recipient: number;
  readonly recipientVia: Via;
  readonly subject: number;
  readonly secondSubject: number;
  readonly object: number;
  /** Verb of the clause that the trigger governs, -1 for none. */
  readonly content: number;
  readonly prepositions: readonly Prepositional[];
  readonly score: number;
}

/** True when the phrase stands for such a party. */
export type PartyTest = (head: number, kind: PartyKind) => boolean;

/** What is the same for all frames of one trigger: computed once. */
export interface TriggerView {
  readonly trigger: number;
  readonly clause: number;
  readonly light: boolean;
  readonly passive: boolean;
  /** Read as passive without an auxiliary that says so: a verb without object may be active after all. */
  readonly bareParticiple: boolean;
  readonly subject: number;
  readonly subjectVia: Via;
  /** The light verb's subject where the noun has a modifier that may be its doer too; else -1. */
  readonly secondSubject: number;
  readonly object: number;
  readonly objectVia: Via;
  readonly indirect: number;
  readonly content: number;
  readonly prepositions: readonly Prepositional[];
}

/** What a verb, noun or adjective has around it. */
export function viewVerb(tree: Tree, trigger: number, cues: ClauseCues): TriggerView {
  const subject = logicalSubject(tree, trigger, cues);
  const object = logicalObject(tree, trigger, cues);
  let objectHead = object?.head ?? -1;
  let objectVia: Via = object === null ? "none" : object.inherited ? "inherited" : "tree";
  const content = clauseBelow(tree, trigger);
  if (objectHead < 0 && content >= 0) {
    const below = childWith(tree, content, "nsubj");
    if (below > trigger && below < content && tree.relation[content] !== "advcl")
      [objectHead, objectVia] = [below, "near"];
  }
  const passive = isPassive(tree, trigger, cues);
  let indirect = childWith(tree, trigger, "iobj");
  const second = indirect < 0 ? secondObject(tree, trigger, objectHead, cues) : -1;
  if (second >= 0) [indirect, objectHead] = [objectHead, second];
  // "Inspectors were refused entry": the subject is who would get the object.
  const refused = passive && objectHead < trigger ? childWith(tree, trigger, "obj") : -1;
  if (indirect < 0 && objectHead >= 0 && refused > trigger && !cues.timeNouns.has(tree.lower[refused]!))
    [indirect, objectHead] = [objectHead, refused];
  if (objectHead < 0 && !passive) {
    objectHead = nextNoun(tree, trigger);
    if (objectHead >= 0 && cues.timeNouns.has(tree.lower[objectHead]!)) objectHead = -1;
    objectVia = objectHead < 0 ? "none" : "words";
  }
  let subjectHead = subject?.head ?? -1;
  let subjectVia: Via = subject === null ? "none" : subject.inherited ? "inherited" : "tree";
  if (subjectHead < 0 && !tree.parsed) {
    subjectHead = previousNoun(tree, trigger);
    subjectVia = subjectHead < 0 ? "none" : "words";
  }
  return {
    trigger,
    clause: trigger,
    light: false,
    passive,
    bareParticiple: passive && childWith(tree, trigger, "aux") < 0,
    subject: subjectHead,
    subjectVia,
    secondSubject: -1,
    object: objectHead,
    objectVia,
    indirect,
    content,
    prepositions: prepositionsNear(tree, trigger, trigger),
  };
}

/** The second of two objects ("sold Hungary four jets"), which makes the first the one who gets it; -1 for none. */
function secondObject(tree: Tree, verb: number, first: number, cues: ClauseCues): number {
  return (
    tree.children[verb]!.find(
      (child) =>
        first > verb &&
        child > first &&
        tree.relation[child] === "obj" &&
        !cues.timeNouns.has(tree.lower[child]!),
    ) ?? -1
  );
}

/** An adjective with its subject ("is opposed to"), never passive. */
export function viewAdjective(tree: Tree, trigger: number, cues: ClauseCues): TriggerView {
  const view = viewVerb(tree, trigger, cues);
  const subject = grammaticalSubject(tree, trigger, cues, 0);
  if (!view.passive || subject === null) return view;
  return {
    ...view,
    passive: false,
    bareParticiple: false,
    subject: subject.head,
    subjectVia: "tree",
    object: -1,
    objectVia: "none",
  };
}

/** A verb in a fragment, whose tree says nothing: the nouns before and behind it. */
export function viewWords(tree: Tree, trigger: number): TriggerView {
  const subject = previousNoun(tree, trigger);
  const object = nextNoun(tree, trigger);
  return {
    trigger,
    clause: trigger,
    light: false,
    passive: false,
    bareParticiple: false,
    subject,
    subjectVia: subject < 0 ? "none" : "words",
    secondSubject: -1,
    object,
    objectVia: object < 0 ? "none" : "words",
    indirect: -1,
    content: -1,
    prepositions: prepositionsNear(tree, trigger, trigger),
  };
}

export function viewNoun(tree: Tree, trigger: number, cues: ClauseCues): TriggerView {
  const { clause, doer, light } = clauseOfNoun(tree, trigger, cues);
  const carrier = carrierOf(tree, trigger, cues);
  const predicated = childWith(tree, trigger, "cop") >= 0 ? childWith(tree, trigger, "nsubj") : -1;
  const own = predicated >= 0 ? predicated : doerOfNoun(tree, carrier, cues);
  const subject = own >= 0 ? own : doer;
  const secondSubject = own >= 0 ? doer : -1;
  return {
    trigger,
    clause,
    light,
    passive: clause !== trigger && isPassive(tree, clause, cues),
    bareParticiple: false,
    subject,
    subjectVia: subject < 0 ? "none" : "tree",
    secondSubject,
    object: -1,
    objectVia: "none",
    indirect: light ? childWith(tree, clause, "iobj") : -1,
    content: clauseBelow(tree, trigger),
    prepositions: prepositionsNear(tree, trigger, clause === trigger ? verbOver(tree, carrier) : clause),
  };
}

/** "must", "should": the speaker asks, the subject of the clause is asked. */
export function viewModal(tree: Tree, trigger: number, cues: ClauseCues): TriggerView {
  const clause = tree.tokens[trigger]!.head < 0 ? trigger : tree.tokens[trigger]!.head;
  const asked = grammaticalSubject(tree, clause, cues, 0)?.head ?? -1;
  const over = tree.tokens[clause]!.head;
  const reported = over >= 0 && (tree.relation[clause] === "ccomp" || tree.relation[clause] === "parataxis");
  const below = childWith(tree, clause, "parataxis");
  const speaker = reported
    ? (grammaticalSubject(tree, over, cues, 0)?.head ?? -1)
    : below >= 0
      ? childWith(tree, below, "nsubj")
      : -1;
  return {
    trigger,
    clause,
    light: false,
    passive: false,
    bareParticiple: false,
    subject: speaker,
    subjectVia: speaker < 0 ? "none" : "tree",
    secondSubject: -1,
    object: asked,
    objectVia: asked < 0 ? "none" : "tree",
    indirect: -1,
    content: clause,
    prepositions: [],
  };
}

/** The frame under this trigger, or null when it does not match. */
export function matchFrame(
  tree: Tree,
  view: TriggerView,
  indexed: IndexedFrame,
  cues: ClauseCues,
  parties: PartyTest,
): FrameMatch | null {
  const { frame, compiled, rest } = indexed;
  if (!restStands(tree, view.trigger, rest, frame.pos === "n", cues.timeNouns)) return null;
  let score = 0.5 * compiled.weight + 0.6 * rest.length;
  let actor = -1;
  let actorVia: Via = "none";
  let recipient = -1;
  let recipientVia: Via = "none";
  for (const slot of frame.slots) {
    if (slot.absent) {
      if (view.object >= 0 && view.objectVia !== "words") return null;
      continue;
    }
    const found = fill(tree, view, slot, indexed, cues, parties);
    if (found === null) {
      if (slot.optional) continue;
      if (slot.where === "subject" && slot.term === null && slot.party === null) {
        score -= view.passive ? 0.1 : 0.2;
        continue;
      }
      return null;
    }
    score += (slot.term === null ? 0 : slot.term.not ? 0.1 : 1) + worth(found.via);
    if (slot.role === "ACTOR") [actor, actorVia] = [found.head, found.via];
    else if (slot.role === "RECIPIENT") [recipient, recipientVia] = [found.head, found.via];
  }
  if (actor < 0 && frame.pos === "n") [actor, actorVia] = [view.subject, view.subjectVia];
  return {
    indexed,
    trigger: view.trigger,
    clause: view.clause,
    light: view.light,
    passive: view.passive,
    actor,
    actorVia,
    recipient,
    recipientVia,
    subject: view.subject,
    secondSubject: view.secondSubject,
    object: view.object,
    content: view.content,
    prepositions: view.prepositions,
    score,
  };
}

function worth(via: Via): number {
  return via === "tree" ? 0.5 : via === "inherited" ? 0.4 : via === "near" ? 0.3 : 0.15;
}

function fill(
  tree: Tree,
  view: TriggerView,
  slot: Slot,
  indexed: IndexedFrame,
  cues: ClauseCues,
  parties: PartyTest,
): { head: number; via: Via } | null {
  const accept = (head: number, via: Via) =>
    head >= 0 &&
    (slot.term === null || meetsTerm(tree, head, slot.term, cues.containers)) &&
    (slot.party === null || parties(head, slot.party))
      ? { head, via }
      : null;
  if (slot.where === "subject") {
    const intransitive = view.bareParticiple && !indexed.frame.slots.some((one) => one.where === "object");
    return intransitive ? accept(view.object, view.objectVia) : accept(view.subject, view.subjectVia);
  }
  if (slot.where === "clause")
    return clauseFits(tree, view.content, slot) ? { head: view.content, via: "tree" } : null;
  if (slot.where === "object") {
    if (
      slot.role === "RECIPIENT" &&
      indexed.frame.slots.some((one) => one !== slot && one.where === "object")
    ) {
      return accept(view.indirect, "tree");
    }
    const behind = behindParticle(view, indexed.rest);
    if (behind >= 0) return accept(behind, "tree");
    const indirect = slot.role === "RECIPIENT" ? accept(view.indirect, "tree") : null;
    return indirect ?? accept(view.object, view.objectVia);
  }
  for (const near of view.prepositions) {
    if (!slot.prepositions.includes(near.preposition)) continue;
    if (near.head < view.trigger && indexed.frame.pos !== "n") continue;
    const found = accept(near.head, near.closeness >= 1.5 ? "tree" : "near");
    if (found !== null) return found;
  }
  return null;
}

function clauseFits(tree: Tree, content: number, slot: Slot): boolean {
  if (content < 0) return false;
  const words = slot.term?.words ?? null;
  if (words === null) return true;
  if (words.has(INFINITIVE) && !isInfinitive(tree, content)) return false;
  return words.has(INFINITIVE) || hasWord(tree, content, words) !== slot.term!.not;
}

/** In `CLAUSE[to]`: an infinitive, whatever its verb. */
const INFINITIVE = "to";

/** True for "to release", not for "that it released". */
function isInfinitive(tree: Tree, verb: number): boolean {
  return tree.children[verb]!.some(
    (child) => tree.relation[child] === "mark" && tree.tokens[child]!.upos === "PART",
  );
}

/** The noun behind the last word of a trigger such as `call_for`, where that word is a preposition; else -1. */
function behindParticle(view: TriggerView, rest: readonly string[]): number {
  const last = rest.at(-1);
  if (last === undefined) return -1;
  const found = view.prepositions.find((near) => near.preposition === last && near.head > view.trigger);
  return found?.head ?? -1;
}

/** The verb of the clause that the token governs: complement first, then an infinitive. */
function clauseBelow(tree: Tree, trigger: number): number {
  let infinitive = -1;
  for (const child of tree.children[trigger]!) {
    const relation = tree.relation[child];
    if (relation === "xcomp" || relation === "ccomp") return child;
    if (
      (relation === "advcl" || relation === "acl") &&
      child > trigger &&
      infinitive < 0 &&
      tree.tokens[child]!.deprel !== "acl:relcl"
    ) {
      infinitive = child;
    }
  }
  return infinitive;
}

/** The noun before the trigger, by the words alone; a noun behind a preposition gives way to the one before it. */
function previousNoun(tree: Tree, at: number): number {
  let found = -1;
  for (let index = at - 1; index >= Math.max(0, at - 10); index--) {
    const { upos } = tree.tokens[index]!;
    const noun = upos === "NOUN" || upos === "PROPN" || upos === "PRON" || (upos === "ADJ" && index === 0);
    if (noun && found < 0) found = index;
    else if (upos === "ADP" && found >= 0) found = -1;
    else if (upos === "VERB" || upos === "PUNCT" || upos === "SCONJ") break;
  }
  return found;
}
