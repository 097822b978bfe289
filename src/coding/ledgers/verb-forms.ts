/** Words that the tagger took for no verb and that can be one. */
import type { Tree } from "../tree/tree.ts";

/** A noun by its tag that has an object in the tree ("and limits its imports"). */
export function hasObject(tree: Tree, at: number): boolean {
  return (
    tree.tokens[at]!.upos === "NOUN" && tree.children[at]!.some((child) => tree.relation[child] === "obj")
  );
}

const MISTAKEN: ReadonlySet<string> = new Set(["ADP", "ADV", "SCONJ", "X", "INTJ"]);

/** A form that can only be a verb's and that the tagger took for something else ("froze" as a preposition). */
export function isVerbForm(
  tree: Tree,
  at: number,
  base: string,
  perfectAuxiliaries: ReadonlySet<string>,
): boolean {
  const { upos, head } = tree.tokens[at]!;
  // "they had last met": a noun only to the tagger.
  const isPerfect =
    upos === "NOUN" &&
    tree.relation[at] === "obj" &&
    head >= at - 3 &&
    perfectAuxiliaries.has(tree.lower[head]!);
  if (at === 0 || (!MISTAKEN.has(upos) && !isPerfect)) return false;
  const form = tree.lower[at]!;
  return form !== base && !form.endsWith("s") && !form.endsWith("ing");
}

/** A word between a subject and an object of its own, whatever the tagger took it for ("put" as a conjunction). */
export function isVerbByTree(tree: Tree, at: number): boolean {
  const { upos } = tree.tokens[at]!;
  if (upos !== "CCONJ" && !MISTAKEN.has(upos)) return false;
  const has = (relation: string) => tree.children[at]!.some((child) => tree.relation[child] === relation);
  return has("nsubj") && has("obj");
}
