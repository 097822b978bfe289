/**
 * Does the head of a phrase carry one of the words that a slot asks for?
 *
 * In: a tree, a head, a term. Out: true or false. Sees through containers ("a
 * package of aid", "$10 million in aid"), compounds ("air strike" for
 * `air_strike`) and joined heads.
 */
import type { Term } from "../rules/pattern.ts";
import { type Tree, withConjuncts } from "../tree/tree.ts";

/** True when the phrase headed by `head` meets the term. */
export function meetsTerm(tree: Tree, head: number, term: Term, containers: ReadonlySet<string>): boolean {
  if (term.words === null) return true;
  const found = withConjuncts(tree, head).some((one) => carries(tree, one, term.words!, containers, 0));
  return term.not ? !found : found;
}

function carries(
  tree: Tree,
  head: number,
  words: ReadonlySet<string>,
  containers: ReadonlySet<string>,
  depth: number,
): boolean {
  if (hasWord(tree, head, words)) return true;
  const token = tree.tokens[head]!;
  if (depth > 2 || (!containers.has(token.lemma) && token.upos !== "NUM" && token.upos !== "SYM"))
    return false;
  for (const child of tree.children[head]!) {
    const relation = tree.relation[child];
    if (relation === "nmod" || relation === "compound" || relation === "conj") {
      if (carries(tree, child, words, containers, depth + 1)) return true;
    }
  }
  return false;
}

/** True when the token is one of the words, alone, with the word before it (`air_strike`, `cease-fire`) or with the
 * two behind it (`state_of_emergency`). */
export function hasWord(tree: Tree, index: number, words: ReadonlySet<string>): boolean {
  const { lower, tokens } = tree;
  const lemma = tokens[index]!.lemma.toLowerCase();
  if (words.has(lemma) || words.has(lower[index]!)) return true;
  if (tokens[index + 1]?.upos === "ADP" && words.has(`${lemma}_${lower[index + 1]}_${lower[index + 2]}`))
    return true;
  if (index === 0) return false;
  const before = lower[index - 1]!;
  if (words.has(`${before}_${lemma}`)) return true;
  if (index === 1 || before !== "-") return false;
  return words.has(`${lower[index - 2]}_${lemma}`) || words.has(`${lower[index - 2]}-${lemma}`);
}

/** True when the words `rest` stand beside the trigger: after verbs and adjectives (particles may trail, a
 * day may stand between: "called Thursday on"), before nouns. */
export function restStands(
  tree: Tree,
  trigger: number,
  rest: readonly string[],
  before: boolean,
  timeNouns: ReadonlySet<string>,
): boolean {
  if (rest.length === 0) return true;
  if (before) {
    let at = trigger - 1;
    for (let index = rest.length - 1; index >= 0; index--) {
      if (tree.lower[at] === "-") at--;
      if (at < 0 || (tree.lower[at] !== rest[index] && tree.tokens[at]!.lemma !== rest[index])) return false;
      at--;
    }
    return true;
  }
  let at = trigger + 1;
  let apart = false;
  const last = Math.min(tree.tokens.length, trigger + 7);
  for (const word of rest) {
    while (at < last && tree.lower[at] !== word && tree.tokens[at]!.lemma !== word) {
      const { upos } = tree.tokens[at]!;
      if (upos === "VERB" || upos === "PUNCT" || upos === "SCONJ") return false;
      if (upos !== "ADV" && !timeNouns.has(tree.lower[at]!)) apart = true;
      at++;
    }
    if (at >= last || (apart && !isParticle(tree, at))) return false;
    at++;
  }
  return true;
}

/** True for a word that may stand behind the object ("called the talks off"), which a preposition may not. */
function isParticle(tree: Tree, index: number): boolean {
  const { xpos, upos, deprel } = tree.tokens[index]!;
  return xpos === "RP" || deprel === "compound:prt" || (upos !== "ADP" && upos !== "SCONJ");
}
