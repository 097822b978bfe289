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
  /** An "if" clause hangs on the clause. */
  readonly consequence: boolean;
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
    consequence: isConsequence(tree, clause, cues),
  };
  let modal = false;
  let infinitive = false;
  let be = false;
  const verb = sharedAuxiliaries(tree, clause);
  if (inverted(tree, verb, cues)) found.conditional = true;
  if (startsDenied(tree, clause, cues)) found.negated = true;
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
  if (infinitive && tree.tokens[verb]!.xpos === "VB" && (be || isHeadlineFuture(tree, verb)))
    found.future = true;
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
      cues.negations.has(word) &&
      !cues.negationLifters.has(tree.lower[child + 1] ?? "")
    )
      found.negated = true;
    if (relation === "mark" && cues.conditionalMarks.has(word)) found.conditional = true;
    if (
      (relation === "nsubj" || relation === "obj" || relation === "obl") &&
      startsNegative(tree, child, cues) &&
      !isTally(tree, child)
    )
      found.negated = true;
  }
  if (noun !== clause || tree.tokens[noun]!.upos !== "VERB") markNoun(tree, noun, cues, found);
  return found;
}

/** "adopted by ten votes to none": the other number of a count denies nothing. */
function isTally(tree: Tree, token: number): boolean {
  const [mark, counted] = [token - 1, token - 2];
  if (counted < 0 || tree.tokens[mark]!.upos !== "ADP") return false;
  return (
    tree.tokens[counted]!.upos === "NUM" ||
    tree.children[counted]!.some((child) => tree.relation[child] === "nummod")
  );
}

function markNoun(
  tree: Tree,
  noun: number,
  cues: Cues,
  found: { future: boolean; doubt: boolean; negated: boolean; conditional: boolean },
): void {
  if (isSupposed(tree, noun, cues)) found.conditional = true;
  for (const child of tree.children[noun]!) {
    const word = tree.lower[child]!;
    if (tree.relation[child] === "det" && cues.negativeDeterminers.has(word)) found.negated = true;
    if (tree.relation[child] === "amod" && cues.plannedModifiers.has(word)) found.future = true;
    if (tree.relation[child] === "amod" && cues.possibleModifiers.has(word)) found.doubt = true;
    if (tree.relation[child] === "acl" && isSetFor(tree, child, cues)) found.future = true;
  }
}

/** True for the subject of what would follow: "an invasion would cut off the town". */
function isSupposed(tree: Tree, noun: number, cues: Cues): boolean {
  if (tree.relation[noun] !== "nsubj") return false;
  return tree.children[tree.tokens[noun]!.head]!.some(
    (c) => tree.relation[c] === "aux" && cues.pastFutureAuxiliaries.has(tree.lower[c]!),
  );
}

/** True where an "if" clause hangs on the clause. */
function isConsequence(tree: Tree, clause: number, cues: Cues): boolean {
  return tree.children[clause]!.some(
    (c) =>
      tree.relation[c] === "advcl" &&
      tree.children[c]!.some((m) => tree.relation[m] === "mark" && cues.conditionMarks.has(tree.lower[m]!)),
  );
}

/** True for "At no point did Manila …", "Nor did Riyadh …": negation opens the sentence and its auxiliary stands
 * before the subject. */
function startsDenied(tree: Tree, clause: number, cues: Cues): boolean {
  if (tree.tokens[clause]!.head >= 0) return false;
  const negative = tree.lower.findIndex(
    (word) => cues.negativeDeterminers.has(word) || cues.negations.has(word),
  );
  if (negative !== (tree.tokens[0]!.upos === "ADP" ? 1 : 0)) return false;
  if (cues.negationLifters.has(tree.lower[negative + 1] ?? "")) return false;
  const auxiliary = tree.children[clause]!.find((c) => tree.relation[c] === "aux");
  const subject = tree.children[clause]!.find((c) => tree.relation[c] === "nsubj");
  return auxiliary !== undefined && subject !== undefined && auxiliary > negative && auxiliary < subject;
}

/** True for "planned for Sunday", "that is to begin on Thursday", "due to start" behind the noun of an act. */
function isSetFor(tree: Tree, clause: number, cues: Cues): boolean {
  const { xpos } = tree.tokens[clause]!;
  if (cues.plannedModifiers.has(tree.lower[clause]!)) return xpos === "VBN" || xpos === "JJ";
  if (!cues.happenVerbs.has(tree.tokens[clause]!.lemma)) return false;
  return tree.children[clause]!.some(
    (c) =>
      (tree.relation[c] === "mark" && tree.tokens[c]!.upos === "PART") ||
      (tree.relation[c] === "aux" && cues.futureAuxiliaries.has(tree.lower[c]!)),
  );
}

/** True for "no agreement", "nobody", "neither Kyiv nor Warsaw", "at no time". */
function startsNegative(tree: Tree, head: number, cues: Cues): boolean {
  if (cues.negativePronouns.has(tree.lower[head]!)) return true;
  return tree.children[head]!.some((c) => {
    const relation = tree.relation[c];
    if (c > head) return false;
    if (relation === "det" || relation === "cc") return cues.negativeDeterminers.has(tree.lower[c]!);
    return (
      relation === "advmod" &&
      cues.negations.has(tree.lower[c]!) &&
      !cues.negationLifters.has(tree.lower[c + 1]!)
    );
  });
}

/** True for "Farmers to march": an infinitive with its doer before it at the top of a headline. */
export function isHeadlineFuture(tree: Tree, verb: number): boolean {
  const { head } = tree.tokens[verb]!;
  const relation = tree.relation[verb];
  const subject = tree.children[verb]!.some((c) => tree.relation[c] === "nsubj" && c < verb);
  if (head < 0) return subject;
  if (relation === "acl") return isTopOfHeadline(tree, head, verb);
  return subject && (relation === "parataxis" || relation === "ccomp") && tree.tokens[head]!.head < 0;
}

/** True for a name or noun that opens the sentence and is its root, or the first subject of who says so behind it. */
function isTopOfHeadline(tree: Tree, noun: number, verb: number): boolean {
  const { head } = tree.tokens[noun]!;
  const firstWords = tree.tokens
    .slice(0, noun)
    .every((token) => token.upos !== "VERB" && token.upos !== "AUX");
  if (!firstWords) return false;
  if (head < 0) return true;
  if (tree.relation[noun] !== "nsubj" || tree.tokens[head]!.head >= 0) return false;
  return tree.children[head]!.some((c) => tree.relation[c] === "nsubj" && c > verb);
}

/** True for "Had Serbia signed", "Were China to blockade", "Should it come": an auxiliary opens the clause and the
 * sentence is no question. */
function inverted(tree: Tree, verb: number, cues: Cues): boolean {
  if (cues.questionMarks.has(tree.tokens.at(-1)!.form)) return false;
  const { head } = tree.tokens[verb]!;
  const over = tree.relation[verb] === "xcomp" && head === 0 ? head : -1;
  if (over === 0) return cues.invertingAuxiliaries.has(tree.lower[0]!);
  const first = tree.children[verb]![0];
  if (first === undefined || first > verb || !cues.invertingAuxiliaries.has(tree.lower[first]!)) return false;
  if (tree.relation[first] !== "aux" && tree.relation[first] !== "cop") return false;
  return first === 0 || tree.tokens[first - 1]!.upos === "PUNCT" || tree.relation[verb] === "advcl";
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
