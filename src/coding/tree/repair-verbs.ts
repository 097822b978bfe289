/**
 * Joined verbs that the parser hangs on the wrong verb, put right.
 *
 * In: the tokens of a parsed sentence. Out: the same, but in "ordered them to leave
 * and is closing the port" the closing is joined to the order: a verb with an
 * auxiliary of its own that has a tense is not joined to an infinitive. Only
 * relations and the parser's tags decide, no words.
 */
import type { Token } from "../../language/types.ts";
import { mendToken } from "./mend-token.ts";

/** Penn Treebank tags of auxiliaries that have a tense. */
const TENSED: ReadonlySet<string> = new Set(["VBZ", "VBP", "VBD", "MD"]);
/** Relations by which an infinitive hangs on the verb over it. */
const UNDER: ReadonlySet<string> = new Set(["xcomp", "advcl", "acl", "conj", "ccomp"]);
/** Steps up at most. */
const MOST_STEPS = 4;

/** The tokens with such verbs joined to the verb over the infinitive; the same array where there is nothing to mend. */
export function repairVerbs(tokens: readonly Token[]): readonly Token[] {
  let now = tokens;
  for (const token of tokens) {
    const verb = verbOverInfinitive(tokens, token);
    if (verb < 0) continue;
    now = mendToken(now, token.index, { head: verb });
  }
  return now;
}

function verbOverInfinitive(tokens: readonly Token[], joined: Token): number {
  if (joined.deprel !== "conj" || joined.upos !== "VERB") return -1;
  const own = tokens.filter((one) => one.head === joined.index && one.index < joined.index);
  if (!own.some(({ deprel, xpos }) => deprel.startsWith("aux") && TENSED.has(xpos))) return -1;
  if (own.some(({ deprel }) => deprel.startsWith("nsubj") || deprel === "mark")) return -1;
  let at = joined.head;
  for (let steps = 0; steps < MOST_STEPS && at >= 0; steps++) {
    const verb = tokens[at]!;
    if (!isInfinitive(tokens, at)) return steps > 0 && verb.upos === "VERB" && at < joined.index ? at : -1;
    if (!UNDER.has(verb.deprel)) return -1;
    at = verb.head;
  }
  return -1;
}

function isInfinitive(tokens: readonly Token[], verb: number): boolean {
  return tokens.some((one) => one.head === verb && one.deprel === "mark" && one.upos === "PART");
}
