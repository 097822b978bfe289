/**
 * Whether the words tell that a step was taken, that it is still to come, or
 * neither (denied, doubted, only wished), who accuses, and when it was said.
 */

import type { Reading } from "../matching/read-sentence.ts";
import { governorsOf } from "../modality/governors.ts";
import { markersOf } from "../modality/markers.ts";
import { childWith, phraseOf, type Tree } from "../tree/tree.ts";
import type { LedgerTools } from "./types.ts";

export interface StepState {
  readonly told: "done" | "ahead" | "not";
  /** Verb of accusing over the step; -1 for none. */
  readonly accusing: number;
  /** Verb that orders or decides it; -1 for none. */
  readonly ordering: number;
  /** Verb beside it by which several decide it ("is to begin on Sunday, the leaders agreed"); -1 for none. */
  readonly deciding: number;
  /** "has signed", "had signed". */
  readonly perfect: boolean;
  /** Verb that says it; -1 for none. */
  readonly saying: number;
  readonly sayingLemma: string | null;
  /** "had signed": the day is that of the words or unknown. */
  readonly background: boolean;
  /** "does not keep to it", "failed to keep to it". */
  readonly denied: boolean;
  /** "weeks after it held a hearing": before the day of the sentence, who knows when. */
  readonly after: boolean;
  /** "hours after it had broken with A": the same day. */
  readonly soon: boolean;
  /** "was due to begin": what was planned may not have come. */
  readonly pastPlan: boolean;
  /** "was expelling": dated by who says it. */
  readonly progressive: boolean;
  /** "is expelling", "was expelling". */
  readonly ongoing: boolean;
  /** "signed", not "has signed": may share the day of the sentence before. */
  readonly simplePast: boolean;
  /** "became the first to visit it": of a row in time. */
  readonly first: boolean;
}

const NO_WORDS: ReadonlySet<string> = new Set();
const NO_READINGS: ReadonlyMap<number, Reading> = new Map();
const CLIMBED = new Set(["xcomp", "ccomp", "advcl", "acl", "conj", "parataxis", "csubj"]);
const HIGHEST = 6;

/** The state of the step that the trigger tells.
 * @param deciding verbs under which it is done by being decided (default: those that pass on what is under them) */
