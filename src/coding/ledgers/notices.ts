/** Whether a withdrawal is told to somebody as a notice: by the verb that tells it or by a noun beside that. */
import type { StepState } from "./state-of.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";

const HIGHEST = 3;

/** "notified A that it was leaving", "gave notice that it would leave". */
export function isNotice(
  clause: number,
  { sayingLemma }: StepState,
  { tree }: LedgerSentence,
  { tables }: LedgerTools,
): boolean {
  const verbs = tables.list("notify-verbs");
  if (sayingLemma !== null && verbs.has(sayingLemma)) return true;
  let at = tree.tokens[clause]!.head;
  for (let steps = 0; at >= 0 && steps < HIGHEST; steps++) {
    const isNoun = tree.children[at]!.some(
      (child) => tree.relation[child] === "obj" && tables.list("notice-nouns").has(tree.tokens[child]!.lemma),
    );
    if (isNoun || tables.list("notice-nouns").has(tree.tokens[at]!.lemma)) return true;
    if (tree.tokens[at]!.upos === "VERB" && verbs.has(tree.tokens[at]!.lemma)) return true;
    at = tree.tokens[at]!.head;
  }
  return false;
}
