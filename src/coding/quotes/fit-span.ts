/**
 * Tokens in, a span of the text out: loose punctuation at both ends left off,
 * quotations that it cuts taken in whole.
 */
import type { Span } from "../../base/types.ts";
import type { SpeechSentence, SpeechText } from "./types.ts";

/** The span from the first to the last token; null where nothing is left. */
export function fitSpan(
  speech: SpeechText,
  sentence: SpeechSentence,
  first: number,
  last: number,
): Span | null {
  const { tokens } = sentence.tree;
  const inQuote = (at: number) => sentence.quotation[at]! >= 0;
  while (first <= last && tokens[first]!.upos === "PUNCT" && !inQuote(first)) first++;
  while (last >= first && tokens[last]!.upos === "PUNCT" && !inQuote(last)) last--;
  if (first > last) return null;
  let { start } = tokens[first]!;
  let { end } = tokens[last]!;
  if (inQuote(first)) start = Math.min(start, speech.quotations[sentence.quotation[first]!]!.start);
  if (inQuote(last)) end = Math.max(end, speech.quotations[sentence.quotation[last]!]!.end);
  return { start, end };
}
