/**
 * One frame of a rule against one trigger of a sentence: which phrases fill BY,
 * ON, AIM and the thing; null where it does not match.
 */

import { type TriggerView, viewNoun, viewVerb, viewWords } from "../matching/match-frame.ts";
import { hasWord, restStands } from "../matching/terms.ts";
import { FINITE } from "../tree/tags.ts";
import { childWith, stepsUp, type Tree, withConjuncts } from "../tree/tree.ts";
import type { LedgerKind } from "../types.ts";
import { antecedents } from "./antecedents.ts";
import type { LedgerFrame, LedgerSlot } from "./compile-rules.ts";
import { entriesAt } from "./entries-at.ts";
import {
  nounBehind,
  objectsBeforeTime,
  objectsBehindPhrase,
  organisationsBehind,
  withSubjectOver,
} from "./late-objects.ts";
import { namedAt, partiesAt } from "./read-parties.ts";
import { pointedBack, thingAt } from "./read-things.ts";
import { areStruck, isPeople } from "./struck-people.ts";
import type { LedgerSentence, LedgerTools, Thing } from "./types.ts";
import { hasObject, isVerbByTree, isVerbForm } from "./verb-forms.ts";
import { isEmptyHead, isTime } from "./words-of.ts";

export interface LedgerMatch {
  readonly frame: LedgerFrame;
  readonly trigger: number;
  /** Token that carries tense and negation. */
  readonly clause: number;
  readonly view: TriggerView;
  /** Heads of the phrases; -1 where nothing fills them. */
  readonly by: number;
  readonly on: number;
  readonly aim: number;
  readonly place: number;
  readonly org: number;
  readonly thing: Thing | null;
  readonly score: number;
}

interface Filled {
  readonly head: number;
  readonly thing: Thing | null;
}

/** The frame under this trigger, or null. */
export function matchLedgerFrame(
  frame: LedgerFrame,
  trigger: number,
  sentence: LedgerSentence,
  tools: LedgerTools,
): LedgerMatch | null {
  const { tree } = sentence;
  const { upos } = tree.tokens[trigger]!;
  const isMistagged = !frame.noun && isVerbForm(tree, trigger, frame.base, tools.cues.perfectAuxiliaries);
  const isVerb = upos === "VERB" || hasObject(tree, trigger) || isVerbByTree(tree, trigger) || isMistagged;
  // "the dialogue and cooperation agreement" is no dialogue.
  const whole = frame.noun ? wholeOf(tree, trigger) : -1;
  if (whole >= 0 && entriesAt(tree, whole, tools.tables).some(({ ledger }) => ledger === "agreement"))
    return null;
  if (frame.noun ? upos !== "NOUN" && upos !== "PROPN" : !isVerb) return null;
  if (!restStands(tree, trigger, frame.rest, frame.noun, tools.cues.timeNouns)) return null;
  if (!frame.noun && (isOtherVerb(tree, trigger, frame) || isPrenominal(tree, trigger))) return null;
  const read = frame.noun
    ? viewNoun(tree, trigger, tools.cues)
    : isMistagged && !isVerbByTree(tree, trigger)
      ? withSubjectOver(viewWords(tree, trigger), tree)
      : viewVerb(tree, trigger, tools.cues);
  // "ordered eight envoys to leave": the infinitive hangs on whom it was told.
  const isOpen = read.content < 0 && frame.slots.some(({ role }) => role === "CLAUSE");
  const view = isOpen ? { ...read, content: infinitiveBehind(tree, trigger) } : read;
  const heads = { by: -1, on: -1, aim: -1, place: -1, org: -1 };
  let thing: Thing | null = null;
  let score = frame.demand;
  if (frame.noun) {
    thing = thingAt(trigger, frame.rule.ledger, null, sentence, tools);
    const subject = childWith(tree, trigger, "nsubj");
    heads.by =
      subject >= 0 ? subject : named(trigger, sentence, tools) ? tree.tokens[trigger]!.head : view.subject;
    // "has been in force": the noun is what is said of its subject.
    // "On the agenda were trade and visas": what is said of it stands behind.
    const turned = turnedSubject(tree, trigger);
    if (frame.slots[0]?.where === "subject" && childWith(tree, trigger, "cop") < 0 && turned < 0) return null;
    if (turned >= 0 && frame.slots.length === 1 && frame.slots[0]!.role === "AIM")
      return { frame, trigger, clause: view.clause, view, ...heads, by: -1, aim: turned, thing: null, score };
    if (turned >= 0 && frame.slots[0]?.where === "subject") return null;
    if (frame.slots[0]?.where === "subject" && frame.slots[0].role === "THING") heads.by = -1;
  }
  const intransitive = frame.slots[0]?.role === "THING" && frame.slots[0].where === "subject";
  if (
    intransitive &&
    !frame.slots.some(({ where }) => where === "object") &&
    view.objectVia === "tree" &&
    !view.passive
  )
    return null;
  for (const slot of frame.slots) {
    const found = fill(slot, view, frame, sentence, tools);
    if (found === null && slot.role === "THING" && frame.noun && frame.rule.alleged === true) {
      thing = pointedBack(trigger, frame.rule.ledger, sentence, tools);
      if (thing !== null) continue;
    }
    if (found === null) {
      // A passive needs no doer, and an active verb may have one that is not known.
      if (slot.optional || (slot.role === "BY" && slot.where === "subject" && slot.words === null)) {
        score -= 0.3;
        continue;
      }
      return null;
    }
    if (slot.role === "BY") heads.by = found.head;
    else if (slot.role === "ON") heads.on = found.head;
    // "banned seven officials from the country": whom, before from where.
    else if (slot.role === "AIM") heads.aim = slot.optional && heads.aim >= 0 ? heads.aim : found.head;
    else if (slot.role === "PLACE") heads.place = found.head;
    else if (slot.role === "ORG") heads.org = found.head;
    else if (slot.role === "THING") thing = found.thing;
  }
  // "ruled that the treaty was unlawful": the thing is the subject of the clause.
  if (thing === null && frame.rule.ledger === "agreement" && isClauseNamed(frame) && view.content >= 0) {
    thing = thingAt(childWith(tree, view.content, "nsubj"), "agreement", null, sentence, tools);
    if (thing === null) return null;
  }
  if (frame.noun && heads.by === heads.aim) heads.by = -1;
  // "a decree banning imports": what bans is the decree, whatever the tree says.
  if (tree.tokens[trigger]!.xpos === "VBG" && trigger > 0 && isInstrument(trigger - 1, sentence, tools))
    heads.by = trigger - 1;
  // "an order on Sunday that bars": what does it is the order.
  if (heads.by < 0 && frame.rule.ledger === "measure" && !frame.noun)
    heads.by = antecedents(tree, trigger).find((head) => isInstrument(head, sentence, tools)) ?? -1;
  if (frame.rule.dated === true && (thing?.founded ?? null) === null) return null;
  if (
    heads.by < 0 &&
    view.bareParticiple &&
    heads.aim < 0 &&
    thing === null &&
    tree.relation[trigger] === "acl" &&
    !view.prepositions.some(({ preposition }) => tools.cues.agent.has(preposition))
  )
    heads.by = tree.tokens[trigger]!.head;
  return { frame, trigger, clause: view.clause, view, ...heads, thing, score };
}

