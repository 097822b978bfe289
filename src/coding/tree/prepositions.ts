/**
 * Noun phrases behind prepositions within reach of a trigger.
 *
 * In: a tree and a trigger. Out: preposition, head of its phrase, and how close
 * it hangs to the trigger in the tree (attachment of prepositions is what parsers
 * get wrong most, so a near one counts even when it hangs elsewhere).
 */
import { stepsUp, type Tree } from "./tree.ts";

export interface Prepositional {
  readonly preposition: string;
  readonly head: number;
  /** 0 (merely near) to 3 (hangs on the trigger). */
  readonly closeness: number;
}

const REACH = 30;
const NEAR = 5;

/** Prepositional phrases within reach of the trigger, nearest in the tree first. `clause` is the verb over a noun trigger, or the trigger. */
export function prepositionsNear(tree: Tree, trigger: number, clause: number): readonly Prepositional[] {
  const found: Prepositional[] = [];
  const { tokens } = tree;
  const last = Math.min(tokens.length, trigger + REACH);
  for (let at = Math.max(0, Math.min(trigger, clause) - REACH); at < last; at++) {
    const token = tokens[at]!;
    if (at === trigger || (token.upos !== "ADP" && token.upos !== "SCONJ")) continue;
    const relation = tree.relation[at];
    if (tree.parsed && relation !== "case" && relation !== "mark") continue;
    const head = tree.parsed ? token.head : nextNoun(tree, at);
    if (head < 0 || head === trigger || head < at) continue;
    if (relation === "mark" && tokens[head]!.upos === "VERB") continue;
    const closeness = closenessOf(tree, head, at, trigger, clause);
    if (closeness > 0) found.push({ preposition: preposition(tree, at), head, closeness });
  }
  return found.sort(
    (a, b) => b.closeness - a.closeness || Math.abs(a.head - trigger) - Math.abs(b.head - trigger),
  );
}

function closenessOf(tree: Tree, head: number, at: number, trigger: number, clause: number): number {
  if (tree.parsed) {
    const steps = stepsUp(tree, head, trigger, false);
    if (steps === 1) return 3;
    if (steps > 1) return at > trigger ? Math.max(1, 3 - steps * 0.5) : 0;
    const outer = clause === trigger ? -1 : stepsUp(tree, head, clause, false);
    if (outer === 1) return 2.4;
    if (outer > 1 && at > trigger) return 1;
  }
  if (at < trigger || at > trigger + NEAR) return 0;
  for (let between = trigger + 1; between < at; between++) {
    const { upos } = tree.tokens[between]!;
    if (upos === "VERB" || upos === "PUNCT" || upos === "AUX") return 0;
  }
  return 0.5;
}

/** The preposition with the word that makes it one with the next ("because_of", "ahead_of" count by their last). */
function preposition(tree: Tree, at: number): string {
  return tree.lower[at]!;
}

/** True for what may stand between a verb and its object's noun, "at least" and "up to 40" among them. */
function beforeNoun(tree: Tree, index: number): boolean {
  const { upos } = tree.tokens[index]!;
  if (upos === "DET" || upos === "ADJ" || upos === "NUM" || upos === "ADV") return true;
  const next = tree.tokens[index + 1];
  return (
    upos === "ADP" &&
    next !== undefined &&
    (next.upos === "NUM" || next.xpos === "JJS" || next.xpos === "RBS")
  );
}

/** Without a tree: last word of the first run of nouns behind `at`, or -1. */
export function nextNoun(tree: Tree, at: number): number {
  let best = -1;
  for (let index = at + 1; index < Math.min(tree.tokens.length, at + 8); index++) {
    const { upos } = tree.tokens[index]!;
    if (upos === "NOUN" || upos === "PROPN" || upos === "PRON") best = index;
    else if (best >= 0) break;
    else if (!beforeNoun(tree, index)) break;
  }
  return best;
}
