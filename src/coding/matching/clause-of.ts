/**
 * The verb that carries tense, negation and doer for a noun that names an act.
 *
 * In: a tree and a noun. Out: the light verb over it ("launched" of "launched an
 * attack"), or the verb whose subject it is ("talks took place"), or the noun.
 */
import { type ArgumentCues, isPassive, logicalSubject } from "../tree/arguments.ts";
import { childWith, standsBehind, type Tree } from "../tree/tree.ts";

export interface NounClause {
  /** Token that carries tense and negation. */
  readonly clause: number;
  /** Doer by way of a light verb; -1 where there is none. */
  readonly doer: number;
  readonly light: boolean;
}

export interface ClauseCues extends ArgumentCues {
  readonly lightVerbs: ReadonlySet<string>;
  /** Verbs that say that something happens ("take place", "begin"). */
  readonly happenVerbs: ReadonlySet<string>;
  readonly lightPrepositions: ReadonlySet<string>;
  /** Nouns that say only that an act is going on ("effort", "campaign"). */
  readonly carriers: ReadonlySet<string>;
  readonly containers: ReadonlySet<string>;
}

/** What carries the noun's clause. */
export function clauseOfNoun(tree: Tree, noun: number, cues: ClauseCues): NounClause {
  const alone = { clause: noun, doer: -1, light: false };
  let at = carrierOf(tree, noun, cues);
  for (let steps = 0; steps < 4; steps++) {
    const { head } = tree.tokens[at]!;
    if (head < 0) return alone;
    const relation = tree.relation[at];
    const governor = tree.tokens[head]!;
    if (
      relation === "conj" ||
      ((relation === "nmod" || relation === "compound") && holds(governor.lemma, cues))
    ) {
      at = head;
      continue;
    }
    if (governor.upos !== "VERB" && governor.upos !== "AUX") return alone;
    const subject = relation === "nsubj";
    if (subject && !isPassive(tree, head, cues)) {
      return cues.happenVerbs.has(governor.lemma) ? { clause: head, doer: -1, light: false } : alone;
    }
    const misread = (relation === "xcomp" || relation === "ccomp") && tree.tokens[at]!.upos === "VERB";
    if (relation !== "obj" && !subject && !misread && !(relation === "obl" && behindLight(tree, at, cues)))
      return alone;
    if (!cues.lightVerbs.has(governor.lemma)) return alone;
    const doer = logicalSubject(tree, head, cues);
    return { clause: head, doer: doer === null ? -1 : doer.head, light: true };
  }
  return alone;
}

/** True for a word of measure or of time: "a series of talks", "ten days of talks" are talks. */
function holds(lemma: string, cues: ClauseCues): boolean {
  return cues.containers.has(lemma) || cues.timeNouns.has(lemma);
}

/** The noun that heads the compound in which the noun only tells the kind ("a mediation effort"), or the noun. */
export function carrierOf(tree: Tree, noun: number, cues: ClauseCues): number {
  const { head } = tree.tokens[noun]!;
  if (head < 0 || tree.relation[noun] !== "compound") return noun;
  return cues.carriers.has(tree.tokens[head]!.lemma) ? head : noun;
}

/** True for "engaged in talks", "came under attack": the preposition only joins noun and light verb. */
function behindLight(tree: Tree, noun: number, cues: ClauseCues): boolean {
  const mark = childWith(tree, noun, "case");
  return mark >= 0 && cues.lightPrepositions.has(tree.lower[mark]!);
}

/** The verb that the noun is subject or object of, or the noun: prepositions behind that verb may be the noun's. */
export function verbOver(tree: Tree, noun: number): number {
  const { head } = tree.tokens[noun]!;
  const relation = tree.relation[noun];
  if (head < 0 || tree.tokens[head]!.upos !== "VERB") return noun;
  return relation === "nsubj" || relation === "obj" ? head : noun;
}

/** The doer that the noun itself names: possessor, "by …", a name or adjective before it ("Russian attack"), or who
 * made it in a participle behind it ("a strike called by the unions"). */
export function doerOfNoun(tree: Tree, noun: number, cues: ClauseCues): number {
  const { agent } = cues;
  let modifier = -1;
  for (const child of tree.children[noun]!) {
    const { deprel, upos } = tree.tokens[child]!;
    if (deprel === "nmod:poss") return child;
    if (tree.relation[child] === "nmod" && standsBehind(tree, child, agent)) return child;
    if (
      child < noun &&
      (tree.relation[child] === "compound" ||
        tree.relation[child] === "amod" ||
        tree.relation[child] === "nmod")
    ) {
      // The first word of a sentence has a capital in any case: whether it names an actor is seen later.
      const capital = tree.tokens[child]!.form.charAt(0);
      if (upos === "PROPN" || capital !== capital.toLowerCase()) modifier = modifier < 0 ? child : modifier;
    }
    if (child > noun && tree.relation[child] === "acl" && cues.lightVerbs.has(tree.tokens[child]!.lemma)) {
      const maker = tree.children[child]!.find(
        (one) => tree.relation[one] === "obl" && standsBehind(tree, one, agent),
      );
      if (maker !== undefined) return maker;
    }
  }
  return modifier;
}
