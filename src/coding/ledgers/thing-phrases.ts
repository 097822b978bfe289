/** The noun of a ledger in, phrases that belong to it out: the time by which it is called, what stands right behind it. */
import { childWith, phraseOf, type Tree } from "../tree/tree.ts";
import type { LedgerSentence, LedgerTools, Thing } from "./types.ts";

/** The time behind "of" ("the agreement of Monday night"). */
export function foundedOf(
  head: number,
  { tree, times }: LedgerSentence,
  tools: LedgerTools,
): Thing["founded"] {
  const timeOver = (child: number) => {
    const { start, end } = tree.tokens[child]!;
    return times.find((one) => one.day !== null && one.start < end && one.end > start) ?? null;
  };
  for (const child of tree.children[head]!) {
    const mark = tree.relation[child] === "nmod" ? childWith(tree, child, "case") : -1;
    if (mark < 0 && child < head && timeOver(child) !== null) return timeOver(child);
    if (mark < 0 || !tools.tables.list("owner").has(tree.lower[mark]!)) continue;
    const time = timeOver(child);
    if (time !== null) return time;
  }
  return null;
}

/** Phrases behind the noun one after the other that the tree hangs on its verb ("suspended the pact | with the North"). */
export function phrasesBeside(head: number, sentence: LedgerSentence): readonly number[] {
  const { tree } = sentence;
  const { head: verb } = tree.tokens[head]!;
  if (verb < 0 || verb > head || tree.tokens[verb]!.upos !== "VERB") return [];
  const found: number[] = [];
  let { last } = phraseOf(tree, head);
  while (tree.tokens[last]?.deprel === "case") {
    const noun = tree.tokens[last]!.head;
    if (noun < last || tree.relation[noun] !== "obl" || tree.tokens[noun]!.head !== verb) break;
    found.push(noun);
    last = phraseOf(tree, noun).last;
  }
  return found;
}

export function isPlacedAt(child: number, tree: Tree, tools: LedgerTools): boolean {
  const mark = childWith(tree, child, "case");
  return mark >= 0 && tools.cues.placePrepositions.has(tree.lower[mark]!);
}

/** "a meeting planned for Monday between A and B": the sides under what stands behind the noun. */
export function sidesBehind(head: number, { tree }: LedgerSentence, tools: LedgerTools): readonly number[] {
  const isPlanned = tree.children[head]!.some(
    (child) => child > head && tree.relation[child] === "acl" && tree.tokens[child]!.xpos === "VBN",
  );
  if (!isPlanned) return [];
  const { last } = phraseOf(tree, head);
  return tree.tokens.slice(head + 2, last).flatMap(({ index }) => {
    const mark = childWith(tree, index, "case");
    const isSide = mark > head && tools.tables.list("between").has(tree.lower[mark]!);
    return isSide ? [index] : [];
  });
}

/** "two-hour", "EU-brokered": how it was, not what about. */
export function isMannerWord(word: string, { tables }: LedgerTools): boolean {
  return word.includes("-") && tables.list("manner-ends").has(word.split("-").at(-1)!);
}

/** "10-year | security", "eleven | mining": what a modifier says beside how long and how many. */
export function withoutCounts(words: string, tools: LedgerTools): string {
  const all = words.split(" ");
  const isCount = (word: string) =>
    isMannerWord(word.toLowerCase(), tools) || tools.quantityTools.numbers.has(word.toLowerCase());
  while (all.length > 0 && isCount(all[0]!)) all.shift();
  return all.join(" ");
}