export function stateOf(
  tree: Tree,
  trigger: number,
  clause: number,
  tools: LedgerTools,
  deciding: ReadonlySet<string> = NO_WORDS,
): StepState {
  const { cues, index } = tools;
  const markers = markersOf(tree, clause, trigger, cues);
  const chain = governorsOf(tree, trigger, clause, NO_READINGS, index, cues);
  const auxiliaries = tree.children[clause]!.filter((child) => tree.relation[child] === "aux");
  const base = [clause, ...auxiliaries].some((token) => tree.tokens[token]!.xpos === "VB");
  const bare = base && !markers.doubt && !hasModal(tree, clause);
  let ahead = markers.future || isBegunOnly(tree, clause, tools);
  const passes = (token: number) => {
    const lemma = tree.tokens[token]?.lemma.toLowerCase() ?? "";
    return tools.tables.list("passing-verbs").has(lemma) || deciding.has(lemma);
  };
  const outer = governing(tree, clause);
  const first = firstOver(tree, clause, tools);
  if (first >= 0 && markersOf(tree, first, first, cues).future) ahead = true;
  const isDecree = deciding.size > 0 && isOrdered(tree, clause, tools);
  const isGoverned =
    first >= 0 ||
    isDecree ||
    (outer >= 0 &&
      (passes(outer) || tools.tables.list("ahead-verbs").has(tree.tokens[outer]!.lemma.toLowerCase())));
  let not =
    markers.negated ||
    markers.doubt ||
    markers.conditional ||
    chain.conditional ||
    isOpen(tree, clause, tools) ||
    isStillToDo(tree, clause, tools) ||
    (chain.purpose && !isGoverned);
  let saying = -1;
  let ordering = -1;
  for (const link of chain.links) {
    // "signed an order to impose sanctions"
    const isOver = isDecree && link.index === tree.tokens[clause]!.head;
    if (isOver && !markersOf(tree, link.index, link.index, cues).negated) {
      ordering = link.index;
      continue;
    }
    const over = markersOf(tree, link.index, link.index, cues);
    if (passes(link.index)) {
      if (over.negated) not = true;
      if (over.future && bare) ahead = true;
      continue;
    }
    if (link.takes === "report" || link.takes === "claim") saying = saying < 0 ? link.index : saying;
    // "the decision to close the border": decided, and so done.
    else if (deciding.size > 0 && tools.tables.list("deciding-nouns").has(tree.lower[link.index]!)) continue;
    else if (link.takes === "plan" || link.takes === "promise" || link.takes === "threat") ahead = true;
    else if (link.takes === "wish" || link.takes === "hope" || link.takes === "doubt") {
      const governs = tools.tables.list("ahead-verbs").has(tree.tokens[link.index]!.lemma.toLowerCase());
      if (governs || tools.tables.list("ahead-adjectives").has(tree.tokens[link.index]!.lemma.toLowerCase()))
        ahead = true;
      else not = true;
    } else if (
      link.takes === "request" &&
      !tools.tables.list("ahead-verbs").has(tree.tokens[link.index]!.lemma.toLowerCase())
    )
      not = true;
    else if (link.takes === "denial" || link.takes === "refusal" || link.takes === "failure") not = true;
    if (over.negated && link.takes !== "report" && link.takes !== "claim") not = true;
    if (over.future && bare) ahead = true;
  }
  if (saying < 0) saying = sayingOver(tree, clause, tools);
  let accusing =
    clause === trigger && tree.tokens[trigger]!.upos === "VERB" ? -1 : accusationOver(tree, trigger, tools);
  for (let at = clause, steps = 0; steps < HIGHEST; steps++) {
    const { head, deprel } = tree.tokens[at]!;
    // "accused them of breaking it": the clause hangs on whom it accuses.
    const isAccused = steps === 1 && tree.relation[at] === "obj" && tree.relation[clause] === "acl";
    if (head < 0 || (!CLIMBED.has(tree.relation[at]!) && !isAccused) || deprel === "acl:relcl") break;
    const lemma = tree.tokens[head]!.lemma.toLowerCase();
    if (tools.tables.list("accuse-verbs").has(lemma)) accusing = head;
    const governs =
      !passes(head) &&
      (tools.tables.list("ahead-verbs").has(lemma) || tools.tables.list("ahead-adjectives").has(lemma));
    if (passes(head) && bare && tree.relation[at] !== "conj" && ordering < 0) ordering = head;
    if (bare && governs && tree.relation[at] !== "conj") {
      ahead = true;
      ordering = head;
      if (markersOf(tree, head, head, cues).negated) not = true;
    }
    at = head;
  }
  if (isWanted(tree, clause, tools)) not = true;
  if (markers.pastFuture) {
    if (saying >= 0) ahead = true;
    else not = true;
  }
  const perfect = auxiliaries.some((child) => cues.perfectAuxiliaries.has(tree.lower[child]!));
  return {
    told: not ? "not" : ahead ? "ahead" : "done",
    accusing,
    ordering,
    deciding: decidingBeside(tree, clause, tools),
    saying,
    sayingLemma: saying < 0 ? null : tree.tokens[saying]!.lemma.toLowerCase(),
    perfect,
    background:
      perfect &&
      (tree.tokens[clause]!.deprel === "acl:relcl" ||
        // "said that A had signed it": what is told in the past for the tense of "said" is news.
        (saying < 0 && auxiliaries.some((child) => tree.tokens[child]!.xpos === "VBD"))),
    denied:
      !markers.doubt &&
      !markers.conditional &&
      !markers.pastFuture &&
      (markers.negated || chain.links.some(({ takes }) => takes === "failure" || takes === "refusal")),
    after: isAfter(tree, clause, tools),
    soon: isSoon(tree, clause, tools),
    pastPlan:
      wasToBe(tree, clause) ||
      (ordering >= 0 &&
        tree.tokens[ordering]!.upos === "ADJ" &&
        tree.children[ordering]!.some(
          (child) => tree.relation[child] === "cop" && tree.tokens[child]!.xpos === "VBD",
        )),
    ongoing: tree.tokens[clause]!.xpos === "VBG" && auxiliaries.length > 0,
    progressive:
      tree.tokens[clause]!.xpos === "VBG" && auxiliaries.some((child) => tree.tokens[child]!.xpos === "VBD"),
    simplePast:
      !perfect &&
      (tree.tokens[clause]!.xpos === "VBD" ||
        auxiliaries.some((child) => tree.tokens[child]!.xpos === "VBD") ||
        isPastBySubject(tree, clause, auxiliaries.length)),
    first: first >= 0,
  };
}