/** The nominal root of which the noun behind its preposition is said first ("On the agenda were A and B"); -1 for none. */
function turnedSubject(tree: Tree, noun: number): number {
  const { head, deprel } = tree.tokens[noun]!;
  if (head <= noun || deprel !== "obl" || childWith(tree, noun, "case") < 0) return -1;
  const copula = childWith(tree, head, "cop");
  return copula > noun && copula < head && childWith(tree, head, "nsubj") < 0 ? head : -1;
}

/** The infinitive that hangs on a noun behind the verb; -1 for none. */
function infinitiveBehind(tree: Tree, verb: number): number {
  for (const { index, upos, xpos, form } of tree.tokens.slice(verb + 1, verb + REACH)) {
    if (FINITE.has(xpos) || form === ";" || form === ",") return -1;
    const next = tree.tokens[index + 1];
    if (upos === "PART" && next?.xpos === "VB")
      return next.deprel === "acl" && next.head > verb ? next.index : -1;
  }
  return -1;
}

function isClauseNamed({ slots }: LedgerFrame): boolean {
  const clause = slots.find(({ role }) => role === "CLAUSE");
  return clause !== undefined && clause.words !== null && !slots.some(({ role }) => role === "THING");
}

/** "sanctioned goods", "expelled envoys": who was struck before, no act that the sentence tells. */
function isPrenominal(tree: Tree, trigger: number): boolean {
  const { xpos, head } = tree.tokens[trigger]!;
  if (xpos !== "VBN" || tree.relation[trigger] !== "amod" || head <= trigger) return false;
  return OPENING.has(tree.tokens[trigger - 1]?.upos ?? "") && tree.children[trigger]!.length === 0;
}

/** Words right behind which a participle can only describe a noun. */
const OPENING: ReadonlySet<string> = new Set(["DET", "ADP", "NUM", "PRON"]);

