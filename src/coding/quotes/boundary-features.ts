/**
 * A stretch in, what its end cuts and what it keeps out: how the phrase behind
 * it hangs on it, and how the last phrase inside it does.
 */
import type { SpeechSentence } from "./types.ts";

/** Steps that are climbed at most. */
const MOST_STEPS = 12;

/** Names of what is seen at the end of the tokens `[first, last]`. */
export function boundaryFeatures(
  sentence: SpeechSentence,
  cue: number,
  first: number,
  last: number,
): readonly string[] {
  const { tree, high } = sentence;
  if (!tree.parsed) return [];
  const found: string[] = [];
  const inside = (at: number) => at >= first && at <= last;
  let next = last + 1;
  while (
    next < tree.tokens.length &&
    (tree.tokens[next]!.upos === "PUNCT" || tree.tokens[next]!.upos === "CCONJ")
  )
    next++;
  if (next < tree.tokens.length) {
    let top = next;
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const { head } = tree.tokens[top]!;
      if (head < 0 || inside(head) || head === cue) break;
      top = head;
    }
    const { head, deprel, xpos } = tree.tokens[top]!;
    const where = head < 0 ? "root" : inside(head) ? "inside" : head === cue ? "cue" : "far";
    const tense = xpos === tree.tokens[cue]!.xpos ? "same" : "";
    found.push(`cuts ${deprel} ${where}`, `cuts ${deprel} ${tense}`);
  } else found.push("cuts nothing");
  let top = last;
  while (top > first && tree.tokens[top]!.upos === "PUNCT") top--;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const { head } = tree.tokens[top]!;
    if (head < first || head > last || high[head]! > last) break;
    if (head <= cue && cue < first) break;
    const above = tree.tokens[head]!.head;
    if (above < first || above > last) break;
    top = head;
  }
  const { deprel, xpos, upos } = tree.tokens[top]!;
  found.push(
    `keeps ${deprel}`,
    `keeps ${deprel} ${upos === "VERB" && xpos === tree.tokens[cue]!.xpos ? "same" : upos}`,
  );
  const mark = tree.children[top]!.find(
    (child) => tree.relation[child] === "mark" || tree.relation[child] === "case",
  );
  if (mark !== undefined) found.push(`keeps mark ${tree.lower[mark]}`);
  return found;
}
