/**
 * Nouns that the parser takes for objects or clauses of a verb, and verbs that it
 * takes for objects, put right.
 *
 * In: the tokens of a parsed sentence. Out: the same, but in "lifted most sanctions,
 * among them the ban" the ban is told beside the sanctions, in "left the pact, the
 * last treaty that limits arms" the treaty stands beside the pact, in "bans exports
 * and limits its imports" the limiting is joined to the banning, and in "voiced hope
 * that" the hope is a noun. Only relations and the parser's tags decide, no words.
 */
import type { Token } from "../../language/types.ts";
import { type Mend, mendToken } from "./mend-token.ts";

/** Relations by which the parser hangs a listed noun on the verb. */
const UNDER_VERB: ReadonlySet<string> = new Set(["obj", "obl"]);
/** Penn Treebank tags of a noun in the plural and of a verb in the present, which share their ending. */
const [PLURAL, PRESENT, COMMA] = ["NNS", "VBZ", ","];
/** Those of a noun in the singular and of a verb in the present that has the noun's form. */
const [SINGULAR, BARE] = ["NN", "VBP"];

/** The tokens with such nouns beside what they belong to; the same array where there is nothing to mend. */
export function repairObjects(tokens: readonly Token[]): readonly Token[] {
  let now = tokens;
  const hang = (token: Token, change: Mend) => {
    now = mendToken(now, token.index, change);
  };
  for (const token of tokens) {
    const listed = nounBeforeList(tokens, token);
    if (listed >= 0) hang(token, { head: listed, deprel: "parataxis" });
    const named = nounBeforeApposition(tokens, token);
    if (named >= 0) hang(token, { head: named, deprel: "appos" });
    const over = verbBeforeHope(tokens, token);
    if (over >= 0) {
      hang(tokens[over]!, { head: token.head, deprel: token.deprel });
      hang(token, { head: over });
    }
    if (over >= 0 || isVoiced(tokens, token)) hang(token, { deprel: "obj", upos: "NOUN", xpos: SINGULAR });
    const verb = verbBesideVerb(tokens, token);
    if (verb >= 0) hang(token, { head: verb, upos: "VERB", xpos: PRESENT });
  }
  return now;
}

/** True for a verb in the present under the verb before it, as its object or right behind it, which has neither subject
 * nor auxiliary: a noun. */
function isVoiced(tokens: readonly Token[], token: Token): boolean {
  if (token.xpos !== BARE || token.head >= token.index) return false;
  const verb = tokens[token.head];
  if (verb?.upos !== "VERB") return false;
  if (token.deprel === "obj") return true;
  if (token.deprel !== "xcomp" && token.deprel !== "ccomp") return false;
  return verb.index === token.index - 1 && opensNoClause(tokens, token);
}

/** The verb right before such a noun which the parser hangs below it as a clause; -1 for none. */
function verbBeforeHope(tokens: readonly Token[], token: Token): number {
  const verb = tokens[token.index - 1];
  const isBelow = verb?.head === token.index && verb.deprel === "ccomp" && verb.upos === "VERB";
  if (token.xpos !== BARE || !isBelow) return -1;
  return opensNoClause(tokens, token, verb.index) ? verb.index : -1;
}

/** True for a verb that has nothing before it, but for one word, and neither subject nor object. */
function opensNoClause(tokens: readonly Token[], verb: Token, but = -1): boolean {
  const below = tokens.filter((one) => one.head === verb.index && one.index !== but);
  return below.every(({ deprel, index }) => index > verb.index && !CLAUSE.has(deprel.split(":")[0]!));
}

/** The noun right before the comma behind which a pronoun opens a list ("sanctions, among them the ban"); -1 for none. */
function nounBeforeList(tokens: readonly Token[], noun: Token): number {
  if (!UNDER_VERB.has(noun.deprel) || !isNoun(noun)) return -1;
  const below = tokens.filter((one) => one.head === noun.index && one.index < noun.index);
  if (below.some(({ deprel }) => deprel === "case")) return -1;
  const pronoun = below.find(({ xpos }) => xpos === "PRP");
  const mark = pronoun === undefined ? undefined : tokens[pronoun.index - 1];
  if (mark?.deprel !== "case" || mark.head !== pronoun!.index) return -1;
  const before = tokens[mark.index - 2];
  return tokens[mark.index - 1]?.xpos === COMMA && isNoun(before) && before!.index > noun.head
    ? before!.index
    : -1;
}

/** The noun right before the comma behind which a noun with an article stands that says no clause of its own; -1 for none. */
function nounBeforeApposition(tokens: readonly Token[], noun: Token): number {
  if (noun.deprel !== "parataxis" || noun.upos !== "NOUN" || noun.head > noun.index) return -1;
  const below = tokens.filter((one) => one.head === noun.index);
  if (below.some(({ deprel }) => CLAUSE.has(deprel.split(":")[0]!))) return -1;
  const [first] = below.filter(({ deprel }) => deprel !== "punct");
  if (first?.deprel !== "det" || first.index > noun.index) return -1;
  const before = tokens[first.index - 2];
  return tokens[first.index - 1]?.xpos === COMMA && isNoun(before) && before!.index > noun.head
    ? before!.index
    : -1;
}

/** Relations that only the head of a clause has below it. */
const CLAUSE: ReadonlySet<string> = new Set(["nsubj", "csubj", "cop", "aux", "obj", "expl", "mark", "case"]);

/** The verb that another in the same form is joined to, where the parser joins that one to the object as a noun; -1 for none. */
function verbBesideVerb(tokens: readonly Token[], noun: Token): number {
  const object = tokens[noun.head];
  if (noun.xpos !== PLURAL || noun.deprel !== "conj" || object?.deprel !== "obj") return -1;
  const verb = tokens[object.head];
  if (verb?.xpos !== PRESENT || verb.index > object.index) return -1;
  const below = tokens.filter((one) => one.head === noun.index);
  const [own] = below.filter(({ deprel }) => deprel === "obj");
  return own !== undefined && own.index > noun.index && below.every(({ deprel }) => !NOMINAL.has(deprel))
    ? verb.index
    : -1;
}

/** Relations that only a noun has below it. */
const NOMINAL: ReadonlySet<string> = new Set(["det", "amod", "compound", "nummod", "case", "nmod:poss"]);

function isNoun(token: Token | undefined): boolean {
  return token?.upos === "NOUN" || token?.upos === "PROPN";
}
