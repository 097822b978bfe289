/** A token in, the verb over it and the subject of that out. */
import { grammaticalSubject } from "../tree/arguments.ts";
import type { Tree } from "../tree/tree.ts";
import type { LedgerTools } from "./types.ts";

/** The verb that the noun hangs on. */
export function clauseOver(tree: Tree, noun: number): number {
  let at = noun;
  for (let steps = 0; steps < 5 && tree.tokens[at]!.upos !== "VERB" && tree.tokens[at]!.head >= 0; steps++)
    at = tree.tokens[at]!.head;
  return at;
}

/** The subject of the verb, or of the one that it is an infinitive or a participle under ("agreed to restore ties at a meeting"). */
export function subjectOver(
  verb: number,
  tree: Tree,
  tools: LedgerTools,
): ReturnType<typeof grammaticalSubject> {
  for (let at = verb, steps = 0; at >= 0 && steps < 3; steps++) {
    const own = grammaticalSubject(tree, at, tools.cues, 0);
    if (own !== null) return own;
    if (tree.relation[at] !== "xcomp" && tree.relation[at] !== "advcl") return null;
    at = tree.tokens[at]!.head;
  }
  return null;
}