/** "struck down" is no "struck": a particle that the frame does not name makes another verb of it. */
function isOtherVerb(tree: Tree, trigger: number, { rest }: LedgerFrame): boolean {
  const particle = childWith(tree, trigger, "compound:prt");
  if (particle !== trigger + 1 || tree.tokens[particle]!.xpos !== "RP") return false;
  // "to pay up | to 2 million": a bound before a number.
  const isBound = tree.tokens[particle + 1]?.upos === "ADP" && tree.tokens[particle + 2]?.upos === "NUM";
  return !isBound && !rest.includes(tree.lower[particle]!);
}

function fill(
  slot: LedgerSlot,
  view: TriggerView,
  frame: LedgerFrame,
  sentence: LedgerSentence,
  tools: LedgerTools,
): Filled | null {
  const { tree } = sentence;
  if (slot.role === "CLAUSE") {
    // "This will not go on," he told reporters: what is told to be done stands behind the verb.
    const isBehind = slot.words === null || view.content > view.trigger;
    const fits =
      view.content >= 0 && isBehind && (slot.words === null || hasWord(tree, view.content, slot.words));
    return fits ? { head: view.content, thing: null } : null;
  }
  if (
    slot.role === "WORD" &&
    slot.where === "object" &&
    slot !== frame.slots.find(({ where }) => where === "object")
  )
    return wordBehind(slot, view.trigger, tree);
  const heads = places(slot, view, frame, tree, tools.tables.list("owner"), tools.cues.agent);
  const late = [...objectsBeforeTime(slot, view, tree, tools), ...objectsBehindPhrase(slot, view, tree)];
  for (const head of [...heads, ...late, ...organisationsBehind(slot, view, tree)]) {
    if (head < 0 || tools.cues.timeNouns.has(tree.lower[head]!)) continue;
    if (slot.role !== "WORD" && isTime(head, sentence)) continue;
    const filled = accept(head, slot, frame.rule.ledger, sentence, tools);
    if (filled !== null) return filled;
  }
  const [antecedent, ...others] = antecedents(tree, view.trigger);
  const isRelative =
    antecedent !== undefined && (slot.where === "subject" ? view.subject : view.object) === antecedent;
  if (!isRelative || slot.role !== "THING" || entriesAt(tree, antecedent, tools.tables).length > 0)
    return null;
  for (const head of others) {
    const filled = accept(head, slot, frame.rule.ledger, sentence, tools);
    if (filled !== null) return filled;
  }
  return null;
}

function isInstrument(head: number, sentence: LedgerSentence, tools: LedgerTools): boolean {
  return thingAt(head, "measure", null, sentence, tools)?.entry.instrument === true;
}

/** "with Qatar as mediator": the noun says what the party that it hangs on is. */
function named(trigger: number, sentence: LedgerSentence, tools: LedgerTools): boolean {
  const { tree } = sentence;
  const mark = childWith(tree, trigger, "case");
  const { head } = tree.tokens[trigger]!;
  if (mark < 0 || head < 0 || !tools.tables.list("as").has(tree.lower[mark]!)) return false;
  return partiesAt(head, false, sentence, tools).length > 0;
}

const REACH = 14;

/** A word that stands behind the object ("declared the treaty void"). */
function wordBehind(slot: LedgerSlot, trigger: number, tree: Tree): Filled | null {
  const found = tree.tokens
    .slice(trigger + 1, trigger + REACH)
    .find(({ index }) => slot.words!.has(tree.lower[index]!));
  return found === undefined ? null : { head: found.index, thing: null };
}

/** Heads that can stand in the slot, likeliest first. */
function places(
  slot: LedgerSlot,
  view: TriggerView,
  frame: LedgerFrame,
  tree: Tree,
  owners: ReadonlySet<string>,
  agents: ReadonlySet<string>,
): readonly number[] {
  if (slot.where === "subject") {
    const intransitive = !frame.slots.some(({ where, optional }) => where === "object" && !optional);
    // "talks in A mediated by B": who is named as doing it does it.
    const isDone = view.prepositions.some(
      ({ preposition, head }) => agents.has(preposition) && head > view.trigger,
    );
    return view.bareParticiple && intransitive && !isDone
      ? [view.object]
      : [view.subject, intransitive ? view.object : -1];
  }
  const objects = view.object < 0 ? [] : [view.object];
  if (slot.where === "object") {
    const last = frame.rest.at(-1);
    const behind = view.prepositions
      .filter(({ preposition }) => preposition === last)
      .map(({ head }) => head);
    // "was handed a sentence": what the passive keeps as its object.
    const kept = view.passive ? childWith(tree, view.trigger, "obj") : -1;
    return [...behind, ...objects, view.indirect, kept];
  }
  const behind = view.prepositions
    .filter(({ preposition, closeness }) => slot.prepositions.includes(preposition) && closeness >= 1)
    .filter(
      ({ head, preposition }) => !frame.noun || !owners.has(preposition) || hangs(tree, head, view.trigger),
    )
    .map(({ head }) => head);
  const beside = frame.noun ? -1 : nounBehind(view.trigger, slot.prepositions, tree);
  if (beside >= 0 && !behind.includes(beside)) behind.push(beside);
  if (!slot.prepositions.includes("-")) return behind;
  return [...behind, ...(frame.noun ? modifiersOf(view.trigger, tree) : objects)];
}

