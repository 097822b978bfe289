/**
 * Who does it and to whom, as the tree says: logical subject and object of a verb.
 *
 * In: a tree and a verb (or a predicate noun or adjective). Out: heads of noun
 * phrases, through passives, joined verbs, control, relative clauses and
 * participles. Universal Dependencies 2, English guidelines. Prepositions are
 * left to prepositions.ts.
 */
import { childWith, isNominal, standsBehind, type Tree } from "./tree.ts";

/** An argument and how it was found: its own, inherited from a governing clause. */
export interface Argument {
  readonly head: number;
  readonly inherited: boolean;
}

/** Words that decide structure and are therefore data: see knowledge/lexicon/en/coding-cues.jsonl. */
export interface ArgumentCues {
  /** Marks before a participle whose doer is the object ("criticised X for bombing"). */
  readonly objectControlMarks: ReadonlySet<string>;
  /** Verbs whose infinitive is done by the subject although they have an object ("promised X to"). */
  readonly subjectControl: ReadonlySet<string>;
  /** Days, months and other words of time: no party and no object. */
  readonly timeNouns: ReadonlySet<string>;
  /** The preposition of the doer in a passive. */
  readonly agent: ReadonlySet<string>;
  /** Auxiliaries that make a passive of a past participle, and those that make a perfect. */
  readonly passiveAuxiliaries: ReadonlySet<string>;
  readonly perfectAuxiliaries: ReadonlySet<string>;
}

/** True when the verb stands in the passive, or is a participle that says what was done to its noun. Auxiliaries
 * count for more than labels, which parsers confuse. */
export function isPassive(tree: Tree, verb: number, cues: ArgumentCues): boolean {
  const token = tree.tokens[verb]!;
  if (token.xpos !== "VBN" && token.xpos !== "VBD") return false;
  let perfect = false;
  let object = false;
  let subject = false;
  let labelled = false;
  for (const child of tree.children[verb]!) {
    const relation = tree.relation[child];
    const word = tree.lower[child]!;
    if (relation === "aux" && child < verb) {
      if (cues.passiveAuxiliaries.has(word)) return true;
      if (cues.perfectAuxiliaries.has(word)) perfect = true;
    } else if (relation === "obj") object = true;
    else if (relation === "nsubj") {
      subject = true;
      if (tree.tokens[child]!.deprel === "nsubj:pass") labelled = true;
    }
  }
  if (perfect || token.xpos === "VBD")
    return token.xpos === "VBD" && token.deprel === "acl" && !perfect && !object;
  if (labelled || token.deprel === "acl" || token.deprel === "amod") return true;
  if (object) return false;
  // A headline leaves out the auxiliary; in a sentence with a stop the tag is mostly wrong ("handed" as VBN).
  if (subject) return token.head < 0 && tree.tokens.at(-1)!.upos !== "PUNCT";
  if (token.deprel === "advcl" || token.deprel === "root") return true;
  if (token.deprel === "conj" && token.head >= 0) return isPassive(tree, token.head, cues);
  return false;
}

/** The doer: grammatical subject, or the agent of a passive. */
export function logicalSubject(tree: Tree, verb: number, cues: ArgumentCues): Argument | null {
  if (!isPassive(tree, verb, cues)) return grammaticalSubject(tree, verb, cues, 0);
  for (const child of tree.children[verb]!) {
    if (tree.relation[child] !== "obl") continue;
    if (tree.tokens[child]!.deprel === "obl:agent") return { head: child, inherited: false };
    if (standsBehind(tree, child, cues.agent)) return { head: child, inherited: false };
  }
  const { head, deprel } = tree.tokens[verb]!;
  if (deprel === "conj" && head >= 0 && isPassive(tree, head, cues)) return logicalSubject(tree, head, cues);
  return null;
}

/** The one it is done to: direct object, or the subject of a passive. */
export function logicalObject(tree: Tree, verb: number, cues: ArgumentCues): Argument | null {
  if (isPassive(tree, verb, cues)) {
    const subject = grammaticalSubject(tree, verb, cues, 0);
    return subject;
  }
  const own = objectChild(tree, verb, cues);
  if (own >= 0) return { head: antecedent(tree, own, verb) ?? own, inherited: false };
  for (const child of tree.children[verb]!) {
    if (tree.relation[child] !== "conj" || tree.tokens[child]!.upos !== "VERB") continue;
    if (childWith(tree, child, "nsubj") >= 0 || childWith(tree, child, "mark") >= 0) continue;
    const shared = childWith(tree, child, "obj");
    if (shared >= 0 && onlyJoined(tree, verb, child)) return { head: shared, inherited: true };
  }
  const { head, deprel } = tree.tokens[verb]!;
  if (deprel === "acl:relcl" && childWith(tree, verb, "nsubj") >= 0 && head >= 0) {
    const subject = childWith(tree, verb, "nsubj");
    if (!isRelativePronoun(tree, subject)) return { head, inherited: true };
  }
  return null;
}

/** The direct object, words of time left aside ("rejected Thursday an appeal"), or -1. */
function objectChild(tree: Tree, verb: number, cues: ArgumentCues): number {
  for (const child of tree.children[verb]!) {
    if (tree.relation[child] === "obj" && !cues.timeNouns.has(tree.lower[child]!)) return child;
  }
  return tree.children[verb]!.find((child) => isBareOblique(tree, verb, child, cues)) ?? -1;
}

