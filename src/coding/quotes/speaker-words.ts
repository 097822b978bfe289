/**
 * A cue and what it says in, the words out that name who says it: its subject,
 * the doer of a passive, the noun that a participle belongs to, the owner of a
 * noun, the name behind "according to" or a dash.
 *
 * Who that is: resolve-speaker.ts.
 */
import type { Span } from "../../base/types.ts";
import { childWith, isNominal, phraseOf, withConjuncts } from "../tree/tree.ts";
import type { SpeechSentence } from "./types.ts";

/** Words that lead to a speaker. */
export interface SpeakerCues {
  readonly credits: ReadonlySet<string>;
  readonly signatures: ReadonlySet<string>;
  /** Prepositions of the doer ("by"). */
  readonly doers: ReadonlySet<string>;
  /** Subjects that stand for nothing before an adjective ("it is clear that"). */
  readonly empties: ReadonlySet<string>;
  /** Words of time, which never speak. */
  readonly times: ReadonlySet<string>;
  /** Prepositions behind a noun of speech ("statement from", "remarks of"). */
  readonly origins: ReadonlySet<string>;
}

/** Token that heads the speaker's words and, where it is a relative pronoun, the noun that it stands for. */
export interface SpeakerWords extends Span {
  readonly head: number;
  readonly standsFor: number;
}

/** Relations over which a verb without a subject has that of the verb above. */
const SHARED = new Set(["conj", "xcomp", "advcl", "ccomp", "parataxis", "dep", "acl"]);
const MOST_STEPS = 6;
/** The words leave the speaker out on purpose ("it was announced that"). */
const NOBODY = -2;

/** The speaker's words; null where the sentence names nobody. */
export function speakerWords(
  sentence: SpeechSentence,
  cue: number,
  content: Span,
  broken: boolean,
  cues: SpeakerCues,
): SpeakerWords | null {
  const { tree } = sentence;
  const free = (at: number) => {
    const { start, end } = tree.tokens[at]!;
    if (
      sentence.quotation[at]! >= 0 ||
      cues.times.has(tree.lower[at]!) ||
      cues.times.has(tree.tokens[at]!.lemma)
    )
      return false;
    return broken || end <= content.start || content.end <= start;
  };
  const head = headOf(sentence, cue, content, free, cues);
  if (head < 0 || !free(head)) return null;
  const standsFor = isRelative(sentence, head) ? antecedent(sentence, head) : head;
  return { head, standsFor, ...wordsOf(sentence, head, free) };
}

type Free = (at: number) => boolean;

function headOf(sentence: SpeechSentence, cue: number, content: Span, free: Free, cues: SpeakerCues): number {
  const { tree } = sentence;
  if (!tree.parsed) return nearestName(sentence, cue, free);
  const found = byTree(sentence, cue, content, free, cues);
  if (found >= 0 && free(found)) return found;
  if (found === NOBODY) return found;
  // A finite verb, and any verb beside a quotation, has its speaker beside it, whatever the tree says.
  const { upos, xpos } = tree.tokens[cue]!;
  const finite = xpos === "VBD" || xpos === "VBZ" || xpos === "VBP";
  const beside = finite || (xpos !== "VBG" && sentence.quotation.some((one) => one >= 0));
  return upos === "VERB" && beside ? nearestName(sentence, cue, free) : found;
}

function byTree(sentence: SpeechSentence, cue: number, content: Span, free: Free, cues: SpeakerCues): number {
  const { tree } = sentence;
  const word = tree.lower[cue]!;
  if (cues.credits.has(word)) return credited(sentence, cue);
  if (tree.tokens[cue]!.upos === "PUNCT") {
    const after = content.end <= tree.tokens[cue]!.start;
    return after ? signedBy(sentence, cue) : runHead(sentence, 0, cue);
  }
  const { upos } = tree.tokens[cue]!;
  if (upos === "NOUN") return ownerOf(sentence, cue, free, cues);
  const subject = subjectOf(sentence, cue, content, free, cues, 0);
  return upos === "ADJ" && subject >= 0 && cues.empties.has(tree.lower[subject]!) ? NOBODY : subject;
}

function subjectOf(
  sentence: SpeechSentence,
  verb: number,
  content: Span,
  free: Free,
  cues: SpeakerCues,
  depth: number,
): number {
  const { tree } = sentence;
  let passive = false;
  let subject = -1;
  for (const child of tree.children[verb]!) {
    const { deprel } = tree.tokens[child]!;
    if (deprel === "nsubj:pass" || deprel === "aux:pass") passive = true;
    else if (tree.relation[child] === "nsubj" && free(child) && (subject < 0 || child < verb))
      subject = child;
  }
  if (subject >= 0) return subject;
  const doer = withPreposition(sentence, verb, cues.doers, free);
  if (doer >= 0 && (passive || tree.tokens[verb]!.xpos === "VBN")) return doer;
  if (passive) return NOBODY;
  const inverted = tree.children[verb]!.find(
    (child) =>
      child > verb && tree.relation[child] === "obj" && isNominal(tree.tokens[child]!) && free(child),
  );
  if (inverted !== undefined && content.end <= tree.tokens[verb]!.start) return inverted;
  const { head, deprel } = tree.tokens[verb]!;
  if (head < 0 || depth > MOST_STEPS) return -1;
  if (deprel.startsWith("acl") && isNominal(tree.tokens[head]!)) return head;
  // "leading the minister to say": the object of the verb above says it.
  const object = deprel === "xcomp" ? childWith(tree, head, "obj") : -1;
  if (object >= 0 && object < verb && free(object) && tree.tokens[object]!.upos !== "NOUN") return object;
  if (!SHARED.has(tree.relation[verb]!)) return -1;
  if (tree.tokens[head]!.upos === "NOUN" && tree.relation[verb] === "conj") return -1;
  return subjectOf(sentence, head, content, free, cues, depth + 1);
}

