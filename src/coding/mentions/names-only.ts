/**
 * Words of an act that only tell which people or things are meant.
 *
 * In: a tree, a trigger, the parties. Out: true for "quake-hit towns" and "the
 * opposition leader", where nobody is told to act.
 */
import type { PartyReader } from "../parties/party-reader.ts";
import type { Tree } from "../tree/tree.ts";

/** Penn Treebank tag of the hyphen within a word. */
const HYPHEN = "HYPH";

/** True where the trigger is part of a name of people or things. */
export function namesOnly(tree: Tree, trigger: number, parties: PartyReader): boolean {
  const { head, upos, xpos } = tree.tokens[trigger]!;
  const relation = tree.relation[trigger];
  if (tree.tokens[trigger - 1]?.xpos === HYPHEN && tree.tokens[trigger + 1]?.upos !== "ADP")
    if ((relation === "amod" && xpos === "VBN") || (upos === "NOUN" && isBeforeName(tree, trigger)))
      return true;
  return head > trigger && relation === "compound" && upos === "NOUN" && parties.isActor(head);
}

/** True for a noun before a name that the parser did not take for part of it. */
function isBeforeName(tree: Tree, noun: number): boolean {
  return tree.tokens[noun + 1]?.upos === "PROPN" && tree.relation[noun] !== "compound";
}
