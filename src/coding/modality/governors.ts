/**
 * The clauses over a clause: who says, plans, asks, denies it.
 *
 * In: a tree, the token that carries the clause of an act, the readings of the
 * sentence. Out: the governing words from the inside out, each with what it makes
 * of the act. What follows from them is decided in factuality.ts.
 */
import type { Reading } from "../matching/read-sentence.ts";
import type { Cues } from "../rules/cues.ts";
import type { RuleIndex } from "../rules/rule-index.ts";
import { isPassive } from "../tree/arguments.ts";
import { childWith, type Tree } from "../tree/tree.ts";
import {
  contentHead,
  doubtAround,
  ending,
  isTopic,
  type Link,
  linkAt,
  plainGovernor,
  takesContent,
  topicOf,
  wished,
} from "./governor-links.ts";
import { isHeadlineFuture } from "./markers.ts";

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
      const topic = topicOf(tree, head, at, index, cues);
      if (topic !== null) {
        links.push(topic);
        break;
      }
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
      else if (isTopic(tree, at, cues)) links.push({ index: head, takes: "doubt", reading: null });
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
