/** Who accuses whom of a step: the match of a rule in, parties out. */

import { childWith, type Tree } from "../tree/tree.ts";
import type { LedgerMatch } from "./match-frame.ts";
import type { Parties } from "./parties.ts";
import { partiesAt } from "./read-parties.ts";
import type { StepState } from "./state-of.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";

/** "A accused B of breaking the truce": B breaks it; -1 where nobody is accused. */
export function accusedOf(match: LedgerMatch, { accusing }: StepState, tree: Tree): number {
  if (accusing < 0 || match.frame.noun || match.frame.rule.alleged !== true || accusing > match.trigger)
    return -1;
  const object = childWith(tree, accusing, "obj");
  return object > accusing && object < match.trigger ? object : -1;
}

/** Who is accused; for "it" the state or body that the words before name last beside the subject ("sanctions on A, accusing it
 * of breaking the deal"). */
export function accusedParties(
  accused: number,
  accusing: number,
  sentence: LedgerSentence,
  tools: LedgerTools,
): Parties {
  const { tree } = sentence;
  if (tree.relation[accusing] !== "advcl" || !tools.tables.list("thing-pronouns").has(tree.lower[accused]!))
    return partiesAt(accused, true, sentence, tools);
  const root = tree.tokens.findIndex(({ deprel }) => deprel === "root");
  const subject = childWith(tree, root, "nsubj");
  const accusers = new Set(partiesAt(subject, true, sentence, tools).flatMap(({ code }) => code ?? []));
  for (let at = accusing - 1; at > root; at--) {
    const named = partiesAt(at, false, sentence, tools).filter(
      ({ code, id }) => id !== null && code !== null && !accusers.has(code),
    );
    if (named.length > 0) return named;
  }
  return partiesAt(accused, true, sentence, tools);
}

/** Who says that the step was taken. */
export function accusers(state: StepState, sentence: LedgerSentence, tools: LedgerTools): Parties {
  const { tree } = sentence;
  const verb = state.accusing >= 0 ? state.accusing : state.saying;
  if (verb < 0) return [];
  return partiesAt(childWith(tree, verb, "nsubj"), true, sentence, tools);
}
