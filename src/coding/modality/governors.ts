/**
 * The clauses over a clause: who says, plans, asks, denies it.
 *
 * In: a tree, the token that carries the clause of an act, the readings of the
 * sentence. Out: the governing words from the inside out, each with what it makes
 * of the act. What follows from them is decided in factuality.ts.
 */
import type { ClauseEffect } from "../../knowledge/coding-knowledge.ts";
import type { Reading } from "../matching/read-sentence.ts";
import type { Cues } from "../rules/cues.ts";
import type { RuleIndex } from "../rules/rule-index.ts";
import { isPassive } from "../tree/arguments.ts";
import { childWith, type Tree } from "../tree/tree.ts";
import { isHeadlineFuture } from "./markers.ts";

export interface Link {
  /** The governing token. */
  readonly index: number;
  readonly takes: ClauseEffect;
  /** The event reading of the governing token, where its rule takes content. */
  readonly reading: Reading | null;
}

export interface Chain {
  readonly links: readonly Link[];
  /** An "if" stands over the act or one of the clauses over it. */
  readonly conditional: boolean;
  /** The act is the purpose of another ("sent troops to fight"). */
  readonly purpose: boolean;
  /** The act is told in a relative clause or a participle behind a noun. */
  readonly relative: boolean;
  /** The act is told in a clause of time, cause or manner beside another. */
  readonly adverbial: boolean;
}

const CLAUSAL = new Set(["xcomp", "ccomp", "csubj", "parataxis"]);
const NOMINAL = new Set(["obj", "obl", "nmod", "iobj"]);

/** The governors over the act, innermost first. */
export function governorsOf(
  tree: Tree,
  trigger: number,
  clause: number,
  readings: ReadonlyMap<number, Reading>,
  index: RuleIndex,
  cues: Cues,
): Chain {
  const links: Link[] = [];
  let conditional = false;
  let purpose = false;
  let relative = false;
  let adverbial = false;
  let at = clause;
  if (clause !== trigger) {
    const own = plainGovernor(tree, clause, index);
    if (own !== null && own.takes !== "report") links.push(own);
  }
  for (let steps = 0; steps < 10; steps++) {
    const { head, deprel } = tree.tokens[at]!;
    const modal = tree.children[at]!.find(
      (child) => child !== trigger && takesContent(readings.get(child), at),
    );
    if (modal !== undefined) links.push({ index: modal, takes: "request", reading: readings.get(modal)! });
    if (head < 0) break;
    const relation = tree.relation[at]!;
    if (relation === "conj") {
      at = head;
      continue;
    }
    if (deprel === "acl:relcl") {
      const over = contentHead(tree, at, index, cues);
      if (over === null) {
        relative = true;
        break;
      }
      links.push(over);
      at = over.index;
      continue;
    }
    if (relation === "advcl") {
      const mark = childWith(tree, at, "mark");
      if (mark >= 0 && cues.conditionalMarks.has(tree.lower[mark]!)) conditional = true;
      const link = linkAt(tree, head, at, readings, index);
      const infinitive = tree.children[at]!.some(
        (c) => tree.relation[c] === "mark" && tree.tokens[c]!.upos === "PART",
      );
      const controlled = mark >= 0 && cues.objectControlMarks.has(tree.lower[mark]!);
      if (link !== null && (infinitive || controlled)) links.push(ending(tree, link, at));
      else if (infinitive) purpose = true;
      else {
        adverbial = true;
        break;
      }
    } else if (CLAUSAL.has(relation) || relation === "acl") {
      const link = linkAt(tree, head, at, readings, index);
      if (relation === "ccomp" && head === 0 && cues.conditionalMarks.has(tree.lower[head]!)) {
        conditional = true;
        break;
      }
      if (relation === "acl" && isHeadlineFuture(tree, at)) break;
      const doubted =
        relation === "ccomp" || relation === "acl" ? doubtAround(tree, head, at, index, cues) : null;
      if (doubted !== null) {
        links.push(doubted);
        at = doubted.index;
        continue;
      }
      if (relation === "xcomp" && cues.goingForms.has(tree.lower[head]!))
        links.push({ index: head, takes: "plan", reading: null });
      else if (link !== null) links.push(ending(tree, wished(tree, link, at), at));
      else if (tree.tokens[at]!.deprel.startsWith("csubj"))
        links.push({ index: head, takes: "pass", reading: null });
      else if (relation === "acl") {
        relative = true;
        purpose = tree.children[at]!.some((c) => tree.tokens[c]!.upos === "PART");
        break;
      } else if (relation === "xcomp" && tree.tokens[head]!.upos === "ADJ") {
        links.push({ index: head, takes: "doubt", reading: null });
      } else if (relation === "xcomp" && tree.tokens[head]!.upos === "VERB" && at > head)
        links.push({ index: head, takes: "hope", reading: null });
    } else if (NOMINAL.has(relation) || (relation === "nsubj" && isPassive(tree, head, cues))) {
      const link = linkAt(tree, head, at, readings, index);
      if (link === null) {
        if (!cues.containers.has(tree.tokens[head]!.lemma)) break;
      } else if (link.takes === "end") links.push({ ...link, takes: "pass" });
      else if (link.reading !== null || link.takes !== "report") links.push(link);
      else break;
    } else break;
    at = head;
  }
  return { links, conditional, purpose, relative, adverbial };
}

