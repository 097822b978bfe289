/**
 * A noun's words in, the edges and the head of its base phrase out: what stands before the noun and belongs to
 * it, without clauses, coordinated nouns and appositions. Works on the tree, and on tags where there is none.
 */
import type { Agents } from "../../knowledge/agents.ts";
import type { Token, Upos } from "../types.ts";
import type { SentenceView } from "./sentence-view.ts";

const BEFORE_NOUN: ReadonlySet<Upos> = new Set(["DET", "ADJ", "NUM", "NOUN", "PROPN", "SYM", "X", "ADV"]);
/** Steps up the tree that are followed before a word counts as outside. */
const MAX_CLIMB = 6;

/** First token of the base phrase whose noun is `[first, last)`. */
export function leftEdge(view: SentenceView, first: number, last: number, agents: Agents): number {
  let edge = first;
  for (let at = first - 1; at >= 0; at--) {
    if (!mayPrecede(view, at, agents)) break;
    if (view.hasTree && !climbsInto(view.tokens, at, at + 1, last) && !(at === edge - 1 && isClose(view, at)))
      break;
    if (!view.hasTree && view.tokens[at]!.upos === "ADV") break;
    edge = at;
  }
  // No phrase begins with a possessive mark, a hyphen or a conjunction.
  while (edge < first && isLoose(view, edge, agents)) edge++;
  return edge;
}

/** An adjective or article, or a state that the tagger took for a pronoun ("us"), right before a noun belongs to it whatever the tree says. */
function isClose(view: SentenceView, at: number): boolean {
  const { upos, xpos } = view.tokens[at]!;
  if (upos === "PRON") return view.names[at] !== undefined;
  return (upos === "ADJ" && xpos === "JJ") || (upos === "DET" && xpos === "DT");
}

function isLoose(view: SentenceView, at: number, agents: Agents): boolean {
  if (!/[\p{L}\p{N}]/u.test(view.words[at]!)) return true;
  const { upos } = view.tokens[at]!;
  return (
    upos === "PUNCT" || upos === "PART" || upos === "CCONJ" || agents.uses(view.words[at]!, "possessive")
  );
}

function mayPrecede(view: SentenceView, at: number, agents: Agents): boolean {
  const token = view.tokens[at]!;
  const word = view.words[at]!;
  if (view.calendar[at]) return false;
  if (token.xpos === "WDT" || token.xpos === "WP$") return false;
  if (BEFORE_NOUN.has(token.upos)) return true;
  if (agents.uses(word, "possessive")) return token.upos === "PART" || token.upos === "PUNCT";
  if (token.upos === "PRON") return view.names[at] !== undefined || isPossessive(token, word, agents);
  if (token.upos === "VERB") return token.deprel === "amod" || (!view.hasTree && token.xpos === "VBN");
  if (token.upos === "PUNCT") return token.form === "-" || token.form === "–";
  // "French and Egyptian warships": two names of states that stand together before the noun.
  return token.upos === "CCONJ" && joinsNames(view, at);
}

function joinsNames(view: SentenceView, at: number): boolean {
  const before = view.names[at - 1];
  const after = view.names[at + 1];
  if (before === undefined || after === undefined) return false;
  return before.candidates[0]!.use === "adjective" && after.candidates[0]!.use === "adjective";
}

function climbsInto(tokens: readonly Token[], from: number, first: number, last: number): boolean {
  let at = from;
  for (let step = 0; step < MAX_CLIMB; step++) {
    const head = tokens[at]!.head;
    if (head < 0 || head >= last) return false;
    if (head >= first) return true;
    at = head;
  }
  return false;
}

/** True for a pronoun that stands before its noun ("his"). */
export function isPossessive(token: Token, word: string, agents: Agents): boolean {
  const pronoun = agents.pronoun(word);
  if (pronoun === null) return false;
  if (pronoun.use === "possessive")
    return token.deprel.startsWith("nmod") || token.xpos === "PRP$" || token.deprel === "";
  return pronoun.use === "either" && (token.xpos === "PRP$" || token.deprel === "nmod:poss");
}

/** The token of `[first, last)` that hangs on a word outside; the last one where the tree is missing. */
export function headOf(view: SentenceView, first: number, last: number): number {
  if (view.hasTree) {
    for (let at = last - 1; at >= first; at--) {
      const { head, upos } = view.tokens[at]!;
      if ((head < first || head >= last) && upos !== "PUNCT" && upos !== "PART" && upos !== "DET") return at;
    }
  }
  return last - 1;
}
