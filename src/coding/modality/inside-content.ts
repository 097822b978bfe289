/**
 * Whether an act is told only inside what somebody asks for, hopes for, doubts or
 * claims of himself, deeper than its first verb ("asked Ghana about arms seized at
 * sea", "requested talks to deal with the violations").
 *
 * In: a tree, the clause of an act, the readings of the sentence. Out: true or
 * false. Acts right under such words are left to governors.ts.
 */
import type { ClauseEffect } from "../../knowledge/coding-knowledge.ts";
import type { Reading } from "../matching/read-sentence.ts";
import type { Cues } from "../rules/cues.ts";
import type { RuleIndex } from "../rules/rule-index.ts";
import { childWith, type Tree } from "../tree/tree.ts";
import { linkAt } from "./governor-links.ts";

/** What makes the words below it something that has not been told as done. */
const UNTOLD: ReadonlySet<ClauseEffect> = new Set<ClauseEffect>(["request", "hope", "doubt", "claim"]);

/** Relations by which content hangs on what governs it. */
const HELD: ReadonlySet<string> = new Set(["xcomp", "ccomp", "obj", "obl", "nmod", "acl", "advcl"]);

const MOST_STEPS = 12;

/** True when the act stands inside such content. */
export function isInsideContent(
  tree: Tree,
  clause: number,
  readings: ReadonlyMap<number, Reading>,
  index: RuleIndex,
  cues: Cues,
): boolean {
  let at = clause;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const { head } = tree.tokens[at]!;
    const relation = tree.relation[at]!;
    if (head < 0 || relation === "parataxis" || relation === "nsubj") return false;
    if (relation === "advcl" && isToldBeside(tree, at, cues)) return false;
    if (steps > 0 && HELD.has(relation)) {
      const link = linkAt(tree, head, at, readings, index);
      if (link !== null && UNTOLD.has(link.takes) && (relation !== "advcl" || isInfinitive(tree, at)))
        return true;
    }
    at = head;
  }
  return false;
}

/** True for a clause of time or cause with a subject of its own ("declined to comment after police arrested him"). */
export function isToldBeside(tree: Tree, clause: number, cues: Cues): boolean {
  const mark = childWith(tree, clause, "mark");
  if (mark < 0 || childWith(tree, clause, "nsubj") < 0) return false;
  return !cues.conditionalMarks.has(tree.lower[mark]!) && !cues.contentMarks.has(tree.lower[mark]!);
}

function isInfinitive(tree: Tree, clause: number): boolean {
  return tree.children[clause]!.some(
    (child) => tree.relation[child] === "mark" && tree.tokens[child]!.upos === "PART",
  );
}
