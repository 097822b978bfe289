/**
 * A cue in, the quotations beside it out: the one before, the one after and
 * both as one broken by the cue, in its paragraph or, behind a colon, in the next.
 */
import { firstAfter, type Quotation } from "./marks.ts";
import type { Candidate, SpeechText } from "./types.ts";

/** Quotations that are joined to the one beside the cue, at most. */
const MOST_JOINED = 12;

/** Quotations that the cue may bring in. */
export function quotationsBeside(speech: SpeechText, index: number, cue: number): readonly Candidate[] {
  const { tree, startsParagraph } = speech.sentences[index]!;
  const { start, end } = tree.tokens[cue]!;
  const { paragraph } = tree.sentence;
  const after = firstAfter(speech.quotations, end);
  const next = speech.quotations[after];
  const before = speech.quotations[after - 1];
  const found: Candidate[] = [];
  const from = startsParagraph
    ? tree.sentence.start
    : (speech.sentences[index - 1]?.tree.sentence.start ?? 0);
  const hasBefore =
    before !== undefined &&
    before.end <= start &&
    (before.end > from || startsParagraph) &&
    before.paragraph === paragraph;
  const hasAfter = next !== undefined && next.start >= end && isNear(speech, index, next);
  const back = hasBefore ? runBack(speech, after - 1) : null;
  const on = hasAfter ? runOn(speech, after) : null;
  if (back !== null) {
    found.push({ way: "quote-before", start: before!.start, end: back.end });
    if (back.start !== before!.start) found.push({ way: "quotes-before", ...back });
  }
  if (on !== null) {
    found.push({ way: "quote-after", start: on.start, end: next!.end });
    if (on.end !== next!.end) found.push({ way: "quotes-after", ...on });
  }
  if (back !== null && on !== null && goesOn(speech, index, next!)) {
    found.push({ way: "quote-around", start: before!.start, end: next!.end });
    if (back.start !== before!.start || on.end !== next!.end)
      found.push({ way: "quotes-around", start: back.start, end: on.end });
  }
  return found;
}

/** The quotation begins in this sentence or right behind it; in the next paragraph where this ends with a colon. */
function isNear(speech: SpeechText, index: number, one: Quotation): boolean {
  const { tree, endsParagraph } = speech.sentences[index]!;
  if (one.start < tree.sentence.end) return true;
  const next = speech.sentences[index + 1]?.tree.sentence;
  if (next === undefined || one.start > next.start + 1) return false;
  return !endsParagraph || speech.text.slice(tree.sentence.start, tree.sentence.end).trimEnd().endsWith(":");
}

/** A quotation broken by its cue goes on in the same sentence, or opens the next of the paragraph. */
function goesOn(speech: SpeechText, index: number, one: Quotation): boolean {
  const { tree, endsParagraph } = speech.sentences[index]!;
  return one.start < tree.sentence.end || !endsParagraph;
}

/** The quotation with those right before it, nothing between. */
function runBack(speech: SpeechText, at: number): { start: number; end: number } {
  const { end } = speech.quotations[at]!;
  let first = at;
  while (first > 0 && at - first < MOST_JOINED && joins(speech, first - 1)) first--;
  return { start: speech.quotations[first]!.start, end };
}

function runOn(speech: SpeechText, at: number): { start: number; end: number } {
  let last = at;
  while (last + 1 < speech.quotations.length && last - at < MOST_JOINED && joins(speech, last)) last++;
  return { start: speech.quotations[at]!.start, end: speech.quotations[last]!.end };
}

/** True where the quotation at `at` and the next stand side by side in one paragraph. */
function joins(speech: SpeechText, at: number): boolean {
  const one = speech.quotations[at]!;
  const two = speech.quotations[at + 1]!;
  return (
    one.paragraph === two.paragraph &&
    two.start - one.end <= 5 &&
    /^[ .…]*$/.test(speech.text.slice(one.end, two.start))
  );
}
