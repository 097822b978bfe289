/** Matches that tell no step of their own: what an agreement says, who goes home, talks that are only wanted or still to come. */
import { markersOf } from "../modality/markers.ts";
import { childWith } from "../tree/tree.ts";
import type { LedgerClue, LedgerStep } from "../types.ts";
import { antecedents } from "./antecedents.ts";
import { isWeekday, tokenOf } from "./days-of.ts";
import { entriesAt } from "./entries-at.ts";
import type { LedgerMatch } from "./match-frame.ts";
import { partiesAt } from "./read-parties.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";

/** "Under it, A is to pay the families": a term of the agreement told right before. */
export function isTerm(
  { trigger }: LedgerMatch,
  { tree }: LedgerSentence,
  earlier: readonly LedgerClue[],
): boolean {
  return earlier.some(
    ({ ledger, step, sentence, trigger: other }) =>
      ledger === "agreement" &&
      step !== null &&
      tree.sentence.index - sentence <= 1 &&
      other.start !== tree.tokens[trigger]!.start,
  );
}

/** "agreed to restore ties at a meeting": the meeting was where they agreed, not where they restored; -1 for none. */
export function heldUnder(
  { trigger }: LedgerMatch,
  { tree }: LedgerSentence,
  { tables }: LedgerTools,
): number {
  const mark = childWith(tree, trigger, "case");
  const { head, deprel } = tree.tokens[trigger]!;
  // "talks between A and B wound up on Monday": the verb dates them.
  if (deprel === "nsubj" && head > trigger && tree.tokens[head]!.upos === "VERB") return head;
  if (mark < 0 || head < 0 || !tables.list("at-contact").has(tree.lower[mark]!)) return -1;
  // "discussed trade at a meeting": not only spoken of.
  const isTopical = (tables.frames.get(tree.lower[head]!) ?? []).some(({ rule }) => rule.joint === true);
  if (isTopical) return head;
  const verb = tree.tokens[head]!.head;
  const isUnder = verb >= 0 && tree.relation[head] === "xcomp" && tree.tokens[head]!.xpos === "VB";
  const isOver = (list: string) => tables.list(list).has(tree.tokens[verb]!.lemma);
  return isUnder && (isOver("passing-verbs") || isOver("deciding-verbs")) ? verb : -1;
}

/** Who goes home or is flown somewhere visits nobody. */
export function isNoVisit(
  { by, place, view, frame }: LedgerMatch,
  sentence: LedgerSentence,
  tools: LedgerTools,
): boolean {
  // "the ban on package tours to A": many, by nobody.
  if (frame.noun && by < 0 && sentence.tree.tokens[view.trigger]!.xpos === "NNS") return true;
  if (place < 0 || frame.noun) return false;
  const isHeld = view.object >= 0 && entriesAt(sentence.tree, view.object, tools.tables).length > 0;
  const { xpos } = sentence.tree.tokens[view.trigger]!;
  const hasAuxiliary = childWith(sentence.tree, view.trigger, "aux") >= 0;
  const isPlan = frame.rule.step === frame.rule.ahead;
  if (!isPlan && (view.passive || (xpos === "VBN" && !hasAuxiliary)) && !isHeld) return true;
  const told = sentence.parties
    .places()
    .find(({ first, last }) => first <= place && place < last)?.countryCode;
  const host = told ?? partiesAt(place, false, sentence, tools)[0]?.code;
  const guests = partiesAt(by, false, sentence, tools).flatMap(({ code }) => code ?? []);
  return host != null && guests.length > 0 && guests.every((code) => code === host);
}

/** "a memorandum in which A agrees to support B": what the agreement says, no step of one. */
export function isProvision({ clause, thing }: LedgerMatch, { tree }: LedgerSentence): boolean {
  if (thing !== null && thing.head > clause) return false;
  return tree.children[clause]!.some((child) => {
    const { xpos } = tree.tokens[child]!;
    return (xpos === "WDT" || xpos === "WP") && child < clause && childWith(tree, child, "case") >= 0;
  });
}

/** "an agreement that cuts the tariff", "the deal scraps tariffs": what it says. */
export function isOfAgreement(
  { trigger, frame, view }: LedgerMatch,
  { tree }: LedgerSentence,
  tools: LedgerTools,
): boolean {
  if (frame.noun) return false;
  const subject = tree.tokens[trigger]!.xpos === "VBZ" && !view.passive ? view.subject : -1;
  const noun = antecedents(tree, trigger)[0] ?? subject;
  return (
    noun >= 0 &&
    entriesAt(tree, noun, tools.tables).some(
      ({ ledger, also }) => ledger === "agreement" && also === undefined,
    )
  );
}

/** "signed the return to the treaty. It takes effect in May": the return does, not the treaty. */
export function isOfReturn({ thing, clause }: LedgerMatch, { tree, earlier }: LedgerSentence): boolean {
  const isRelative = tree.tokens[clause]!.deprel === "acl:relcl";
  if (thing === null || (thing.head >= 0 && !isRelative)) return false;
  const last = earlier.findLast(({ ledger, step }) => ledger === "agreement" && step !== null);
  return (
    last !== undefined &&
    tree.sentence.index - last.sentence <= 1 &&
    last.step !== null &&
    LEFT.has(last.step)
  );
}