/** "tariffs that were to take effect on Monday": what was planned of what the sentence tells otherwise. */
function wasToBe(tree: Tree, clause: number): boolean {
  if (tree.tokens[clause]!.deprel !== "acl:relcl") return false;
  const own = tree.children[clause]!.filter((child) => child < clause);
  const isPast = own.some(
    (child) => tree.tokens[child]!.upos === "AUX" && tree.tokens[child]!.xpos === "VBD",
  );
  return isPast && own.some((child) => tree.tokens[child]!.xpos === "TO");
}

/** "must stand trial" */
function isWanted(tree: Tree, clause: number, { tables }: LedgerTools): boolean {
  return tree.children[clause]!.some(
    (child) => tree.relation[child] === "aux" && tables.list("must-modals").has(tree.lower[child]!),
  );
}

/** "approved an order to impose sanctions": what the order does is decided with it. */
function isOrdered(tree: Tree, clause: number, { tables }: LedgerTools): boolean {
  const { head, deprel, xpos } = tree.tokens[clause]!;
  if (xpos !== "VB" || head < 0) return false;
  const nouns = tables.list("deciding-nouns");
  // The parser may hang it on the verb over the noun.
  const isBehind = tree.tokens[clause - 1]?.upos === "PART" && nouns.has(tree.lower[clause - 2] ?? "");
  const isUnder =
    tree.tokens[clause - 1]?.upos === "PART" &&
    tree.tokens[head]!.upos === "VERB" &&
    tree.children[head]!.some(
      (child) =>
        child > head && child < clause && tree.relation[child] === "obj" && nouns.has(tree.lower[child]!),
    );
  return isBehind || isUnder || (deprel === "acl" && nouns.has(tree.lower[head]!));
}

/** "became the first president to visit A": the verb over the one who did it first; -1 for none. */
function firstOver(tree: Tree, clause: number, { tables }: LedgerTools): number {
  const { head, deprel } = tree.tokens[clause]!;
  if ((deprel !== "acl" && deprel !== "xcomp") || head < 0 || tree.tokens[clause]!.xpos !== "VB") return -1;
  // The parser hangs the infinitive on the noun or on the verb over it.
  const noun = deprel === "acl" ? head : childWith(tree, head, "obj");
  if (noun < 0 || noun > clause) return -1;
  const isFirst = tree.children[noun]!.some(
    (child) => child < noun && tables.list("firsts").has(tree.lower[child]!),
  );
  return isFirst ? tree.tokens[noun]!.head : -1;
}

/** "began the process of leaving": it is to come. */
function isBegunOnly(tree: Tree, clause: number, { tables }: LedgerTools): boolean {
  if (tree.tokens[clause]!.xpos !== "VBG") return false;
  return (
    tables.list("owner").has(tree.lower[clause - 1] ?? "") &&
    tables.list("process-nouns").has(tree.lower[clause - 2] ?? "")
  );
}

/** "each signed": a past that the tagger takes for a participle. */
function isPastBySubject(tree: Tree, clause: number, auxiliaries: number): boolean {
  return tree.tokens[clause]!.xpos === "VBN" && auxiliaries === 0 && childWith(tree, clause, "nsubj") >= 0;
}

function decidingBeside(tree: Tree, clause: number, tools: LedgerTools): number {
  const verbs = tools.tables.list("deciding-verbs");
  return (
    tree.children[clause]!.find(
      (child) =>
        (tree.relation[child] === "parataxis" ||
          // The parser joins it to the verb without a conjunction.
          (tree.relation[child] === "conj" && childWith(tree, child, "cc") < 0)) &&
        child > clause &&
        verbs.has(tree.tokens[child]!.lemma.toLowerCase()),
    ) ?? -1
  );
}

function isAfter(tree: Tree, clause: number, tools: LedgerTools): boolean {
  const marks = tools.tables.list("after-marks");
  const mark = childWith(tree, clause, "mark");
  const first = mark >= 0 ? mark : phraseOf(tree, clause).first;
  return tree.relation[clause] === "advcl" && marks.has(tree.lower[first]!);
}

