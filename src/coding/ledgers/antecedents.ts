/** The verb of a relative clause in, what the clause may be about out, nearest first. */
import { childWith, type Tree } from "../tree/tree.ts";

/** What a relative clause may be about: the noun that it hangs on, then those over it and the object beside it ("tariffs
 * on goods that take effect", "an order on Sunday that bars"). */
export function antecedents(tree: Tree, verb: number): readonly number[] {
  const at = tree.relation[verb] === "conj" ? tree.tokens[verb]!.head : verb;
  if (at < 0 || tree.tokens[at]!.deprel !== "acl:relcl") return [];
  const found: number[] = [];
  for (let up = tree.tokens[at]!.head; up >= 0 && found.length < FARTHEST; up = tree.tokens[up]!.head) {
    if (tree.tokens[up]!.upos !== "VERB") {
      found.push(up);
      continue;
    }
    const object = childWith(tree, up, "obj");
    if (object >= 0 && object < verb) found.push(object);
    break;
  }
  return found;
}

const FARTHEST = 4;