function compoundOver(tree: Tree, head: number): number {
  const over = tree.tokens[head]!.head;
  return tree.relation[head] === "compound" && over > head ? over : -1;
}

/** The noun of which the head is only the first half ("the dialogue and cooperation agreement"); -1 for none. */
export function wholeOf(tree: Tree, head: number): number {
  const joined = tree.children[head]!.find((child) => tree.relation[child] === "conj");
  if (joined === undefined || joined <= head || joined - head > 3) return -1;
  const isOpened = tree.children[joined]!.some((child) => OPENERS.has(tree.relation[child]!));
  const isHalf =
    tree.tokens[head]!.xpos === "NN" &&
    tree.children[joined]!.some((child) => tree.relation[child] === "compound");
  return isHalf && !isOpened ? joined : -1;
}

const OPENERS: ReadonlySet<string> = new Set(["det", "case", "amod", "nmod:poss"]);

const hangs = (tree: Tree, head: number, noun: number) => stepsUp(tree, head, noun, false) >= 1;

/** Nouns before a noun ("ceasefire violations"). */
function modifiersOf(noun: number, tree: Tree): number[] {
  return tree.children[noun]!.filter((child) => child < noun && tree.relation[child] === "compound");
}

function accept(
  head: number,
  slot: LedgerSlot,
  ledger: LedgerKind,
  sentence: LedgerSentence,
  tools: LedgerTools,
): Filled | null {
  const { tree } = sentence;
  if (slot.role === "THING") {
    const thing =
      thingAt(head, ledger, slot.words, sentence, tools) ??
      // "of UN Security Council Resolution 2375": the parser hung the preposition on what stands before the noun.
      thingAt(compoundOver(tree, head), ledger, slot.words, sentence, tools) ??
      thingAt(wholeOf(tree, head), ledger, slot.words, sentence, tools);
    return thing === null ? null : { head, thing };
  }
  const filled = { head, thing: null };
  if (slot.words !== null && slot.role !== "WORD") {
    const named = withConjuncts(tree, head).some((one) => carries(tree, one, slot.words!, tools));
    const arePeople =
      slot.words === tools.tables.people &&
      (isPeople(head, sentence, tools) || areStruck(head, sentence, tools));
    if (!named && !arePeople) return null;
  }
  if (slot.role === "WORD" && slot.words !== null && !hasWord(tree, head, slot.words)) return null;
  if (slot.role === "ORG") {
    const [party] = partiesAt(head, false, sentence, tools);
    return party?.id?.startsWith("org/") === true ? filled : null;
  }
  // "a meeting in the city of A": where, not whose.
  if (slot.role === "BY" && slot.where === "oblique" && ledger === "contact") {
    const over = tree.tokens[head]!.head;
    if (over >= 0 && tools.tables.list("place-nouns").has(tree.tokens[over]!.lemma.toLowerCase()))
      return null;
  }
  if (slot.role === "PLACE") {
    const isPlace = sentence.parties.places().some(({ first, last }) => first <= head && head < last);
    const [party] = partiesAt(head, false, sentence, tools);
    return isPlace || party?.id?.startsWith("state/") === true ? filled : null;
  }
  // "with A's mediation": whose help it was.
  if (slot.role === "ON" && ledger === "agreement" && isEmptyHead(head, sentence, tools)) return null;
  if (slot.role === "ON") {
    const parties =
      ledger === "inquiry" ? namedAt(head, sentence, tools) : partiesAt(head, true, sentence, tools);
    if (parties.length === 0) return null;
  }
  return filled;
}

/** True where the phrase is one of the words, or counts them ("60 of the diplomats", "a number of flights"). */
function carries(tree: Tree, head: number, words: ReadonlySet<string>, tools: LedgerTools): boolean {
  if (hasWord(tree, head, words)) return true;
  const { lemma, upos } = tree.tokens[head]!;
  if (
    upos !== "NUM" &&
    upos !== "SYM" &&
    !tools.quantityTools.currencies.has(lemma.toLowerCase()) &&
    !tools.cues.containers.has(lemma) &&
    !tools.tables.list("containers").has(lemma) &&
    !tools.tables.list("handling-nouns").has(lemma)
  )
    return false;
  return tree.children[head]!.some((child) => tree.relation[child] === "nmod" && hasWord(tree, child, words));
}
