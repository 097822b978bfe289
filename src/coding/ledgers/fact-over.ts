/**
 * A noun that names an act ("the lifting of the ban") in, the token whose clause
 * dates it out, where the words tell it as a fact; null where it is only wanted,
 * awaited, bargained for or named in passing.
 */
import { childWith } from "../tree/tree.ts";
import { stateOf } from "./state-of.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";

const HIGHEST = 4;

/** The verb over the noun, or the noun itself where none is; null where it is no fact. */
export function factOver(
  noun: number,
  subjectOnly: boolean,
  { tree }: LedgerSentence,
  tools: LedgerTools,
): number | null {
  const { list } = tools.tables;
  let at = noun;
  for (let steps = 0; steps < HIGHEST; steps++) {
    const mark = childWith(tree, at, "case");
    const { head } = tree.tokens[at]!;
    if (mark >= 0 && subjectOnly) return null;
    // "presided over the signing", "agreed on the extension": told as done by the verb, whatever stands between.
    const isTelling =
      mark >= 0 &&
      head >= 0 &&
      tree.tokens[head]!.upos === "VERB" &&
      list("telling-verbs").has(tree.tokens[head]!.lemma.toLowerCase());
    if (mark >= 0 && !isTelling)
      return list("fact-prepositions").has(tree.lower[mark]!) ? (head < 0 ? at : head) : null;
    if (head < 0) return null;
    const relation = tree.relation[at];
    const { upos, lemma } = tree.tokens[head]!;
    if (upos === "VERB" || upos === "AUX") {
      if (stateOf(tree, head, head, tools).told !== "done") return null;
      const isSubject = relation === "nsubj" && !tree.tokens[at]!.deprel.includes("pass");
      return isSubject || (!subjectOnly && list("telling-verbs").has(lemma.toLowerCase())) ? head : null;
    }
    if (relation === "nsubj") return head;
    at = head;
  }
  return null;
}
