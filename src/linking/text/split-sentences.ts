/**
 * Text in, spans of sentences out, by their marks alone: for reports that come
 * without the sentences of the language room. A stop ends a sentence before
 * white space and a capital, unless a single letter or capital stands before it.
 */
import type { Span } from "../../base/types.ts";

const END = /(?<![.!?…])[.!?…]+["'”’)\]]*(?=\s+["'“‘(]*[\p{Lu}\p{N}])|\n\s*\n/gu;
const INITIAL = /(?:^|[\s.(])\p{L}$/u;

/** Sentences of the text in order, without the white space between them. */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    const piece = text.slice(start, end);
    const lead = piece.length - piece.trimStart().length;
    const bare = piece.trim();
    if (bare !== "") spans.push({ start: start + lead, end: start + lead + bare.length });
    start = end;
  };
  for (const match of text.matchAll(END)) {
    const before = text.slice(Math.max(0, match.index - 3), match.index);
    if (match[0] === "." && INITIAL.test(before)) continue;
    close(match.index + match[0].length);
  }
  close(text.length);
  return spans;
}
