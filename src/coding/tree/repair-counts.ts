/**
 * What is counted, put right.
 *
 * In: the tokens of a parsed sentence. Out: the same, but in "left 20 dead" the dead
 * are the object, in "left 12 people dead and 40 wounded" the wounded stand beside
 * the people, and in "its 1,200 embassy and consulate staff" the staff is counted.
 * An adjective that carries a number is a noun, and many of one thing are told by a
 * plural. Only relations and the parser's tags decide, no words.
 */
import type { Token } from "../../language/types.ts";
import { type Mend, mendToken } from "./mend-token.ts";

/** Relations in which the parser puts a counted adjective below its verb. */
const BELOW_VERB: ReadonlySet<string> = new Set(["xcomp", "obl", "obj"]);
/** Penn Treebank tag of a noun in the singular. */
const SINGULAR = "NN";

/** The tokens with what is counted as heads of their phrases; the same array where there is nothing to mend. */
export function repairCounts(tokens: readonly Token[]): readonly Token[] {
  let now = tokens;
  const hang = (token: Token, change: Mend) => {
    now = mendToken(now, token.index, change);
  };
  for (const token of tokens) {
    const whole = wholeBehind(tokens, token);
    if (whole !== null) {
      for (const one of tokens)
        if (one.head === token.index && one.index < token.index) hang(one, { head: whole.index });
      hang(whole, { head: token.head, deprel: token.deprel });
      hang(token, { head: whole.index, deprel: "compound" });
    }
    const number = token.upos === "ADJ" ? numberBefore(tokens, token) : null;
    const head = tokens[token.head];
    if (number === null || head === undefined) continue;
    if (BELOW_VERB.has(token.deprel) && head.upos === "VERB") hang(token, { upos: "NOUN", deprel: "obj" });
    else if (token.deprel === "conj")
      hang(token, { upos: "NOUN", head: head.deprel === "amod" ? head.head : token.head });
    else continue;
    hang(number, { head: token.index, deprel: "nummod" });
  }
  return now;
}

/** The number right before the adjective that counts it, also where both hang on what is joined to them. */
function numberBefore(tokens: readonly Token[], adjective: Token): Token | null {
  const number = tokens[adjective.index - 1];
  if (number?.deprel === "nummod" && number.head === adjective.index) return number;
  const joined = number?.upos === "NUM" && number.deprel === "conj" && adjective.deprel === "conj";
  return joined && number.head === adjective.head ? number : null;
}

/** The noun whose parts "A and B" are, where the parser takes A in the singular for what is counted; null for none. */
function wholeBehind(tokens: readonly Token[], part: Token): Token | null {
  if (part.xpos !== SINGULAR || !tokens.some((one) => one.deprel === "nummod" && one.head === part.index))
    return null;
  const joint = tokens[part.index + 1];
  const other = tokens[part.index + 2];
  const whole = joint === undefined ? undefined : tokens[joint.head];
  if (joint?.deprel !== "cc" || whole?.deprel !== "conj" || whole.head !== part.index) return null;
  return other?.deprel === "compound" && other.head === whole.index ? whole : null;
}