/** What takes a clause that the parser hung on a noun as a relative one: the noun ("the denial that it had …"), or
 * the verb over a noun of time ("denied at the time that it had …"). */
function contentHead(tree: Tree, clause: number, index: RuleIndex, cues: Cues): Link | null {
  const first = tree.children[clause]![0];
  if (first === undefined || first > clause || !cues.contentMarks.has(tree.lower[first]!)) return null;
  const noun = tree.tokens[clause]!.head;
  const own = plainGovernor(tree, noun, index);
  if (own?.takes === "accusation") return doubtAround(tree, noun, clause, index, cues);
  if (own !== null) return own.takes === "denial" || own.takes === "doubt" ? own : null;
  if (!cues.timeNouns.has(tree.lower[noun]!) || tree.relation[noun] !== "obl") return null;
  const over = plainGovernor(tree, tree.tokens[noun]!.head, index);
  return over?.takes === "denial" || over?.takes === "doubt" ? over : null;
}

/** The doubt, hope or denial over a clause with "that" which stands in the subject of its verb ("doubts remain that …"),
 * or in the verb over a noun for words ("reports that … were denied"). */
function doubtAround(tree: Tree, head: number, clause: number, index: RuleIndex, cues: Cues): Link | null {
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

/** What one wishes to do oneself is planned, what one wishes of others only hoped. */
function wished(tree: Tree, link: Link, clause: number): Link {
  if (link.takes !== "wish") return link;
  const own = tree.relation[clause] === "xcomp" && childWith(tree, link.index, "obj") < 0;
  return { ...link, takes: own ? "wish" : "hope" };
}

/** "Stopped selling" ends an act, "stopped Iran from selling" hinders one, "stopped to sell" does neither. */
function ending(tree: Tree, link: Link, clause: number): Link {
  if (link.takes !== "end") return link;
  if (childWith(tree, link.index, "obj") >= 0) return { ...link, takes: "denial" };
  return tree.tokens[clause]!.xpos === "VBG" ? link : { ...link, takes: "pass" };
}

/** True for a modal of obligation over this clause whose speaker is known. */
function takesContent(reading: Reading | undefined, clause: number): boolean {
  return (
    reading !== undefined &&
    reading.best.indexed.frame.pos === "x" &&
    reading.best.clause === clause &&
    reading.best.actor >= 0
  );
}

function linkAt(
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
function plainGovernor(tree: Tree, head: number, index: RuleIndex): Link | null {
  const { lemma, upos } = tree.tokens[head]!;
  const pos = upos === "VERB" || upos === "AUX" ? "v" : upos === "ADJ" ? "a" : "n";
  const particle = tree.tokens.find((token) => token.head === head && token.deprel === "compound:prt");
  const word = lemma.toLowerCase();
  const joined = particle === undefined ? word : `${word}_${tree.lower[particle.index]!}`;
  const governor = index.governors.get(joined)?.find((entry) => entry.pos === pos);
  return governor === undefined ? null : { index: head, takes: governor.takes, reading: null };
}
