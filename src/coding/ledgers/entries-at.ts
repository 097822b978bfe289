/** What the noun at a token can name, by its word and the word before it; whether it does is left to read-things.ts. */
import type { LedgerThing } from "../../knowledge/ledgers.ts";
import type { Tree } from "../tree/tree.ts";
import type { LedgerTables } from "./compile-rules.ts";

/** What the token can name by its lemma, longest words first. */
export function entriesAt(tree: Tree, head: number, tables: LedgerTables): readonly LedgerThing[] {
  const { upos } = tree.tokens[head]!;
  if (upos !== "NOUN" && upos !== "PROPN" && !isNounByTree(tree, head)) return [];
  const word = tree.lower[head]!;
  const found: LedgerThing[] = [];
  let before = head - 1;
  if (tree.lower[before] === "-") before--;
  if (before >= 0) found.push(...(tables.things.get(`${tree.lower[before]!}_${word}`) ?? []));
  found.push(...(tables.things.get(word) ?? []));
  return found;
}

/** A noun that the tagger took for a verb ("lift an arms embargo"): it is an object with an article. */
function isNounByTree(tree: Tree, at: number): boolean {
  return (
    tree.tokens[at]!.upos === "VERB" &&
    tree.relation[at] === "obj" &&
    tree.children[at]!.some((child) => child < at && MODIFIERS.has(tree.relation[child]!))
  );
}

const MODIFIERS: ReadonlySet<string> = new Set(["det", "amod", "compound"]);
