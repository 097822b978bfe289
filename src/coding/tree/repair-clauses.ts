/**
 * Clauses that the parser hangs on the wrong word, put right.
 *
 * In: the tokens of a parsed sentence. Out: the same, but in "said here Wednesday
 * that …" the clause is what is said, not what is told of Wednesday, and in "began
 * disarming militias" the militias are what is disarmed, not what is begun. Only
 * relations and the parser's tags decide, no words.
 */
import type { Token } from "../../language/types.ts";

/** The tokens with such clauses and objects under their verb; the same array where there is nothing to mend. */
export function repairClauses(tokens: readonly Token[]): readonly Token[] {
  let now = tokens;
  const hang = (token: Token, head: number, deprel: string) => {
    const mended = [...now];
    mended[token.index] = { ...token, head, deprel };
    now = mended;
  };
  for (const token of tokens) {
    const saying = sayingVerb(tokens, token);
    if (saying >= 0) hang(token, saying, "ccomp");
    const doing = participleBefore(tokens, token);
    if (doing >= 0) hang(token, doing, "obj");
  }
  return now;
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
