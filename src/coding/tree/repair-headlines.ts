/**
 * Headlines whose tree takes a noun for a verb, put right.
 *
 * In: the tokens of a parsed sentence. Out: the same, but in "Four killed in bombing
 * near post" the bombing is a noun: a participle behind a preposition, under a past
 * participle that has neither auxiliary nor object, and with no words below it that
 * only a verb has. Only relations and the parser's tags decide, no words.
 */
import type { Token } from "../../language/types.ts";
import { mendToken } from "./mend-token.ts";

/** Relations of a participle that stays a verb. */
const VERBAL: ReadonlySet<string> = new Set([
  "obj",
  "iobj",
  "nsubj",
  "aux",
  "xcomp",
  "ccomp",
  "advmod",
  "advcl",
]);

/** The tokens with such nouns; the same array where there is nothing to mend. */
export function repairHeadlines(tokens: readonly Token[]): readonly Token[] {
  let now = tokens;
  for (const token of tokens) {
    if (isPassiveOfHeadline(tokens, token)) now = mendToken(now, token.index, { xpos: "VBN" });
    if (!isNounOfHeadline(tokens, token)) continue;
    now = mendToken(now, token.index, { upos: "NOUN", xpos: "NN", deprel: "obl" });
    for (const { index, head, deprel } of tokens) {
      if (head !== token.index) continue;
      if (deprel === "mark") now = mendToken(now, index, { upos: "ADP", deprel: "case" });
      else if (deprel === "obl") now = mendToken(now, index, { deprel: "nmod" });
    }
  }
  return now;
}

/** True for a verb at the top of a headline that has no object and tells what somebody is made ("Two shot dead in raid"). */
function isPassiveOfHeadline(tokens: readonly Token[], token: Token): boolean {
  if (token.xpos !== "VBD" || token.head >= 0 || tokens.at(-1)!.upos === "PUNCT") return false;
  const below = tokens.filter((one) => one.head === token.index);
  if (below.some(({ deprel }) => /^(?:aux|obj|iobj|ccomp)/.test(deprel))) return false;
  const made = below.find(({ deprel }) => deprel === "xcomp");
  return made?.upos === "ADJ" && made.index === token.index + 1;
}

function isNounOfHeadline(tokens: readonly Token[], token: Token): boolean {
  if (token.xpos !== "VBG" || token.deprel !== "advcl") return false;
  const below = tokens.filter((one) => one.head === token.index);
  const mark = below.find(({ deprel }) => deprel === "mark");
  if (mark?.index !== token.index - 1 || mark.xpos !== "IN") return false;
  if (below.some(({ deprel }) => VERBAL.has(deprel.split(":")[0]!))) return false;
  const verb = tokens[token.head];
  if (verb?.xpos !== "VBN" || verb.head >= 0 || verb.index !== mark.index - 1) return false;
  return tokens.every(({ head, deprel }) => head !== verb.index || !/^(?:aux|obj)/.test(deprel));
}
