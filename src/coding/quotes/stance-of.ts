/**
 * A statement's cue and content in, for or against what it stands out, where a
 * word says so: the cue itself ("condemned the strike"), the speaker's own verb
 * in what is said ("we oppose the ban"), a noun that the cue gives ("voiced
 * support for the ban"), or a preposition ("he is against the ban").
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
  const { tree } = sentence;
  const own = sideOfVerb(sentence, cue, cues);
  if (own === "none") return null;
  if (own !== null) return { side: own, cue: worded(text, tree.tokens[cue]!), target: worded(text, content) };
  for (const token of tree.tokens) {
    if (token.start < content.start || token.end > content.end) continue;
    const found = takenAt(sentence, token.index, cue, cues);
    if (found === null) continue;
    return { side: found.side, cue: worded(text, token), target: worded(text, found.target) };
  }
  return null;
}

/** The side that one word of what is said takes, and on what. */
function takenAt(
  sentence: SpeechSentence,
  at: number,
  cue: number,
  cues: StatementCues,
): { readonly side: Stance["side"]; readonly target: Span } | null {
  const { tree } = sentence;
  const { upos, head } = tree.tokens[at]!;
  if (upos === "ADP" && cues.stanceAgainstMarks.has(tree.lower[at]!)) {
    if (head < 0 || !isOfSpeaker(sentence, head, cues) || isTurned(sentence, head, cues)) return null;
    return { side: "against", target: behind(sentence, at, head) };
  }
  if (upos === "NOUN") {
    const side = sideOfNoun(tree.tokens[at]!.lemma.toLowerCase(), cues);
    if (side === null || (head !== cue && !isOfSpeaker(sentence, at, cues))) return null;
    const target = targetOf(sentence, at, cues);
    return target === null || isTurned(sentence, at, cues) ? null : { side, target };
  }
  if (upos !== "VERB" && upos !== "ADJ") return null;
  // The subject first: few verbs have one that speaks for itself.
  if (!isOfSpeaker(sentence, at, cues)) return null;
  const side = sideOfVerb(sentence, at, cues);
  if (side === null || side === "none") return null;
  const target = targetOf(sentence, at, cues);
  return target === null ? null : { side, target };
}

/** The side of a verb; "none" where it only leaves a side untaken ("did not condemn"). */
function sideOfVerb(
  sentence: SpeechSentence,
  verb: number,
  cues: StatementCues,
): Stance["side"] | "none" | null {
  const { tree } = sentence;
  const lemma = tree.tokens[verb]!.lemma.toLowerCase();
  const forms = [lemma, ...marksBelow(sentence, verb).map((mark) => `${lemma} ${mark}`)];
  const turned = isTurned(sentence, verb, cues);
  if (forms.some((form) => cues.stanceFor.has(form))) return turned ? "against" : "for";
  if (forms.some((form) => cues.stanceAgainst.has(form))) return turned ? "none" : "against";
  return null;
}

function sideOfNoun(lemma: string, cues: StatementCues): Stance["side"] | null {
  if (cues.stanceForNouns.has(lemma)) return "for";
  return cues.stanceAgainstNouns.has(lemma) ? "against" : null;
}

function isTurned({ tree }: SpeechSentence, at: number, cues: StatementCues): boolean {
  return tree.children[at]!.some((child) => cues.negations.has(tree.lower[child]!));
}

/** True where its subject, or that of the verb it is joined to, stands for the speaker. */
function isOfSpeaker({ tree }: SpeechSentence, at: number, cues: StatementCues): boolean {
  const subject = tree.children[at]!.find((child) => tree.relation[child] === "nsubj");
  return subject !== undefined && cues.selves.has(tree.lower[subject]!);
}

/** Prepositions of the phrases that hang on a word. */
function marksBelow({ tree }: SpeechSentence, at: number): readonly string[] {
  return tree.children[at]!.flatMap((child) =>
    tree.children[child]!.filter((mark) => tree.relation[mark] === "case").map((mark) => tree.lower[mark]!),
  );
}

/** The object, or the phrase behind a preposition. */
function targetOf(sentence: SpeechSentence, at: number, cues: StatementCues): Span | null {
  const { tree } = sentence;
  const object = tree.children[at]!.find((child) => tree.relation[child] === "obj");
  if (object !== undefined) return behind(sentence, -1, object);
  for (const child of tree.children[at]!) {
    const mark = tree.children[child]!.find(
      (one) => tree.relation[one] === "case" && cues.stanceTargetMarks.has(tree.lower[one]!),
    );
    if (mark !== undefined && child > at) return behind(sentence, mark, child);
  }
  // A preposition right behind it, wherever the tree hangs its phrase ("expressed support for the ban").
  const next = tree.tokens[at + 1];
  if (
    next !== undefined &&
    next.upos === "ADP" &&
    cues.stanceTargetMarks.has(tree.lower[at + 1]!) &&
    next.head > at
  )
    return behind(sentence, at + 1, next.head);
  return null;
}

/** The whole phrase of a head, without what stands up to its preposition. */
function behind({ tree, low, high }: SpeechSentence, mark: number, head: number): Span {
  const first = mark < 0 ? low[head]! : Math.min(head, mark + 1);
  return { start: tree.tokens[first]!.start, end: tree.tokens[high[head]!]!.end };
}

function worded(text: string, { start, end }: Span): Span & { readonly text: string } {
  return { start, end, text: text.slice(start, end) };
}
