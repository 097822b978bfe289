/**
 * Text in, sentences with words out. Blank lines part paragraphs and end
 * sentences; a sentence longer than the limit is cut and says so. Pieces come
 * from split-pieces.ts, ends from sentence-ends.ts.
 */
import type { TokenizingData } from "../../knowledge/tokenizing.ts";
import { SENTENCE_TOO_LONG } from "../faults.ts";
import { bareToken } from "../make-token.ts";
import type { Sentence, Token } from "../types.ts";
import type { Piece } from "./piece.ts";
import { returnStops, sentenceStarts } from "./sentence-ends.ts";
import { splitPieces } from "./split-pieces.ts";

/** Longest sentence, in tokens; the longest of the English treebanks has 160. */
export const MAX_SENTENCE_TOKENS = 256;

/** Half-open spans of the paragraphs: what stands between blank lines. */
function paragraphs(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  const blank = /\r?\n[^\S\n]*\n\s*/g;
  let start = 0;
  for (let found = blank.exec(text); found !== null; found = blank.exec(text)) {
    if (found.index > start) spans.push({ start, end: found.index });
    start = blank.lastIndex;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

function tokensOf(text: string, pieces: readonly Piece[], from: number, to: number): Token[] {
  const tokens: Token[] = [];
  for (let i = from; i < to; i++) {
    const piece = pieces[i]!;
    const isContraction = piece.joined > 1 && i + piece.joined <= to;
    const last = isContraction ? i - from + piece.joined - 1 : undefined;
    tokens.push(bareToken(piece, i - from, text.slice(piece.start, piece.end), last));
  }
  return tokens;
}

/** Sentences of the text with their words, offsets in UTF-16 code units of `text`. */
export function splitText(text: string, data: TokenizingData): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const span of paragraphs(text)) {
    const pieces = returnStops(text, splitPieces(text, span.start, span.end, data), data);
    if (pieces.length === 0) continue;
    const starts = sentenceStarts(text, pieces);
    for (let s = 0; s < starts.length; s++) {
      const end = starts[s + 1] ?? pieces.length;
      for (let from = starts[s]!; from < end; from += MAX_SENTENCE_TOKENS) {
        const to = Math.min(end, from + MAX_SENTENCE_TOKENS);
        const tokens = tokensOf(text, pieces, from, to);
        const sentence: Sentence = {
          start: tokens[0]!.start,
          end: tokens.at(-1)!.end,
          index: sentences.length,
          paragraph,
          tokens,
          depth: "words",
        };
        sentences.push(to < end ? { ...sentence, cut: SENTENCE_TOO_LONG } : sentence);
      }
    }
    paragraph++;
  }
  return sentences;
}
