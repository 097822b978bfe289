/**
 * The text of a report, cut into the paragraphs that a page shows: each with its
 * kind of section and with what stands in it. Joined by what lies between them
 * they are the text, letter for letter.
 */
import type { Section, Span } from "../api/types.ts";

export interface Paragraph<Note> {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly text: string;
  /** What begins in this paragraph, in order. */
  readonly notes: readonly Note[];
}

/** Paragraphs of the text: a blank line ends one, and so does a section. */
export function reportParagraphs<Note>(
  text: string,
  sections: readonly Section[],
  notes: readonly Note[],
  spanOf: (note: Note) => Span,
): Paragraph<Note>[] {
  const ends = new Set([0, text.length, ...sections.flatMap(({ start, end }) => [start, end])]);
  for (const match of text.matchAll(/\n\s*\n/g)) ends.add(match.index).add(match.index + match[0].length);
  const cuts = [...ends].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  const inOrder = [...notes].sort((a, b) => spanOf(a).start - spanOf(b).start);
  return cuts.slice(0, -1).flatMap((start, index) => {
    const end = cuts[index + 1]!;
    const piece = text.slice(start, end);
    if (piece.trim() === "") return [];
    const kind =
      sections.find((section) => section.start <= start && section.end >= end)?.kind ?? "boilerplate";
    const within = inOrder.filter((note) => spanOf(note).start >= start && spanOf(note).start < end);
    return [{ start, end, kind, text: piece, notes: within }];
  });
}
