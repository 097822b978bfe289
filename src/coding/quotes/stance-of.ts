/**
 * A statement's cue and content in, for or against what it stands out, where a
 * verb says so: the cue itself ("condemned the strike") or the speaker's own
 * verb in what is said ("we oppose the ban").
 */
import type { Span } from "../../base/types.ts";
import type { Stance } from "../types.ts";
import type { StatementCues } from "./statement-cues.ts";
import type { SpeechSentence } from "./types.ts";

/** The stance; null where no word tells it. */
export function stanceOf(
  text: string,
  sentence: SpeechSentence,
  cue: number,
  content: Span,
  cues: StatementCues,
): Stance | null {
  const { tree, low, high } = sentence;
  const own = sideOf(sentence, cue, cues);
  if (own !== null) return { side: own, cue: worded(text, tree.tokens[cue]!), target: worded(text, content) };
  for (const token of tree.tokens) {
    if (token.upos !== "VERB" || token.start < content.start || token.end > content.end) continue;
    const side = sideOf(sentence, token.index, cues);
    if (side === null) continue;
    const subject = tree.children[token.index]!.find((child) => tree.tokens[child]!.deprel === "nsubj");
    if (subject === undefined || !cues.selves.has(tree.lower[subject]!)) continue;
    const object = tree.children[token.index]!.find((child) => tree.relation[child] === "obj");
    if (object === undefined) continue;
    const target = { start: tree.tokens[low[object]!]!.start, end: tree.tokens[high[object]!]!.end };
    return { side, cue: worded(text, token), target: worded(text, target) };
  }
  return null;
}

function sideOf(sentence: SpeechSentence, verb: number, cues: StatementCues): Stance["side"] | null {
  const { tree } = sentence;
  const lemma = tree.tokens[verb]!.lemma.toLowerCase();
  const isFor = cues.stanceFor.has(lemma);
  if (!isFor && !cues.stanceAgainst.has(lemma)) return null;
  const turned = tree.children[verb]!.some((child) => cues.negations.has(tree.lower[child]!));
  return isFor === turned ? "against" : "for";
}

function worded(text: string, { start, end }: Span): Span & { readonly text: string } {
  return { start, end, text: text.slice(start, end) };
}
