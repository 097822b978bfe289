/**
 * All readings of a sentence: for every trigger word the frame that fits best.
 *
 * In: a tree and the rule index. Out: readings, best frame of each trigger, with
 * the frames that matched and lost. Modality, parties and the choice among
 * triggers are left to src/coding/modality and src/coding/mentions.
 */

import type { Cues } from "../rules/cues.ts";
import type { TriggerPos } from "../rules/pattern.ts";
import type { CompiledRule, IndexedFrame, RuleIndex } from "../rules/rule-index.ts";
import { childWith, type Tree } from "../tree/tree.ts";
import {
  type FrameMatch,
  matchFrame,
  type PartyTest,
  type TriggerView,
  viewAdjective,
  viewModal,
  viewNoun,
  viewVerb,
  viewWords,
} from "./match-frame.ts";

/** The best frame of a trigger and those that matched and lost. */
export interface Reading {
  readonly best: FrameMatch;
  readonly losers: readonly CompiledRule[];
}

/** Most readings that one sentence may have: keeps long lists linear. */
const MOST_READINGS = 48;

/** The readings of a sentence in order of its words. */
export function readSentence(
  tree: Tree,
  index: RuleIndex,
  cues: Cues,
  parties: PartyTest,
): readonly Reading[] {
  const readings: Reading[] = [];
  const fragment = isFragment(tree);
  for (let at = 0; at < tree.tokens.length && readings.length < MOST_READINGS; at++) {
    const frames = index.byForm.get(tree.lower[at]!);
    if (frames === undefined) continue;
    const reading = readTrigger(tree, at, frames, fragment, cues, parties);
    if (reading !== null) readings.push(reading);
  }
  return readings;
}

function readTrigger(
  tree: Tree,
  at: number,
  frames: readonly IndexedFrame[],
  fragment: boolean,
  cues: Cues,
  parties: PartyTest,
): Reading | null {
  const loose = fragment && looksVerbal(tree, at);
  const views: Partial<Record<TriggerPos, TriggerView>> = {};
  let best: FrameMatch | null = null;
  const matched: CompiledRule[] = [];
  for (const indexed of frames) {
    const { pos } = indexed.frame;
    const asWords = pos === "v" && !hasArguments(tree, at) && (loose || mistaken(tree, at, indexed));
    if (!asWords && !posFits(tree, at, pos, cues)) continue;
    views[pos] ??= viewOf(tree, at, pos, asWords, cues);
    const match = matchFrame(tree, views[pos], indexed, cues, parties);
    if (match === null) continue;
    if (!matched.includes(indexed.compiled)) matched.push(indexed.compiled);
    if (best === null || match.score > best.score) best = match;
  }
  if (best === null) return null;
  const winner = best.indexed.compiled;
  return { best, losers: matched.filter((compiled) => compiled !== winner) };
}

function viewOf(tree: Tree, at: number, pos: TriggerPos, asWords: boolean, cues: Cues): TriggerView {
  if (asWords) return viewWords(tree, at);
  if (pos === "n") return viewNoun(tree, at, cues);
  if (pos === "a") return viewAdjective(tree, at, cues);
  return pos === "x" ? viewModal(tree, at, cues) : viewVerb(tree, at, cues);
}

/** True when the tree has no clause at its top: a headline, or a sentence that the parser took for a noun phrase. */
function isFragment(tree: Tree): boolean {
  const root = tree.tokens.find((token) => token.head === -1);
  if (root === undefined || root.upos === "VERB" || root.upos === "AUX" || root.upos === "ADJ") return false;
  return childWith(tree, root.index, "cop") < 0;
}

/** True when the token of a fragment can be a verb that was taken for a noun or a participle: something that can be its subject stands before it. */
function looksVerbal(tree: Tree, at: number): boolean {
  const before = tree.tokens[at - 1];
  const { xpos } = tree.tokens[at]!;
  return (
    before !== undefined &&
    xpos !== "VBG" &&
    !tellsWhatWasDone(tree, at) &&
    (before.upos === "PROPN" || before.upos === "NOUN" || (before.upos === "ADJ" && at === 1))
  );
}

/** True for a past participle without an object under the noun before it in a headline ("Two monks arrested in Lhasa"). */
function tellsWhatWasDone(tree: Tree, at: number): boolean {
  const { xpos, deprel, head } = tree.tokens[at]!;
  if (xpos !== "VBN" || deprel !== "acl" || head !== at - 1 || childWith(tree, at, "obj") >= 0) return false;
  if (tree.tokens.at(-1)!.upos === "PUNCT") return false;
  const next = tree.tokens[at + 1];
  return next === undefined || next.upos === "ADP" || next.upos === "SCONJ" || next.upos === "PUNCT";
}

/** True for the noun behind a light verb that was tagged as a verb ("carried out strikes"). */
function objectTakenForVerb(tree: Tree, at: number, cues: Cues): boolean {
  const { upos, xpos, head } = tree.tokens[at]!;
  if (upos !== "VERB" || xpos !== "VBZ" || head < 0 || head > at) return false;
  const relation = tree.relation[at];
  return (relation === "xcomp" || relation === "ccomp") && cues.lightVerbs.has(tree.tokens[head]!.lemma);
}

/** True when the form can only be a verb's and the tagger took it for something else ("overran" as a preposition). */
function mistaken(tree: Tree, at: number, indexed: IndexedFrame): boolean {
  const { upos, xpos, deprel } = tree.tokens[at]!;
  if (at === 0) return false;
  if (upos === "VERB") return deprel === "amod" && xpos === "VBN" && tree.tokens[at - 1]!.upos === "PROPN";
  if (upos === "AUX" || upos === "ADJ") return false;
  const form = tree.lower[at]!;
  return form !== indexed.head && !form.endsWith("s") && !form.endsWith("ing");
}

/** True for what is no verb by its tag and has an object in the tree: a noun ("guard rescues 90 migrants"), or
 * anything with a subject too ("rebels set a mill on fire"). */
function isVerbMistagged(tree: Tree, at: number): boolean {
  return tree.tokens[at]!.upos === "NOUN" ? childWith(tree, at, "obj") >= 0 : hasArguments(tree, at);
}

/** True for what has a subject and an object in the tree. */
function hasArguments(tree: Tree, at: number): boolean {
  return childWith(tree, at, "nsubj") >= 0 && childWith(tree, at, "obj") >= 0;
}

/** True for a modal before its subject, which is a condition or a question ("Should Kenya ask, …"). */
function opensClause(tree: Tree, at: number): boolean {
  const clause = tree.tokens[at]!.head;
  if (clause < 0) return false;
  const subject = childWith(tree, clause, "nsubj");
  return subject > at;
}

/** True when the token can be this part of speech; without tags anything can be anything. */
function posFits(tree: Tree, at: number, pos: TriggerPos, cues: Cues): boolean {
  const { upos, xpos, deprel } = tree.tokens[at]!;
  if (tree.sentence.depth === "words") return true;
  if (pos === "v") {
    if (upos === "VERB" && deprel !== "amod") return true;
    return isVerbMistagged(tree, at) || (upos === "AUX" && deprel !== "aux" && deprel !== "cop");
  }
  if (pos === "n") return upos === "NOUN" || upos === "PROPN" || objectTakenForVerb(tree, at, cues);
  if (pos === "x") return upos === "AUX" && !opensClause(tree, at);
  return upos === "ADJ" || xpos === "VBN" || upos === "ADV";
}