function isSoon(tree: Tree, clause: number, tools: LedgerTools): boolean {
  const mark = childWith(tree, clause, "mark");
  return mark > 0 && tools.tables.list("short-units").has(tree.tokens[mark - 1]!.lemma.toLowerCase());
}

/** "still has to be signed", "has yet to be ratified". */
function isStillToDo(tree: Tree, clause: number, { cues }: LedgerTools): boolean {
  const { head } = tree.tokens[clause]!;
  const mark = childWith(tree, clause, "mark");
  return (
    head >= 0 &&
    tree.relation[clause] === "xcomp" &&
    mark >= 0 &&
    tree.tokens[mark]!.upos === "PART" &&
    cues.perfectAuxiliaries.has(tree.lower[head]!) &&
    tree.tokens[head]!.xpos !== "VBD"
  );
}

/** Behind "until" and the like nothing has happened yet. */
function isOpen(tree: Tree, clause: number, tools: LedgerTools): boolean {
  let before = clause - 1;
  while (tree.tokens[before]?.upos === "ADV") before--;
  const kept = tools.tables.list("keeping-marks").has(tree.lower[before] ?? "");
  if (kept && tree.tokens[clause]!.xpos === "VBG") return true;
  return tree.children[clause]!.some(
    (child) =>
      (tree.relation[child] === "mark" || tree.relation[child] === "case") &&
      (tools.tables.list("open-marks").has(tree.lower[child]!) ||
        tools.tables.list("keeping-marks").has(tree.lower[child]!)),
  );
}

/** The verb over an infinitive, through words of time that the parser hung it on; -1 for none. */
function governing(tree: Tree, clause: number): number {
  const isInfinitive = tree.children[clause]!.some(
    (child) => tree.relation[child] === "mark" && tree.tokens[child]!.upos === "PART",
  );
  // "agreed to freeze the assets and ban them": joined to one with the mark.
  const { head: first, xpos } = tree.tokens[clause]!;
  if (!isInfinitive && xpos === "VB" && tree.relation[clause] === "conj" && tree.tokens[first]?.xpos === "VB")
    return governing(tree, first);
  if (!isInfinitive) return -1;
  for (let at = tree.tokens[clause]!.head, steps = 0; at >= 0 && steps < 3; steps++) {
    if (tree.tokens[at]!.upos === "VERB") return at;
    at = tree.tokens[at]!.head;
  }
  return -1;
}

/** The verb of saying to whose words of time the parser hung the clause ("said on Monday that it would …"). */
function sayingOver(tree: Tree, clause: number, { cues, index, tables }: LedgerTools): number {
  const isReport = (at: number) =>
    // "notified A that it would leave"
    tables.list("notify-verbs").has(tree.tokens[at]!.lemma.toLowerCase()) ||
    index.governors
      .get(tree.tokens[at]!.lemma.toLowerCase())
      ?.some(({ pos, takes }) => pos === "v" && (takes === "report" || takes === "claim")) === true;
  const behind = tree.children[clause]!.find(
    (child) => tree.relation[child] === "parataxis" && isReport(child),
  );
  if (behind !== undefined) return behind;
  const mark = childWith(tree, clause, "mark");
  const { head } = tree.tokens[clause]!;
  if (mark < 0 || head < 0 || head > clause || !cues.contentMarks.has(tree.lower[mark]!)) return -1;
  for (let at = head, steps = 0; at >= 0 && steps < 3; steps++) {
    if (tree.tokens[at]!.upos === "VERB") return isReport(at) ? at : -1;
    at = tree.tokens[at]!.head;
  }
  return -1;
}

/** The verb with whose noun a breach is alleged ("traded accusations of violations"). */
function accusationOver(tree: Tree, noun: number, tools: LedgerTools): number {
  let alleged = false;
  for (let at = noun, steps = 0; at >= 0 && steps < 5; steps++) {
    const { upos, lemma } = tree.tokens[at]!;
    if (upos === "VERB")
      return alleged || tools.tables.list("accuse-verbs").has(lemma.toLowerCase()) ? at : -1;
    if (tools.tables.list("accuse-nouns").has(lemma.toLowerCase())) alleged = true;
    at = tree.tokens[at]!.head;
  }
  return -1;
}

function hasModal(tree: Tree, clause: number): boolean {
  const child = childWith(tree, clause, "aux");
  return child >= 0 && tree.tokens[child]!.xpos === "MD";
}
