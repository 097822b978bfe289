/**
 * Parties of a contact in, the same with the names of those whom the gazetteer does
 * not know: as the report calls them ("his Chinese counterpart, A B,", "general A B").
 */
import type { Parties } from "./parties.ts";
import type { LedgerSentence } from "./types.ts";

/** The parties, those of known states with the name that stands in or right behind their words. */
export function withNames(parties: Parties, sentence: LedgerSentence): Parties {
  return parties.map((party) => {
    const isOpen = party.name === null && party.id === null && party.code !== null;
    const name = isOpen ? nameOf(party.entityText, sentence) : null;
    return name === null ? party : { ...party, name };
  });
}

function nameOf(words: string, { tree, text }: LedgerSentence): string | null {
  const { start, end } = tree.sentence;
  const at = text.indexOf(words, start);
  if (at < 0 || at >= end) return null;
  const own = tree.tokens.filter((token) => token.start >= at && token.end <= at + words.length);
  const last = own.at(-1)?.index ?? -1;
  if (last < 0) return null;
  const isName = (index: number) =>
    tree.tokens[index]?.upos === "PROPN" ||
    (tree.tokens[index]?.form === "-" && tree.tokens[index + 1]?.upos === "PROPN");
  const slice = (first: number, behind: number) =>
    text.slice(tree.tokens[first]!.start, tree.tokens[behind - 1]!.end);
  // "the North Korean general A B": the name is the end of the words.
  let first = last;
  while (tree.relation[first] === "flat" && isName(first - 1) && first > own[0]!.index) first--;
  if (first < last && isName(last)) return slice(first, last + 1);
  if (tree.tokens[last]!.xpos === "NNS") return null;
  // "his Chinese counterpart, A B, signed"
  const isApart = tree.tokens[last + 1]?.form === ",";
  const from = last + (isApart ? 2 : 1);
  let to = from;
  while (isName(to)) to++;
  const closes = !isApart || tree.tokens[to]?.form === "," || to === tree.tokens.length - 1;
  const isRun = tree.tokens
    .slice(from + 1, to)
    .every(({ index, form }) => form === "-" || tree.relation[index] === "flat");
  return to - from > 1 && closes && isRun ? slice(from, to) : null;
}
