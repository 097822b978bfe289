/**
 * A text with marked spans, cut into pieces that each carry the marks that lie
 * on them: spans may overlap, end together or leave the text; pieces never do.
 */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  /** What the mark means, such as `trigger`; it becomes a class. */
  readonly kind: string;
  /** Of what it is a mark. */
  readonly id?: string;
}

export interface Segment {
  readonly text: string;
  readonly start: number;
  readonly marks: readonly MarkedSpan[];
}

/** The pieces of the text in order; together they are the text. */
export function markedSegments(text: string, spans: readonly MarkedSpan[]): Segment[] {
  const inside = spans
    .map((span) => ({ ...span, start: Math.max(0, span.start), end: Math.min(text.length, span.end) }))
    .filter((span) => span.start < span.end);
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, index) => ({
    text: text.slice(start, cuts[index + 1]),
    start,
    marks: inside.filter((span) => span.start <= start && span.end >= cuts[index + 1]!),
  }));
}

/** Where the words of a search stand in the text, whatever their case; words in a row stand between quotation marks. */
export function searchSpans(text: string, search: string): MarkedSpan[] {
  const words = [...search.matchAll(/"([^"]+)"|(\S+)/g)].map((match) => (match[1] ?? match[2] ?? "").trim());
  const lower = text.toLowerCase();
  // Lower case can be longer than the text (İ); then no place can be trusted.
  if (lower.length !== text.length) return [];
  return words
    .filter((word) => word !== "")
    .flatMap((word) => {
      const found: MarkedSpan[] = [];
      const sought = word.toLowerCase();
      for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + sought.length)) {
        if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) continue;
        found.push({ start: at, end: at + sought.length, kind: "search" });
      }
      return found;
    });
}
