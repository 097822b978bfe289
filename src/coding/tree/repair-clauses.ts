/**
 * Clauses that the parser hangs on the wrong word, put right.
 *
 * In: the tokens of a parsed sentence. Out: the same, but in "said here Wednesday
 * that …" the clause is what is said, not what is told of Wednesday, in "began
 * disarming militias" the militias are what is disarmed, not what is begun, in
 * "accused Russia of firing" the firing is under the accusing, and in "left after
 * gunmen abducted two" the gunmen are who abducts. Only relations and the parser's
 * tags decide, no words.
 */
import type { Token } from "../../language/types.ts";
import { mendToken } from "./mend-token.ts";

/** The tokens with such clauses and objects under their verb; the same array where there is nothing to mend. */
export function repairClauses(tokens: readonly Token[]): readonly Token[] {
  let now = tokens;
  const hang = (token: Token, head: number, deprel: string) => {
    now = mendToken(now, token.index, { head, deprel });
  };
  for (const token of tokens) {
    const saying = sayingVerb(tokens, token);
    if (saying >= 0) hang(token, saying, "ccomp");
    const doing = participleBefore(tokens, token);
    if (doing >= 0) hang(token, doing, "obj");
    const over = verbOverName(tokens, token);
    if (over >= 0) hang(token, over, "advcl");
    const amount = amountBehind(tokens, token);
    if (amount !== null) {
      hang(amount.noun, token.head, "obj");
      for (const word of [token, amount.mark]) hang(word, amount.number.index, "advmod");
    }
    const subject = subjectBeforeClause(tokens, token);
    if (subject === null) continue;
    hang(subject.noun, token.index, "nsubj");
    hang(subject.mark, token.index, "mark");
  }
  return now;
}

/** The verb over a name that the parser hung an "of doing" on, which no name takes; -1 for none. */
function verbOverName(tokens: readonly Token[], clause: Token): number {
  if (clause.deprel !== "acl" || clause.xpos !== "VBG") return -1;
  const name = tokens[clause.head];
  if (name?.upos !== "PROPN" || name.deprel !== "obj" || name.index > clause.index) return -1;
  const mark = tokens[clause.index - 1];
  const marked = mark?.head === clause.index && mark.deprel === "mark" && mark.index > name.index;
  return marked && tokens[name.head]?.upos === "VERB" ? name.head : -1;
}

/** What is counted behind a particle and a preposition that only bound the number ("sent up to 300 troops"). */
function amountBehind(
  tokens: readonly Token[],
  particle: Token,
): { noun: Token; mark: Token; number: Token } | null {
  if (particle.deprel !== "compound:prt") return null;
  const mark = tokens[particle.index + 1];
  const number = tokens[particle.index + 2];
  if (mark?.deprel !== "case" || number?.deprel !== "nummod" || mark.head !== number.head) return null;
  const noun = tokens[number.head];
  const hasObject = tokens.some((one) => one.head === particle.head && one.deprel === "obj");
  return noun?.deprel === "obl" && noun.head === particle.head && !hasObject ? { noun, mark, number } : null;
}

/** The noun right before a clause that has an object and no subject, with the preposition that should open the clause. */
function subjectBeforeClause(tokens: readonly Token[], verb: Token): { noun: Token; mark: Token } | null {
  if (verb.deprel !== "advcl" || (verb.xpos !== "VBD" && verb.xpos !== "VBN")) return null;
  const noun = tokens[verb.index - 1];
  if (noun?.deprel !== "obl" || noun.head !== verb.head) return null;
  const below = tokens.filter((one) => one.head === verb.index);
  if (below.some((one) => one.index < verb.index) || !below.some((one) => one.deprel === "obj")) return null;
  const mark = tokens.find((one) => one.head === noun.index && one.deprel === "case");
  return mark === undefined || mark.index > noun.index ? null : { noun, mark };
}

/** The participle without an object of its own right before the object of the verb that governs it; -1 for none. */
function participleBefore(tokens: readonly Token[], object: Token): number {
  if (object.deprel !== "obj") return -1;
  const participle = tokens.find(
    (one) => one.head === object.head && one.deprel === "xcomp" && one.xpos === "VBG",
  );
  if (participle === undefined || participle.index > object.index || participle.index < object.head)
    return -1;
  return tokens.some((one) => one.head === participle.index && one.index > participle.index)
    ? -1
    : participle.index;
}

/** The verb over the word of time that the clause hangs on as a relative one; -1 where it is one. */
function sayingVerb(tokens: readonly Token[], clause: Token): number {
  if (clause.deprel !== "acl:relcl") return -1;
  const noun = tokens[clause.head];
  if (noun === undefined || noun.index > clause.index || !noun.deprel.endsWith(":unmarked")) return -1;
  const mark = tokens[noun.index + 1];
  if (mark?.deprel !== "mark" || mark.head !== clause.index) return -1;
  const below = (head: number, deprel: string) =>
    tokens.some((one) => one.head === head && one.deprel.startsWith(deprel));
  if (!below(clause.index, "nsubj") || below(noun.index, "det")) return -1;
  const verb = tokens[noun.head];
  if (verb === undefined || verb.upos !== "VERB" || verb.index > noun.index) return -1;
  return below(verb.index, "ccomp") || below(verb.index, "obj") ? -1 : verb.index;
}
