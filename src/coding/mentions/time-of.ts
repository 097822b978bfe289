/**
 * The time expression that dates an event.
 *
 * In: a tree, the clause that carries the event, the times of the sentence. Out:
 * the nearest time that hangs on that clause or on one that it stands under
 * without a subject of its own ("last week he signed a bill punishing …").
 */
import { stepsUp, type Tree } from "../tree/tree.ts";
import type { TimeExpression } from "../types.ts";

/** Rules whose time is the day of the clause behind it ("one week after he spoke, …"). */
const OF_NEXT_CLAUSE = /^dates\/after-clause/;

/** Farther than any time that counts. */
const NEVER = 99;

/** The time that hangs on the clause, nearest in the tree; `not` is a clause whose own times do not count. */
export function timeAt(
  tree: Tree,
  clause: number,
  times: readonly TimeExpression[],
  not: number,
  eventPrepositions: ReadonlySet<string>,
): TimeExpression | null {
  const surely = (token: number, at: number, time: TimeExpression) =>
    !ofOtherEvent(tree, token, at, time, eventPrepositions);
  let best: TimeExpression | null = null;
  let least = NEVER;
  for (const time of times) {
    if (time.day === null) continue;
    const token = tree.tokens.findLast((one) => one.start < time.end && one.end > time.start);
    if (token === undefined) continue;
    const steps = OF_NEXT_CLAUSE.test(time.rule ?? "")
      ? below(tree, clause, nextVerb(tree, time))
      : distance(tree, token.index, clause, not, (at) => surely(token.index, at, time));
    if (steps < least) [best, least] = [time, steps];
  }
  return best;
}

/** The first verb behind the time: that of the clause that it opens. */
function nextVerb(tree: Tree, time: TimeExpression): number {
  return tree.tokens.findIndex((one) => one.start >= time.end && one.upos === "VERB");
}

/** Steps from a clause up to the verb that the time is bound to. */
function below(tree: Tree, clause: number, verb: number): number {
  if (verb < 0) return NEVER;
  let at = clause;
  for (let steps = 0; steps < 5 && at >= 0; steps++) {
    if (at === verb) return steps;
    const relation = tree.relation[at];
    if (relation !== "ccomp" && relation !== "xcomp" && relation !== "conj") return NEVER;
    at = tree.tokens[at]!.head;
  }
  return NEVER;
}

/** Relations of a time that only tells which thing is meant ("the 2016 elections"). */
const MODIFIERS = new Set(["nummod", "compound", "amod", "nmod:poss"]);

/** Steps from a time to the clause: up through phrases, then (dearer) over verbs, then to the verb that it is joined
 * to or that it stands under; 99 where it hangs elsewhere. */
function distance(
  tree: Tree,
  token: number,
  clause: number,
  not: number,
  isOwn: (clause: number) => boolean,
): number {
  if (MODIFIERS.has(tree.relation[token]!) && tree.tokens[token]!.head !== clause) return NEVER;
  const direct = stepsUp(tree, token, clause, false);
  if (direct >= 0) return isOwn(clause) ? direct : NEVER;
  const over = stepsUp(tree, token, clause, true);
  if (over >= 0) return insideClause(tree, token, clause) ? NEVER : over + 6;
  let at = clause;
  for (let up = 1; up < 4; up++) {
    at = verbAbove(tree, at);
    if (at < 0 || at === not) return NEVER;
    const outer = stepsUp(tree, token, at, false);
    if (outer >= 0 && isOwn(at)) return outer + 10 * up;
  }
  return NEVER;
}

/** The verb that a clause shares its time with; -1 for none. A clause about a noun is dated by the verb over the noun
 * where it has no tense of its own or tells what holds ("signed a law that bans …"). */
function verbAbove(tree: Tree, clause: number): number {
  const relation = tree.relation[clause];
  const { head, deprel, xpos } = tree.tokens[clause]!;
  if (relation === "conj" || relation === "xcomp" || relation === "advcl") return head;
  if (relation !== "acl" || head < 0) return -1;
  const tenseless = deprel !== "acl:relcl" && xpos !== "VBN";
  if (!tenseless && xpos !== "VBZ" && xpos !== "VBP") return tree.tokens[head]!.upos === "VERB" ? head : -1;
  let at = head;
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    if (tree.tokens[at]!.upos === "VERB") return at;
    at = tree.tokens[at]!.head;
  }
  return -1;
}

/** True when a clause about a noun, or one that is said, lies between the time and the clause: the time is its own. */
function insideClause(tree: Tree, token: number, clause: number): boolean {
  for (let at = token, steps = 0; at !== clause && at >= 0 && steps < 12; steps++) {
    const relation = tree.relation[at];
    if (at !== token && (relation === "acl" || relation === "ccomp") && tree.tokens[at]!.upos === "VERB")
      return true;
    at = tree.tokens[at]!.head;
  }
  return false;
}

/** True when the time tells of another event named by a noun behind a preposition of time ("after two tests in July"). */
function ofOtherEvent(
  tree: Tree,
  token: number,
  clause: number,
  time: TimeExpression,
  eventPrepositions: ReadonlySet<string>,
): boolean {
  let at = tree.tokens[token]!.head;
  for (let steps = 0; at >= 0 && at !== clause && steps < 8; steps++) {
    const { start, head } = tree.tokens[at]!;
    const outside = start < time.start || start >= time.end;
    if (outside && tree.children[at]!.some((child) => eventPrepositions.has(tree.lower[child]!))) return true;
    at = head;
  }
  return false;
}
