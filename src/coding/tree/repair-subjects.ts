/**
 * Subjects that the parser took for appositions of the phrase before them, put right.
 *
 * In: the tokens of a parsed sentence. Out: the same, but in "During the talks,
 * Kono and Lavrov confirmed …" the names behind the comma are the subject of the
 * verb that has none, not another name of the talks.
 */
import type { Token } from "../../language/types.ts";

/** The tokens with such subjects under their verb; the same array where there is nothing to mend. */
export function repairSubjects(tokens: readonly Token[]): readonly Token[] {
  let mended: Token[] | null = null;
  for (const token of tokens) {
    if (token.deprel !== "appos") continue;
    const verb = verbWithoutSubject(tokens, token);
    if (verb < 0) continue;
    mended ??= [...tokens];
    mended[token.index] = { ...token, head: verb, deprel: "nsubj" };
  }
  return mended ?? tokens;
}

/** The verb behind the apposition that its phrase opens the clause of and that has no subject; -1 for none. */
function verbWithoutSubject(tokens: readonly Token[], appos: Token): number {
  const phrase = tokens[appos.head];
  if (phrase === undefined || phrase.index > appos.index || !phrase.deprel.startsWith("obl")) return -1;
  const verb = tokens[phrase.head];
  if (verb === undefined || verb.upos !== "VERB" || verb.index < appos.index) return -1;
  const hasSubject = tokens.some((one) => one.head === verb.index && one.deprel.startsWith("nsubj"));
  if (hasSubject || appos.upos === "NUM") return -1;
  let last = appos.index;
  for (const one of tokens) {
    if (one.index > last && one.index < verb.index && isUnder(tokens, one, appos.index)) last = one.index;
  }
  for (let at = last + 1; at < verb.index; at++) {
    const { upos } = tokens[at]!;
    if (upos !== "ADV" && upos !== "AUX" && upos !== "PART") return -1;
  }
  return verb.index;
}

function isUnder(tokens: readonly Token[], token: Token, ancestor: number): boolean {
  let at = token.head;
  for (let steps = 0; steps < 12 && at >= 0; steps++) {
    if (at === ancestor) return true;
    at = tokens[at]!.head;
  }
  return false;
}