/** Steps by which a party goes or comes back. */
const LEFT: ReadonlySet<LedgerStep> = new Set<LedgerStep>([
  "rejoined",
  "withdrawn from",
  "withdrawal announced",
  "withdrawal notified",
]);

/** "told its citizens to leave Lebanon" expels nobody. */
export function isOwnPeople({ aim, frame }: LedgerMatch, { tree }: LedgerSentence): boolean {
  if (aim < 0 || !frame.slots.some(({ role }) => role === "CLAUSE")) return false;
  return tree.children[aim]!.some(
    (child) => tree.tokens[child]!.deprel === "nmod:poss" && tree.tokens[child]!.upos === "PRON",
  );
}

/** "after two years of talks": many contacts, none of them told. */
export function isLong(noun: number, { tree }: LedgerSentence, tools: LedgerTools): boolean {
  const before = tree.tokens[noun - 2];
  return (
    before !== undefined &&
    tools.tables.list("owner").has(tree.lower[noun - 1]!) &&
    tools.tables.list("long-units").has(before.lemma.toLowerCase())
  );
}

/** "agreed to resume talks", "agreed to meet": that they will meet is told by the contact. */
export function isAboutMeeting(
  { frame, view, thing, aim }: LedgerMatch,
  { tree }: LedgerSentence,
  { tables }: LedgerTools,
): boolean {
  const { ledger, step, least } = frame.rule;
  if (
    thing !== null ||
    (ledger !== "contact" && least === undefined) ||
    (ledger === "contact" && step !== undefined)
  )
    return false;
  const isContact = (head: number) =>
    head >= 0 && entriesAt(tree, head, tables).some((entry) => entry.ledger === "contact");
  const content = frame.slots.some(({ role }) => role === "CLAUSE") ? view.content : -1;
  if (content < 0) return ledger === "agreement" && isContact(aim);
  // "agreed to meet in A"
  const meets = (tables.frames.get(tree.lower[content]!) ?? []).some(({ rule }) => rule.kind === MEETING);
  return (meets && childWith(tree, content, "obj") < 0) || isContact(childWith(tree, content, "obj"));
}

const MEETING = "meeting";

/** "raised a glass", "addressed the parliament": no topic of those who met. */
export function isNoTopic({ aim }: LedgerMatch, sentence: LedgerSentence, tools: LedgerTools): boolean {
  if (aim < 0) return false;
  const { lemma } = sentence.tree.tokens[aim]!;
  const { list } = tools.tables;
  return list("shown-things").has(lemma) || list("ratifiers").has(lemma.toLowerCase());
}

/** "an accord on political dialogue", "on the sidelines of a summit": what was agreed on, or where others met. */
export function isOnlyNamed(noun: number, sentence: LedgerSentence, tools: LedgerTools): boolean {
  const { tree } = sentence;
  const mark = childWith(tree, noun, "case");
  const { head } = tree.tokens[noun]!;
  if (mark < 0 || head < 0) return false;
  const { list } = tools.tables;
  if (list("side-heads").has(tree.tokens[head]!.lemma)) return true;
  return (
    list("topic-prepositions").has(tree.lower[mark]!) &&
    entriesAt(tree, head, tools.tables).some(({ ledger }) => ledger === "agreement")
  );
}

/** "arrives in A on Tuesday", told before: still to come. The weekday beside a verb in the present is the next one. */
export function isTimetabled({ clause }: LedgerMatch, { tree, times, anchor }: LedgerSentence): boolean {
  const { xpos } = tree.tokens[clause]!;
  if ((xpos !== "VBZ" && xpos !== "VBP") || anchor === null) return false;
  return times.some((time) => {
    if (time.day === null || time.day === anchor || time.type !== "DATE") return false;
    if (time.day < anchor && !isWeekday(time)) return false;
    const at = tokenOf(tree, time);
    return at >= 0 && tree.tokens[at]!.head === clause;
  });
}

/** "called for talks with Iran": the preposition says that it is only wanted. */
export function isWanted(noun: number, { tree }: LedgerSentence, tools: LedgerTools): boolean {
  const mark = childWith(tree, noun, "case");
  const { head } = tree.tokens[noun]!;
  // "is due in A for talks": set, and so planned.
  if (head >= 0 && tools.tables.list("ahead-adjectives").has(tree.tokens[head]!.lemma)) return false;
  return mark >= 0 && tools.tables.list("wanting-prepositions").has(tree.lower[mark]!);
}

/** "Trade will be at the centre of the talks": they are still to come. */
export function isOfFuture(noun: number, { tree }: LedgerSentence, { cues }: LedgerTools): boolean {
  const { deprel, head } = tree.tokens[noun]!;
  const over = deprel === "nmod" ? head : -1;
  return over >= 0 && childWith(tree, over, "cop") >= 0 && markersOf(tree, over, over, cues).future;
}

/** "A meeting is planned for May." */
export function isPlanned(noun: number, { tree }: LedgerSentence, tools: LedgerTools): boolean {
  const { head, deprel } = tree.tokens[noun]!;
  const isSubject = head >= 0 && deprel === "nsubj:pass";
  return isSubject && tools.tables.list("planning-verbs").has(tree.tokens[head]!.lemma.toLowerCase());
}
