/** Tokens of trees for tests, one word of a line each. */
import type { Token } from "../../../language/types.ts";

/** "form/UPOS/head/deprel" or "form/UPOS/XPOS/head/deprel" a word.
 * @param xposOf Penn Treebank tag of a word that names none (default: its universal tag) */
export function tokensOf(line: string, xposOf = (_form: string, upos: string) => upos): Token[] {
  return line.split(" ").map((word, index) => {
    const parts = word.split("/");
    const [form, upos] = parts as [string, string];
    const xpos = parts.length > 4 ? parts[2]! : xposOf(form, upos);
    const [head, deprel] = parts.slice(-2) as [string, string];
    const base = { index, form, lemma: form, xpos, start: index, end: index + 1, feats: "" };
    return { ...base, upos, head: Number(head), deprel } as unknown as Token;
  });
}