/** True for an object that the parser took for an adverbial: behind the verb, without preposition, no word of time. */
function isBareOblique(tree: Tree, verb: number, child: number, cues: ArgumentCues): boolean {
  const { deprel, upos } = tree.tokens[child]!;
  if (child < verb || deprel !== "obl" || (upos !== "NOUN" && upos !== "PROPN")) return false;
  if (cues.timeNouns.has(tree.lower[child]!) || cues.timeNouns.has(tree.tokens[child]!.lemma)) return false;
  return childWith(tree, child, "case") < 0 && childWith(tree, child, "mark") < 0;
}

/** True when only the joining word and adverbs lie between the two verbs ("arrested and later charged"). */
function onlyJoined(tree: Tree, first: number, second: number): boolean {
  for (let at = first + 1; at < second; at++) {
    const { upos } = tree.tokens[at]!;
    if (upos !== "CCONJ" && upos !== "ADV" && upos !== "PUNCT" && upos !== "VERB" && upos !== "AUX")
      return false;
  }
  return true;
}

/** The subject as the grammar has it, own or inherited. */
export function grammaticalSubject(
  tree: Tree,
  verb: number,
  cues: ArgumentCues,
  depth: number,
): Argument | null {
  if (depth > 6) return null;
  for (const child of tree.children[verb]!) {
    if (tree.relation[child] !== "nsubj") continue;
    return { head: antecedent(tree, child, verb) ?? child, inherited: depth > 0 };
  }
  const { head, deprel } = tree.tokens[verb]!;
  if (head < 0) return null;
  const relation = tree.relation[verb]!;
  const governor = tree.tokens[head]!;
  if (relation === "acl") {
    const infinitive = tree.children[verb]!.some((c) => tree.relation[c] === "mark");
    if (deprel === "acl" && infinitive)
      return isHeadlineSubject(tree, head, verb)
        ? { head, inherited: false }
        : ownerOf(tree, head, cues, depth + 1);
    return isNominal(governor) ? { head, inherited: true } : null;
  }
  if (relation === "amod") return { head, inherited: true };
  if (
    relation === "xcomp" ||
    relation === "advcl" ||
    relation === "ccomp" ||
    relation === "conj" ||
    relation === "parataxis" ||
    relation === "dep"
  ) {
    if (relation === "conj" && isNominal(governor) && childWith(tree, head, "cop") < 0) return null;
    if (objectControls(tree, verb, head, relation, cues)) {
      const object = logicalObject(tree, head, cues);
      if (object !== null && object.head !== verb) return { head: object.head, inherited: true };
    }
    if (relation === "parataxis" && tree.children[verb]!.length > 2 && head > verb) return null;
    const subject = grammaticalSubject(tree, head, cues, depth + 1);
    return subject === null ? null : { head: subject.head, inherited: true };
  }
  return null;
}

/** "Biden to host leaders": a name at the top of the sentence, right before its infinitive. */
function isHeadlineSubject(tree: Tree, head: number, verb: number): boolean {
  const { head: above, upos } = tree.tokens[head]!;
  return above < 0 && upos === "PROPN" && verb > head && verb <= head + 3;
}

function objectControls(
  tree: Tree,
  verb: number,
  head: number,
  relation: string,
  cues: ArgumentCues,
): boolean {
  if (cues.subjectControl.has(tree.tokens[head]!.lemma)) return false;
  if (relation === "xcomp") return childWith(tree, head, "obj") >= 0 || isPassive(tree, head, cues);
  if (relation !== "advcl" || tree.tokens[verb]!.xpos !== "VBG") return false;
  const mark = childWith(tree, verb, "mark");
  return mark >= 0 && cues.objectControlMarks.has(tree.lower[mark]!);
}

/** Whose plan or decision it is: possessor of the noun, or subject of the verb that has it as object. */
export function ownerOf(tree: Tree, noun: number, cues: ArgumentCues, depth: number): Argument | null {
  for (const child of tree.children[noun]!) {
    if (tree.tokens[child]!.deprel === "nmod:poss") return { head: child, inherited: true };
  }
  for (const child of tree.children[noun]!) {
    if (tree.relation[child] === "nsubj") return { head: child, inherited: true };
    if (
      (tree.relation[child] === "compound" || tree.relation[child] === "amod") &&
      tree.tokens[child]!.upos === "PROPN"
    ) {
      return { head: child, inherited: true };
    }
  }
  const { head } = tree.tokens[noun]!;
  if (head < 0 || depth > 6) return null;
  const relation = tree.relation[noun];
  if (relation === "obj" || relation === "obl" || relation === "xcomp")
    return grammaticalSubject(tree, head, cues, depth + 1);
  return null;
}

/** The noun that a relative pronoun stands for, where `argument` is one. */
function antecedent(tree: Tree, argument: number, verb: number): number | null {
  if (!isRelativePronoun(tree, argument)) return null;
  let clause = verb;
  for (let steps = 0; steps < 4; steps++) {
    const { deprel, head } = tree.tokens[clause]!;
    if (deprel.startsWith("acl")) return head;
    if (head < 0) return null;
    clause = head;
  }
  return null;
}

function isRelativePronoun(tree: Tree, index: number): boolean {
  const { xpos, upos, deprel } = tree.tokens[index]!;
  return xpos === "WDT" || xpos === "WP" || (upos === "PRON" && xpos === "IN" && deprel !== "");
}
