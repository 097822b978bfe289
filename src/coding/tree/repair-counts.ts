/**
 * Counted people told by an adjective, put right.
 *
 * In: the tokens of a parsed sentence. Out: the same, but in "left 20 dead" the dead
 * are the object, and in "left 12 people dead and 40 wounded" the wounded stand
 * beside the people. An adjective that carries a number is a noun. Only relations
 * and the parser's tags decide, no words.
 */
import type { Token } from "../../language/types.ts";

/** Relations in which the parser puts such an adjective below its verb. */
const BELOW_VERB: ReadonlySet<string> = new Set(["xcomp", "obl", "obj"]);

/** The tokens with counted adjectives as nouns; the same array where there is nothing to mend. */
export function repairCounts(tokens: readonly Token[]): readonly Token[] {
  let now = tokens;
  for (const token of tokens) {
    if (token.upos !== "ADJ" || !isCounted(tokens, token)) continue;
    const head = tokens[token.head];
    if (head === undefined) continue;
    const mended = [...now];
    if (BELOW_VERB.has(token.deprel) && head.upos === "VERB")
      mended[token.index] = { ...token, upos: "NOUN", deprel: "obj" };
    else if (token.deprel === "conj" && head.deprel === "amod")
      mended[token.index] = { ...token, upos: "NOUN", head: head.head };
    else if (token.deprel === "conj") mended[token.index] = { ...token, upos: "NOUN" };
    else continue;
    now = mended;
  }
  return now;
}

/** True where a number stands right before the adjective and counts it. */
function isCounted(tokens: readonly Token[], adjective: Token): boolean {
  const number = tokens[adjective.index - 1];
  return number?.deprel === "nummod" && number.head === adjective.index;
}
