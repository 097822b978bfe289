/**
 * Quotations that no cue brings in, in; statements of the last speaker, or of
 * nobody, out.
 *
 * The last speaker goes on where the quotation before is his, whole, and stands
 * right before: in the same paragraph, or at the end of the paragraph before.
 * Quoted words inside a sentence of the report's own (titles, scare quotes) are
 * no statement.
 */
import { firstAfter, type Quotation } from "./marks.ts";
import { Taken } from "./taken.ts";
import type { Decision, SpeechText } from "./types.ts";

/** A quotation must have this many words to be a statement of its own. */
const FEWEST_WORDS = 4;

export interface Orphan {
  readonly quotation: Quotation;
  /** Index of the sentence in which it begins. */
  readonly sentence: number;
  /** Position among the decisions of the one whose speaker goes on; -1 for nobody. */
  readonly after: number;
}

/** The quotations left over. @param decisions in order of the text */
export function findOrphans(speech: SpeechText, decisions: readonly Decision[]): readonly Orphan[] {
  const taken = new Taken();
  for (const { content } of decisions) taken.add(content);
  const found: Orphan[] = [];
  let sentence = 0;
  let before = -1;
  for (const quotation of speech.quotations) {
    while (
      sentence + 1 < speech.sentences.length &&
      speech.sentences[sentence + 1]!.tree.sentence.start <= quotation.start
    )
      sentence++;
    while (before + 1 < decisions.length && decisions[before + 1]!.content.start <= quotation.start) before++;
    if (taken.overlaps(quotation) || !isWhole(speech, sentence, quotation)) continue;
    const last = found.at(-1);
    const goesOn = before >= 0 && isContinued(speech, decisions[before]!, quotation);
    const chained =
      last !== undefined && last.after >= 0 && last.quotation.paragraph >= quotation.paragraph - 1;
    found.push({ quotation, sentence, after: goesOn ? before : chained ? last.after : -1 });
  }
  return found;
}

/** True where nothing but the quotation stands in its sentences, and it is long enough. */
function isWhole(speech: SpeechText, sentence: number, quotation: Quotation): boolean {
  const words = speech.text.slice(quotation.start, quotation.end).split(/\s+/).length;
  if (words < FEWEST_WORDS) return false;
  for (let at = sentence; at < speech.sentences.length; at++) {
    const { tree, quotation: inside } = speech.sentences[at]!;
    if (tree.sentence.start >= quotation.end) break;
    if (tree.tokens.some((token) => token.upos !== "PUNCT" && inside[token.index]! < 0)) return false;
  }
  return true;
}

/** True where the statement ends with a quotation in this paragraph or the one before, and no words come between. */
function isContinued(speech: SpeechText, { content, sentence }: Decision, quotation: Quotation): boolean {
  const last = speech.quotations[firstAfter(speech.quotations, content.end) - 1];
  if (last === undefined || (last.end !== content.end && last.start < content.start)) return false;
  const own = speech.sentences[sentence]!.tree.sentence;
  const between = speech.text.slice(Math.max(content.end, own.end), quotation.start);
  return quotation.paragraph - own.paragraph <= 1 && between.trim() === "";
}
