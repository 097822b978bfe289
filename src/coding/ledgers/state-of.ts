/**
 * Whether the words tell that a step was taken, that it is still to come, or
 * neither (denied, doubted, only wished), who accuses, and when it was said.
 */

import type { Reading } from "../matching/read-sentence.ts";
import { governorsOf } from "../modality/governors.ts";
import { markersOf } from "../modality/markers.ts";
import { childWith, type Tree } from "../tree/tree.ts";
import type { LedgerTools } from "./types.ts";

export interface StepState {
  readonly told: "done" | "ahead" | "not";
  /** Verb of accusing over the step; -1 for none. */
  readonly accusing: number;
  /** Verb that orders or decides it; -1 for none. */
  readonly ordering: number;
  /** "has signed", "had signed". */
  readonly perfect: boolean;
  /** Verb that says it; -1 for none. */
  readonly saying: number;
  readonly sayingLemma: string | null;
  /** "had signed": the day is that of the words or unknown. */
  readonly background: boolean;
  /** "signed", not "has signed": may share the day of the sentence before. */
  readonly simplePast: boolean;
}

const NO_READINGS: ReadonlyMap<number, Reading> = new Map();
const CLIMBED = new Set(["xcomp", "ccomp", "advcl", "acl", "conj", "parataxis", "csubj"]);
const HIGHEST = 6;

/** The state of the step that the trigger tells. */
export function stateOf(tree: Tree, trigger: number, clause: number, tools: LedgerTools): StepState {
  const { cues, index } = tools;
  const markers = markersOf(tree, clause, trigger, cues);
  const chain = governorsOf(tree, trigger, clause, NO_READINGS, index, cues);
  const auxiliaries = tree.children[clause]!.filter((child) => tree.relation[child] === "aux");
  const base = [clause, ...auxiliaries].some((token) => tree.tokens[token]!.xpos === "VB");
  const bare = base && !markers.doubt && !hasModal(tree, clause);
  let ahead = markers.future;
  let not = markers.negated || markers.doubt || markers.conditional || chain.conditional || chain.purpose;
  let saying = -1;
  for (const link of chain.links) {
    const over = markersOf(tree, link.index, link.index, cues);
    if (link.takes === "report" || link.takes === "claim") saying = saying < 0 ? link.index : saying;
    else if (link.takes === "plan" || link.takes === "promise" || link.takes === "threat") ahead = true;
    else if (tools.tables.list("passing-verbs").has(tree.tokens[link.index]!.lemma.toLowerCase())) continue;
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
  let accusing = -1;
  let ordering = -1;
  for (let at = clause, steps = 0; steps < HIGHEST; steps++) {
    const { head, deprel } = tree.tokens[at]!;
    if (head < 0 || !CLIMBED.has(tree.relation[at]!) || deprel === "acl:relcl") break;
    const lemma = tree.tokens[head]!.lemma.toLowerCase();
    if (tools.tables.list("accuse-verbs").has(lemma)) accusing = head;
    const governs =
      tools.tables.list("ahead-verbs").has(lemma) || tools.tables.list("ahead-adjectives").has(lemma);
    if (bare && governs && tree.relation[at] !== "conj") {
      ahead = true;
      ordering = head;
      if (markersOf(tree, head, head, cues).negated) not = true;
    }
    at = head;
  }
  if (markers.pastFuture) {
    if (saying >= 0) ahead = true;
    else not = true;
  }
  const perfect = auxiliaries.some((child) => cues.perfectAuxiliaries.has(tree.lower[child]!));
  return {
    told: not ? "not" : ahead ? "ahead" : "done",
    accusing,
    ordering,
    saying,
    sayingLemma: saying < 0 ? null : tree.tokens[saying]!.lemma.toLowerCase(),
    perfect,
    background:
      perfect &&
      (tree.tokens[clause]!.deprel === "acl:relcl" ||
        auxiliaries.some((child) => tree.tokens[child]!.xpos === "VBD")),
    simplePast:
      !perfect &&
      (tree.tokens[clause]!.xpos === "VBD" ||
        auxiliaries.some((child) => tree.tokens[child]!.xpos === "VBD")),
  };
}

function hasModal(tree: Tree, clause: number): boolean {
  const child = childWith(tree, clause, "aux");
  return child >= 0 && tree.tokens[child]!.xpos === "MD";
}