/** "Trump's proposal", "a statement from the ministry", "the army issued a warning". */
function ownerOf(sentence: SpeechSentence, noun: number, free: Free, cues: SpeakerCues): number {
  const { tree } = sentence;
  for (const child of tree.children[noun]!)
    if (tree.tokens[child]!.deprel === "nmod:poss" && free(child)) return child;
  for (const child of tree.children[noun]!) if (tree.relation[child] === "nsubj" && free(child)) return child;
  const origin = withPreposition(sentence, noun, cues.origins, free);
  if (origin >= 0) return origin;
  for (const child of tree.children[noun]!) {
    if (tree.relation[child] === "compound" && tree.tokens[child]!.upos === "PROPN") return child;
  }
  const { head } = tree.tokens[noun]!;
  const relation = tree.relation[noun];
  if (head < 0 || (relation !== "obj" && relation !== "obl")) return -1;
  return tree.children[head]!.find((child) => tree.relation[child] === "nsubj" && free(child)) ?? -1;
}

function withPreposition(
  sentence: SpeechSentence,
  head: number,
  prepositions: ReadonlySet<string>,
  free: Free,
): number {
  const { tree } = sentence;
  const found = tree.children[head]!.find(
    (child) =>
      (tree.relation[child] === "obl" || tree.relation[child] === "nmod") &&
      free(child) &&
      tree.children[child]!.some(
        (mark) => tree.relation[mark] === "case" && prepositions.has(tree.lower[mark]!),
      ),
  );
  return found ?? -1;
}

/** The noun behind "according to", however the tree hangs it. */
function credited(sentence: SpeechSentence, cue: number): number {
  const { tree } = sentence;
  const { head, deprel } = tree.tokens[cue]!;
  if (head > cue && (deprel.startsWith("case") || deprel.startsWith("mark"))) return head;
  const below = tree.children[cue]!.find((child) => child > cue && isNominal(tree.tokens[child]!));
  return below ?? head;
}

/** The token of a run that hangs on one outside it. */
function runHead(sentence: SpeechSentence, first: number, last: number): number {
  const { tokens } = sentence.tree;
  for (let at = first; at < last; at++) {
    const { head } = tokens[at]!;
    if (isNominal(tokens[at]!) && (head < first || head >= last)) return at;
  }
  return -1;
}

/** The name behind a dash, up to the next mark or line. */
function signedBy(sentence: SpeechSentence, dash: number): number {
  const { tokens } = sentence.tree;
  let last = dash + 1;
  while (last < tokens.length && tokens[last]!.upos !== "PUNCT" && sentence.quotation[last]! < 0) last++;
  return runHead(sentence, dash + 1, last);
}

/** The nearest name or pronoun beside the verb. */
function nearestName(sentence: SpeechSentence, cue: number, free: Free): number {
  const { tokens } = sentence.tree;
  for (let step = 1; step <= 4; step++)
    for (const at of [cue - step, cue + step])
      if (tokens[at] !== undefined && (tokens[at].upos === "PROPN" || tokens[at].upos === "PRON") && free(at))
        return at;
  return -1;
}

function isRelative(sentence: SpeechSentence, at: number): boolean {
  const { xpos } = sentence.tree.tokens[at]!;
  return xpos === "WP" || xpos === "WDT";
}

/** The noun that a relative pronoun stands for; itself where none is found. */
function antecedent(sentence: SpeechSentence, pronoun: number): number {
  const { tokens } = sentence.tree;
  let at = tokens[pronoun]!.head;
  for (let steps = 0; steps < MOST_STEPS && at >= 0; steps++) {
    if (tokens[at]!.deprel.startsWith("acl")) return Math.max(tokens[at]!.head, 0);
    at = tokens[at]!.head;
  }
  return pronoun;
}

/** The phrase with those joined to it, as far as it stands outside what is said. */
function wordsOf(sentence: SpeechSentence, head: number, free: Free): Span {
  const { tree } = sentence;
  let first = head;
  let last = head + 1;
  if (tree.parsed) {
    for (const one of withConjuncts(tree, head)) {
      if (one !== head && !free(one)) continue;
      const phrase = phraseOf(tree, one);
      first = Math.min(first, phrase.first);
      last = Math.max(last, phrase.last);
    }
    while (
      first < head &&
      (!free(first) || tree.tokens[first]!.upos === "PUNCT" || tree.tokens[first]!.upos === "ADP")
    )
      first++;
    for (let at = head + 1; at < last; at++) if (!free(at)) last = at;
  }
  return { start: tree.tokens[first]!.start, end: tree.tokens[last - 1]!.end };
}

/** True for a content that stands on both sides of its cue. */
export function isBroken(way: string): boolean {
  return way === "whole" || way.endsWith("-around");
}
