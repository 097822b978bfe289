/**
 * What single words over a clause make of it: the noun or verb that says, plans, asks,
 * doubts or denies it, also where the parser hung the clause on a neighbour.
 *
 * In: a tree and two of its tokens. Out: the link between them, or null.
 */
import type { ClauseEffect } from "../../knowledge/coding-knowledge.ts";
import type { Reading } from "../matching/read-sentence.ts";
import type { Cues } from "../rules/cues.ts";
import type { RuleIndex } from "../rules/rule-index.ts";
import { isPassive } from "../tree/arguments.ts";
import { childWith, type Tree } from "../tree/tree.ts";

export interface Link {
  /** The governing token. */
  readonly index: number;
  readonly takes: ClauseEffect;
  /** The event reading of the governing token, where its rule takes content. */
  readonly reading: Reading | null;
}

/** What keeps the words below a noun from being told as done. */
const DISTANT: ReadonlySet<ClauseEffect> = new Set<ClauseEffect>(["denial", "doubt", "hope"]);

/** What takes a clause that the parser hung on a noun as a relative one: the noun ("the denial that it had …"), or
 * the verb over a noun of time ("denied at the time that it had …"). */
export function contentHead(tree: Tree, clause: number, index: RuleIndex, cues: Cues): Link | null {
  const first = tree.children[clause]![0];
  if (first === undefined || first > clause || !cues.contentMarks.has(tree.lower[first]!)) return null;
  const noun = tree.tokens[clause]!.head;
  const own = plainGovernor(tree, noun, index);
  if (own?.takes === "accusation") return doubtAround(tree, noun, clause, index, cues);
  if (own !== null) return DISTANT.has(own.takes) ? own : null;
  if (!cues.timeNouns.has(tree.lower[noun]!) || tree.relation[noun] !== "obl") return null;
  const over = plainGovernor(tree, tree.tokens[noun]!.head, index);
  return over?.takes === "denial" || over?.takes === "doubt" ? over : null;
}

/** The doubt, hope or denial over a clause with "that" which stands in the subject of its verb ("doubts remain that …"),
 * or in the verb over a noun for words ("reports that … were denied"). */
export function doubtAround(
  tree: Tree,
  head: number,
  clause: number,
  index: RuleIndex,
  cues: Cues,
): Link | null {
  const mark = childWith(tree, clause, "mark");
  if (mark < 0 || !cues.contentMarks.has(tree.lower[mark]!)) return null;
  const { upos, head: over } = tree.tokens[head]!;
  const subject = upos === "VERB" ? childWith(tree, head, "nsubj") : -1;
  if (subject >= 0 && tree.tokens[subject]!.upos === "NOUN") {
    const own = plainGovernor(tree, subject, index);
    if (own?.takes === "doubt" || own?.takes === "denial") return { ...own, index: head };
  }
  if (upos !== "NOUN" || over < 0 || plainGovernor(tree, head, index)?.takes !== "accusation") return null;
  const relation = tree.relation[head];
  if (relation !== "obj" && !(relation === "nsubj" && isPassive(tree, over, cues))) return null;
  const verb = plainGovernor(tree, over, index);
  if (cues.rebuttingVerbs.has(tree.tokens[over]!.lemma))
    return { index: over, takes: "denial", reading: null };
  return verb?.takes === "denial" ? verb : null;
}

/** The noun whose topic the clause is although it hangs on the verb: "made no decision on sending missiles". */
export function topicOf(tree: Tree, verb: number, clause: number, index: RuleIndex, cues: Cues): Link | null {
  if (!isTopic(tree, clause, cues)) return null;
  for (const relation of ["obj", "nsubj"]) {
    const noun = childWith(tree, verb, relation);
    const link = noun < 0 || tree.tokens[noun]!.upos !== "NOUN" ? null : plainGovernor(tree, noun, index);
    if (link !== null) return link;
  }
  const own = plainGovernor(tree, verb, index);
  return own?.takes === "report" ? { ...own, takes: "doubt" } : null;
}

/** "On sending missiles": what is talked or thought about, not what is done. */
export function isTopic(tree: Tree, clause: number, cues: Cues): boolean {
  const mark = childWith(tree, clause, "mark");
  return mark >= 0 && tree.tokens[clause]!.xpos === "VBG" && cues.topicMarks.has(tree.lower[mark]!);
}

/** What one wishes to do oneself is planned, what one wishes of others only hoped. */
export function wished(tree: Tree, link: Link, clause: number): Link {
  if (link.takes !== "wish") return link;
  const own = tree.relation[clause] === "xcomp" && childWith(tree, link.index, "obj") < 0;
  return { ...link, takes: own ? "wish" : "hope" };
}

/** "Stopped selling" ends an act, "stopped Iran from selling" hinders one, "stopped to sell" does neither. */
export function ending(tree: Tree, link: Link, clause: number): Link {
  if (link.takes !== "end") return link;
  if (childWith(tree, link.index, "obj") >= 0) return { ...link, takes: "denial" };
  return tree.tokens[clause]!.xpos === "VBG" ? link : { ...link, takes: "pass" };
}

/** True for a modal of obligation over this clause whose speaker is known. */
export function takesContent(reading: Reading | undefined, clause: number): boolean {
  return (
    reading !== undefined &&
    reading.best.indexed.frame.pos === "x" &&
    reading.best.clause === clause &&
    reading.best.actor >= 0
  );
}

export function linkAt(
  tree: Tree,
  head: number,
  below: number,
  readings: ReadonlyMap<number, Reading>,
  index: RuleIndex,
): Link | null {
  const reading = readings.get(head);
  const takes = reading?.best.indexed.compiled.rule.takes;
  if (reading !== undefined && takes !== undefined && below !== reading.best.actor)
    return { index: head, takes, reading };
  return plainGovernor(tree, head, index);
}

/** The governor that the token is without being an event. */
export function plainGovernor(tree: Tree, head: number, index: RuleIndex): Link | null {
  const { lemma, upos } = tree.tokens[head]!;
  const pos = upos === "VERB" || upos === "AUX" ? "v" : upos === "ADJ" ? "a" : "n";
  const particle = tree.tokens.find((token) => token.head === head && token.deprel === "compound:prt");
  const word = lemma.toLowerCase();
  const joined = particle === undefined ? word : `${word}_${tree.lower[particle.index]!}`;
  const governor = index.governors.get(joined)?.find((entry) => entry.pos === pos);
  return governor === undefined ? null : { index: head, takes: governor.takes, reading: null };
}
