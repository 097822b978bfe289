/**
 * A stretch in, how it stands to the quotations out: begins, ends, holds or is
 * one, where that one stands in its sentence, what lies between it and the cue.
 */
import type { Span } from "../../base/types.ts";
import { firstAfter, type Quotation } from "./marks.ts";
import type { SpeechSentence, SpeechText } from "./types.ts";

const UPPER = /\p{Lu}/u;

/** Names of what is seen; empty where the stretch touches no quotation. */
export function quoteFeatures(
  speech: SpeechText,
  sentence: SpeechSentence,
  cue: number,
  span: Span,
): readonly string[] {
  const { quotations, text } = speech;
  let at = firstAfter(quotations, span.start);
  if (at > 0 && quotations[at - 1]!.end > span.start) at--;
  const first = quotations[at];
  if (first === undefined || first.start >= span.end) return [];
  let last = first;
  for (let next = at; next < quotations.length && quotations[next]!.start < span.end; next++)
    last = quotations[next]!;
  const begins = first.start === span.start;
  const ends = last.end === span.end;
  const found = [begins ? (ends ? (first === last ? "is" : "both") : "begins") : ends ? "ends" : "holds"];
  const token = sentence.tree.tokens[cue]!;
  found.push(`open${opening(text, sentence, first)}`);
  if (last !== first) found.push(`reopen${opening(text, sentence, last)}`);
  const stop = text[last.end - 2] ?? "";
  found.push(`stop${/[.,?!…;:-]/.test(stop) ? stop : "w"}`);
  if (last.start >= token.end)
    found.push(`to${between(text, token.end, begins || last !== first ? last.start : first.start)}`);
  if (last.start >= token.end && verbBetween(sentence, cue, last.start)) found.push("verb between");
  if (last.start >= sentence.tree.sentence.end) found.push(`rest${restOf(speech, sentence, last)}`);
  if (first.end <= token.start)
    found.push(
      `from${between(text, first === last ? first.end : previousEnd(quotations, token.start), token.start)}`,
    );
  return found;
}

function previousEnd(quotations: readonly Quotation[], offset: number): number {
  return quotations[firstAfter(quotations, offset) - 1]?.end ?? offset;
}

/** Where a quotation opens: with its sentence or inside, behind which mark, with a capital or not. */
function opening(text: string, sentence: SpeechSentence, one: Quotation): string {
  const own = sentence.tree.sentence;
  const place = one.start >= own.end ? "next" : one.start <= own.start + 1 ? "first" : "inside";
  const before = /[.,:;?!—–(-]/.exec(text.slice(Math.max(0, one.start - 2), one.start))?.[0] ?? "w";
  return ` ${place} ${before} ${UPPER.test(text[one.start + 1] ?? "") ? "A" : "a"}`;
}

/** Whether the sentence in which a quotation ends has a verb of its own behind it. */
function restOf(speech: SpeechText, sentence: SpeechSentence, one: Quotation): string {
  let at = sentence.tree.sentence.index + 1;
  while (at + 1 < speech.sentences.length && speech.sentences[at + 1]!.tree.sentence.start < one.end) at++;
  const last = speech.sentences[at];
  if (last === undefined) return "";
  return last.tree.tokens.some((token) => token.upos === "VERB" && token.start >= one.end)
    ? " verb"
    : " none";
}

/** True where another verb outside quotations stands between the cue and the offset. */
function verbBetween(sentence: SpeechSentence, cue: number, until: number): boolean {
  const { tokens } = sentence.tree;
  for (let at = cue + 1; at < tokens.length && tokens[at]!.start < until; at++)
    if (tokens[at]!.upos === "VERB" && sentence.quotation[at]! < 0) return true;
  return false;
}

/** What lies between: how many words, and whether a sentence ends there. */
function between(text: string, start: number, end: number): string {
  const words = text.slice(start, Math.min(end, start + 200)).split(" ").length;
  const size = words <= 2 ? "2" : words <= 4 ? "4" : words <= 8 ? "8" : "16";
  return ` ${size} ${/[.?!]\s/.test(text.slice(start, Math.min(end, start + 200))) ? "stop" : ""}`;
}
