/** A phrase in, whether it stands for people whom a measure can fall on out: named by their state, or by a pronoun. */
import { partiesAt } from "./read-parties.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";

/** "froze their accounts and barred them from entering": people whom a measure of this or the last sentence falls on. */
export function areStruck(head: number, { tree, earlier }: LedgerSentence, { tables }: LedgerTools): boolean {
  if (!tables.list("person-objects").has(tree.lower[head]!)) return false;
  if (tree.tokens.slice(0, head).some(({ xpos, lemma }) => xpos === "NNS" && tables.people.has(lemma)))
    return true;
  const last = earlier.findLast(({ ledger, step }) => ledger === "measure" && step !== null);
  const words = last?.about?.toLowerCase().split(" ") ?? [];
  return (
    last !== undefined &&
    tree.sentence.index - last.sentence <= 1 &&
    words.some((word) => tables.people.has(word) || tables.people.has(word.replace(/s$/u, "")))
  );
}

/** True for "South Koreans", "60 Russians": people named by their state. */
export function isPeople(head: number, sentence: LedgerSentence, tools: LedgerTools): boolean {
  const { xpos, form } = sentence.tree.tokens[head]!;
  if (!xpos.endsWith("S") || form.charAt(0) === form.charAt(0).toLowerCase()) return false;
  const parties = partiesAt(head, true, sentence, tools);
  return parties.length > 0 && parties.every(({ id }) => id?.startsWith("org/") !== true);
}
