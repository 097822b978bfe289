/**
 * What stands around one clause: future, doubt, condition, negation.
 *
 * In: a tree and the token that carries a clause. Out: its own markers, without
 * those of the clauses over it (see governors.ts). The words are in
 * knowledge/lexicon/en/coding-cues.jsonl.
 */
import type { Cues } from "../rules/cues.ts";
import type { Tree } from "../tree/tree.ts";

export interface Markers {
  readonly future: boolean;
  /** "would": a future seen from the past; doubt where nobody is reported. */
  readonly pastFuture: boolean;
  readonly doubt: boolean;
  /** "may have struck": doubt about what is over. */
  readonly perfectDoubt: boolean;
  readonly negated: boolean;
  readonly conditional: boolean;
}

/** The markers of a clause; `noun` is the noun that names the act where the clause is another token. */
export function markersOf(tree: Tree, clause: number, noun: number, cues: Cues): Markers {
  const found = {
    future: false,
    pastFuture: false,
    doubt: false,
    perfectDoubt: false,
    negated: false,
    conditional: false,
  };
  let modal = false;
  let infinitive = false;
  let be = false;
  const verb = sharedAuxiliaries(tree, clause);
  for (const child of tree.children[verb]!) {
    const word = tree.lower[child]!;
    const relation = tree.relation[child];
    if (relation === "mark" && tree.tokens[child]!.upos === "PART") infinitive = true;
    if ((relation === "aux" || relation === "cop") && cues.passiveAuxiliaries.has(word) && child < verb)
      be = true;
    if (relation === "aux") {
      if (cues.futureAuxiliaries.has(word)) found.future = true;
      else if (cues.pastFutureAuxiliaries.has(word)) [found.pastFuture, modal] = [true, true];
      else if (cues.doubtAuxiliaries.has(word)) [found.doubt, modal] = [true, true];
      else if (modal && cues.perfectAuxiliaries.has(word)) found.perfectDoubt = true;
    }
  }
  if (infinitive && be && tree.tokens[verb]!.xpos === "VB") found.future = true;
  for (const child of tree.children[clause]!) {
    const word = tree.lower[child]!;
    const relation = tree.relation[child];
    if (relation === "advmod" && cues.doubtAdverbs.has(word)) found.doubt = true;
    if (
      relation === "advmod" &&
      cues.stillAhead.has(word) &&
      cues.perfectAuxiliaries.has(tree.lower[clause]!)
    )
      found.negated = true;
    if (relation === "mark" && cues.negativeMarks.has(word)) found.negated = true;
    if (
      (relation === "advmod" || relation === "aux" || relation === "det" || relation === "cc") &&
      cues.negations.has(word)
    )
      found.negated = true;
    if (relation === "mark" && cues.conditionalMarks.has(word)) found.conditional = true;
    if (
      (relation === "nsubj" || relation === "obj" || relation === "obl") &&
      startsNegative(tree, child, cues)
    )
      found.negated = true;
  }
  if (noun !== clause || tree.tokens[noun]!.upos !== "VERB") markNoun(tree, noun, cues, found);
  return found;
}

function markNoun(
  tree: Tree,
  noun: number,
  cues: Cues,
  found: { future: boolean; doubt: boolean; negated: boolean },
): void {
  for (const child of tree.children[noun]!) {
    const word = tree.lower[child]!;
    if (tree.relation[child] === "det" && cues.negativeDeterminers.has(word)) found.negated = true;
    if (tree.relation[child] === "amod" && cues.plannedModifiers.has(word)) found.future = true;
    if (tree.relation[child] === "amod" && cues.possibleModifiers.has(word)) found.doubt = true;
  }
}

/** True for "no agreement", "nobody", "neither Kyiv nor Warsaw", "at no time". */
function startsNegative(tree: Tree, head: number, cues: Cues): boolean {
  if (cues.negativePronouns.has(tree.lower[head]!)) return true;
  return tree.children[head]!.some(
    (c) =>
      (tree.relation[c] === "det" || tree.relation[c] === "cc") &&
      c < head &&
      cues.negativeDeterminers.has(tree.lower[c]!),
  );
}

/** The verb whose auxiliaries count for this one too: "will meet and sign". */
function sharedAuxiliaries(tree: Tree, verb: number): number {
  let at = verb;
  for (let steps = 0; steps < 4; steps++) {
    const token = tree.tokens[at]!;
    if (tree.relation[at] !== "conj" || token.head < 0 || (token.xpos !== "VB" && token.xpos !== "VBN"))
      return at;
    if (
      tree.children[at]!.some(
        (c) => tree.relation[c] === "aux" || tree.relation[c] === "nsubj" || tree.relation[c] === "mark",
      )
    )
      return at;
    if (tree.tokens[token.head]!.upos !== "VERB") return at;
    at = token.head;
  }
  return at;
}
