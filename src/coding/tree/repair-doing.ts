/**
 * What somebody begins, goes on with or stops doing, where the parser took the doing
 * for an adjective.
 *
 * In: the tokens of a parsed sentence, and which verbs take a doing and which words
 * are acts. Out: the same, but in "stopped shelling towns" the shelling is what is
 * stopped and the towns are what is shelled.
 */
import type { Token } from "../../language/types.ts";
import { mendToken } from "./mend-token.ts";

/** What verbs can do. */
export interface DoingWords {
  /** True for a verb behind which a doing stands ("stop"). */
  takesDoing(token: Token): boolean;
  /** True for what triggers as a verb. */
  isVerb(token: Token): boolean;
}

/** The tokens with such doings under their verb; the same array where there is nothing to mend. */
export function repairDoing(tokens: readonly Token[], words: DoingWords): readonly Token[] {
  let now = tokens;
  for (const doing of tokens) {
    if (doing.xpos !== "VBG" || doing.deprel !== "amod") continue;
    const noun = tokens[doing.head];
    const verb = tokens[doing.index - 1];
    if (noun?.deprel !== "obj" || verb === undefined || noun.head !== verb.index) continue;
    if (verb.upos !== "VERB" || !words.takesDoing(verb) || !words.isVerb(doing)) continue;
    now = mendToken(now, doing.index, { head: verb.index, deprel: "xcomp" });
    now = mendToken(now, noun.index, { head: doing.index });
  }
  return now;
}
