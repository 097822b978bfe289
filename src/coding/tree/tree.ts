/**
 * A sentence's dependency tree with the children of every token at hand.
 *
 * In: a sentence of the language room. Out: children, relations without subtype,
 * phrase spans. Who is subject or object of what is left to arguments.ts.
 */
import type { Sentence, Token } from "../../language/types.ts";
import { repairSubjects } from "./repair-subjects.ts";

export interface Tree {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** False where the sentence has no tree: only words (and perhaps tags) can be used. */
  readonly parsed: boolean;
  readonly children: readonly (readonly number[])[];
  /** Relation of each token without its subtype. */
  readonly relation: readonly string[];
  /** Lower-case form of each token. */
  readonly lower: readonly string[];
}

const NONE: readonly number[] = [];

/** The universal relations as literals: two literals are compared by their place in memory, cut strings by letters. */
const RELATIONS: ReadonlyMap<string, string> = new Map(
  [
    ...["acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj"],
    ...["cop", "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj"],
    ...["list", "mark", "nmod", "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct"],
    ...["reparandum", "root", "vocative", "xcomp"],
  ].map((relation) => [relation, relation]),
);

/** Trees of sentences that somebody still holds: events, statements and ledgers ask for the same. */
const kept = new WeakMap<Sentence, Tree>();

/** The tree of a sentence. */
export function treeOf(sentence: Sentence): Tree {
  let tree = kept.get(sentence);
  if (tree === undefined) {
    tree = makeTree(sentence);
    kept.set(sentence, tree);
  }
  return tree;
}

function makeTree(sentence: Sentence): Tree {
  const parsed = sentence.depth === "parsed";
  const tokens = parsed ? repairSubjects(sentence.tokens) : sentence.tokens;
  const children: number[][] = tokens.map(() => NONE as number[]);
  const relation: string[] = [];
  const lower: string[] = [];
  for (const token of tokens) {
    relation.push(withoutSubtype(token.deprel));
    lower.push(token.form.toLowerCase());
    if (token.head < 0 || token.head >= tokens.length) continue;
    if (children[token.head] === NONE) children[token.head] = [token.index];
    else children[token.head]!.push(token.index);
  }
  return { sentence, tokens, parsed, children, relation, lower };
}

function withoutSubtype(deprel: string): string {
  const colon = deprel.indexOf(":");
  const relation = colon < 0 ? deprel : deprel.slice(0, colon);
  return RELATIONS.get(relation) ?? relation;
}

/** First child with this relation (subtype counts where given), or -1. */
export function childWith(tree: Tree, head: number, relation: string): number {
  const full = relation.includes(":");
  for (const child of tree.children[head]!) {
    if ((full ? tree.tokens[child]!.deprel : tree.relation[child]) === relation) return child;
  }
  return -1;
}

/** True for a phrase whose preposition is one of the words ("by the police"). */
export function standsBehind(tree: Tree, head: number, words: ReadonlySet<string>): boolean {
  const mark = childWith(tree, head, "case");
  return mark >= 0 && words.has(tree.lower[mark]!);
}

/** Nouns, names, pronouns and what stands for them. */
export function isNominal(token: Token): boolean {
  return token.upos === "NOUN" || token.upos === "PROPN" || token.upos === "PRON";
}

/** The head and what is joined to it ("France", "Germany" of "France and Germany"). */
export function withConjuncts(tree: Tree, head: number): number[] {
  const heads = [head];
  for (let at = 0; at < heads.length && heads.length < 24; at++) {
    for (const child of tree.children[heads[at]!]!) {
      if (tree.relation[child] === "conj" && !heads.includes(child)) heads.push(child);
    }
  }
  return heads.sort((a, b) => a - b);
}

const OUTSIDE = new Set([
  "acl",
  "appos",
  "conj",
  "cc",
  "punct",
  "parataxis",
  "cop",
  "nsubj",
  "aux",
  "advcl",
  "mark",
  "advmod",
  "dep",
  "ccomp",
  "obl",
  "discourse",
]);

/** First and last token (half-open) of the noun phrase that `head` heads, without clauses, appositions and conjuncts. */
export function phraseOf(tree: Tree, head: number): { first: number; last: number } {
  let first = head;
  let last = head + 1;
  const visit = (node: number, depth: number) => {
    for (const child of tree.children[node]!) {
      if (node === head && OUTSIDE.has(tree.relation[child]!)) continue;
      if (node === head && tree.relation[child] === "case") {
        if (child < head) continue;
      }
      if (child < first) first = child;
      if (child + 1 > last) last = child + 1;
      if (depth < 12) visit(child, depth + 1);
    }
  };
  visit(head, 0);
  return { first, last };
}

/** Steps up from `node` to `ancestor`, or -1 where it lies elsewhere; verbs on the way end the climb when `overVerbs` is false. */
export function stepsUp(tree: Tree, node: number, ancestor: number, overVerbs: boolean): number {
  let at = node;
  for (let steps = 0; steps < 12; steps++) {
    if (at === ancestor) return steps;
    if (steps > 0 && !overVerbs && tree.tokens[at]!.upos === "VERB") return -1;
    at = tree.tokens[at]!.head;
    if (at < 0) return -1;
  }
  return -1;
}
