/**
 * A report's paragraphs in, its quotations out: stretches between quotation
 * marks, curly, straight, angled or single, with what is quoted inside them.
 *
 * One pass over the characters, so the time grows with the text alone. A
 * quotation that its paragraph does not close ends with the paragraph. Who said
 * it is left to decide.ts.
 */
import type { Span } from "../../base/types.ts";
import type { Sentence } from "../../language/types.ts";

/** Words between quotation marks, marks included. */
export interface Quotation extends Span {
  /** False where the closing mark is missing. */
  readonly closed: boolean;
  /** Position of its paragraph. */
  readonly paragraph: number;
  /** doubled: two single marks in place of a double one. */
  readonly marks: "double" | "single" | "doubled";
}

const OPEN_DOUBLE = "“„«‟";
const CLOSE_DOUBLE = "”»";
const OPEN_SINGLE = "‘‚‹";
const CLOSE_SINGLE = "’›";
const LETTER = /[\p{L}\p{N}]/u;
const BEFORE_OPENING = /[\s([{—–―/-]/;
const SPACE = /\s/;

/** All outer quotations, in order of the text. */
export function findQuotations(text: string, sentences: readonly Sentence[]): readonly Quotation[] {
  const found: Quotation[] = [];
  for (let first = 0; first < sentences.length; ) {
    const { paragraph, start } = sentences[first]!;
    let last = first;
    while (last + 1 < sentences.length && sentences[last + 1]!.paragraph === paragraph) last++;
    readParagraph(text, { start, end: sentences[last]!.end }, paragraph, found);
    first = last + 1;
  }
  return found;
}

/** What is quoted inside quotations, in order of the text: by other marks than those around it, and closed. */
export function innerQuotations(text: string, outer: readonly Quotation[]): readonly Quotation[] {
  return outer.flatMap((one) => {
    const found: Quotation[] = [];
    const start = one.start + (one.marks === "doubled" ? 2 : 1);
    const end = one.closed ? one.end - (one.marks === "doubled" ? 2 : 1) : one.end;
    if (end > start) readParagraph(text, { start, end }, one.paragraph, found);
    return found.filter(
      ({ closed, marks, start: from }) => closed && (marks !== one.marks || text[from] !== text[one.start]),
    );
  });
}

function readParagraph(text: string, span: Span, paragraph: number, found: Quotation[]): void {
  let open = -1;
  let single = false;
  /** Curly quotations open inside a straight one. */
  let inside = 0;
  const lastStraight = span.start + text.slice(span.start, span.end).lastIndexOf('"');
  /** A single mark after an s, which may be an apostrophe. */
  let tentative = -1;
  const close = (end: number, closed: boolean) => {
    if (end > open + 1) found.push({ start: open, end, closed, paragraph, marks: marksAt(text, open) });
    open = -1;
    tentative = -1;
  };
  const until = (at: number) => {
    let end = at;
    while (end > open + 1 && SPACE.test(text[end - 1]!)) end--;
    return end;
  };
  const marks = /["'`“”„«»‟‘’‚‹›]/g;
  marks.lastIndex = span.start;
  for (let match = marks.exec(text); match !== null && match.index < span.end; match = marks.exec(text)) {
    let at = match.index;
    const before = at === span.start ? " " : text[at - 1]!;
    // Two single marks stand for a double one.
    const two = (text[at] === "'" || text[at] === "`") && text[at + 1] === text[at];
    const mark = two ? '"' : text[at]!;
    if (two) marks.lastIndex = ++at + 1;
    const after = text[at + 1] ?? " ";
    if (isDouble(mark)) {
      if (open >= 0 && text[open] === '"' && mark !== '"' && lastStraight > at) {
        inside = OPEN_DOUBLE.includes(mark) ? inside + 1 : Math.max(0, inside - 1);
        continue;
      }
      const opens = opensDouble(mark, before, after, open >= 0 && !single);
      if (open >= 0 && single) {
        if (tentative >= 0) close(tentative + 1, true);
        else open = -1;
      }
      if (opens) {
        const begin = two ? at - 1 : at;
        if (open >= 0) close(until(begin), false);
        open = begin;
        single = false;
      } else if (open >= 0) close(at + 1, true);
    } else if (open < 0) {
      if (opensSingle(mark, before, after)) {
        open = at;
        single = true;
      }
    } else if (single && closesSingle(mark, before, after)) {
      if (before === "s" && SPACE.test(after)) tentative = at;
      else close(at + 1, true);
    } else if (single && opensSingle(mark, before, after)) {
      if (tentative >= 0) close(tentative + 1, true);
      open = at;
    }
  }
  if (open < 0) return;
  if (single) {
    if (tentative >= 0) close(tentative + 1, true);
  } else close(until(span.end), false);
}

function marksAt(text: string, start: number): Quotation["marks"] {
  const mark = text[start]!;
  if (isDouble(mark)) return "double";
  return (mark === "'" || mark === "`") && text[start + 1] === mark ? "doubled" : "single";
}

function isDouble(mark: string): boolean {
  return mark === '"' || OPEN_DOUBLE.includes(mark) || CLOSE_DOUBLE.includes(mark);
}

function opensDouble(mark: string, before: string, after: string, isOpen: boolean): boolean {
  if (OPEN_DOUBLE.includes(mark)) return true;
  if (mark !== '"') return !isOpen && BEFORE_OPENING.test(before) && LETTER.test(after);
  if (isOpen)
    return BEFORE_OPENING.test(before) && !SPACE.test(after) && LETTER.test(after) && before === " ";
  return !SPACE.test(after);
}

function opensSingle(mark: string, before: string, after: string): boolean {
  if (!OPEN_SINGLE.includes(mark) && mark !== "'") return false;
  return (
    (BEFORE_OPENING.test(before) || before === ":") &&
    LETTER.test(after) &&
    !(mark === "'" && /\d/.test(after))
  );
}

function closesSingle(mark: string, before: string, after: string): boolean {
  if (!CLOSE_SINGLE.includes(mark) && mark !== "'") return false;
  return !SPACE.test(before) && !LETTER.test(after);
}

/** Index of the first quotation that starts at `offset` or behind. */
export function firstAfter(quotations: readonly Span[], offset: number): number {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The quotations that lie whole in the stretch, in order. */
export function quotationsIn<Q extends Span>(quotations: readonly Q[], { start, end }: Span): readonly Q[] {
  const first = firstAfter(quotations, start);
  let last = first;
  while (last < quotations.length && quotations[last]!.end <= end) last++;
  return quotations.slice(first, last);
}
