/** Tokens in, names of persons whom the gazetteer need not know out: names in a row, names behind a description. */
import { phraseOf } from "../tree/tree.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";

/** The names in a row that the token stands in; null for a single word. */
export function nameRun(head: number, { tree, text }: LedgerSentence): string | null {
  const isProper = (at: number) => tree.tokens[at]?.upos === "PROPN";
  // "Jean-Pierre"
  const isName = (at: number) =>
    isProper(at) || (tree.tokens[at]?.form === "-" && isProper(at - 1) && isProper(at + 1));
  let [first, last] = [head, head];
  while (isName(first - 1)) first--;
  while (isName(last + 1)) last++;
  return first === last || tree.tokens[last + 1]?.form !== ","
    ? null
    : text.slice(tree.tokens[first]!.start, tree.tokens[last]!.end);
}

/** The name behind a description ("former senator A B", "the finance chief of the firm, A B,"), where the gazetteer does not know it. */
export function nameApposed(head: number, { tree, text }: LedgerSentence, tools: LedgerTools): string | null {
  if (head < 0 || tree.tokens[head]!.upos !== "NOUN" || tree.tokens[head]!.xpos === "NNS") return null;
  const isName = (at: number) =>
    tree.tokens[at]?.upos === "PROPN" && !tools.cues.timeNouns.has(tree.lower[at]!);
  const { last } = phraseOf(tree, head);
  let behind = head + 1;
  while (isName(behind)) behind++;
  // "former senator A B"
  if (behind - head > 2) return text.slice(tree.tokens[head + 1]!.start, tree.tokens[behind - 1]!.end);
  for (let at = head + 1; at < last; at++) {
    const first = at + 1;
    if (tree.tokens[at]!.form !== "," || !isName(first)) continue;
    let end = first;
    while (isName(end)) end++;
    const closes = tree.tokens[end]?.form === "," || end === last;
    if (closes && end - first >= 2) return text.slice(tree.tokens[first]!.start, tree.tokens[end - 1]!.end);
  }
  return null;
}
