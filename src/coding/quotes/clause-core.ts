/**
 * A cue in, the stretch of tokens out that it takes up with its subject,
 * auxiliaries, adverbs and addressee ("the minister told reporters on Monday"),
 * without what is said.
 */
import type { SpeechSentence } from "./types.ts";

const SAID = new Set(["ccomp", "xcomp", "parataxis", "conj", "advcl", "punct", "acl", "dep"]);

/** First and last token of the cue's own words. */
export function clauseCore(sentence: SpeechSentence, cue: number): { first: number; last: number } {
  const { tree, low, high } = sentence;
  let first = cue;
  let last = cue;
  if (!tree.parsed) {
    while (first > 0 && tree.tokens[first - 1]!.upos !== "PUNCT") first--;
    const end = tree.tokens.length - 1;
    while (last < end && tree.tokens[last + 1]!.upos !== "PUNCT") last++;
    return { first, last };
  }
  const children = tree.children[cue]!;
  for (let at = children.length - 1; at >= 0; at--) {
    const child = children[at]!;
    if (child > cue) continue;
    if (first === 0 || (first < cue && tree.tokens[first - 1]!.upos === "PUNCT")) break;
    if (!isOwn(sentence, child) || tree.relation[child] === "obj" || high[child]! < first - 1) break;
    if (!isOutside(sentence, low[child]!, first)) break;
    first = low[child]!;
  }
  for (const child of children) {
    if (child < cue) continue;
    if (!isOwn(sentence, child) || low[child]! > last + 1 || !isOutside(sentence, last, high[child]!)) break;
    last = high[child]!;
  }
  return { first, last };
}

function isOwn(sentence: SpeechSentence, child: number): boolean {
  return !SAID.has(sentence.tree.relation[child]!) && sentence.quotation[child]! < 0;
}

/** True where no quotation lies between the two tokens. */
function isOutside(sentence: SpeechSentence, from: number, to: number): boolean {
  for (let at = from; at <= to; at++) if (sentence.quotation[at]! >= 0) return false;
  return true;
}
