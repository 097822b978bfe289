/**
 * A sentence with spans marked: in colour where there are colours, in brackets
 * elsewhere; cut to one line around its first mark, or in full.
 */
import type { Span } from "../../../base/types.ts";
import { columnsOf, printable } from "./printable.ts";

export interface Mark extends Span {
  readonly paint: (words: string) => string;
}

interface Piece {
  readonly text: string;
  readonly mark: Mark | null;
}

/** The sentence in full with its spans marked.
 * @param marks spans in the sentence; of two that overlap the first counts */
export function markAll(sentence: string, marks: readonly Mark[]): string {
  return pieces(sentence, marks).map(draw).join("");
}

/** One line of at most so many columns that shows the mark with what stands around it. */
export function markLine(sentence: string, mark: Mark, columns: number): string {
  const before = printable(sentence.slice(0, mark.start));
  const words = printable(sentence.slice(mark.start, mark.end));
  const after = printable(sentence.slice(mark.end));
  const marked = mark.paint(words);
  const markColumns = columnsOf(words) + (marked.startsWith("[") ? 2 : 0);
  const whole = columnsOf(before) + markColumns + columnsOf(after);
  if (whole <= columns) return (before + marked + after).trim();
  const room = Math.max(0, columns - markColumns);
  // The beginning of the sentence says who; it stays as long as the mark is in the first line.
  const left = columnsOf(before) <= room * 0.7 ? before : `…${lastColumns(before, Math.floor(room / 2) - 1)}`;
  const rest = room - columnsOf(left);
  const right = columnsOf(after) <= rest ? after : `${firstColumns(after, Math.max(0, rest - 1))}…`;
  return (left + marked + right).trim();
}

function firstColumns(text: string, columns: number): string {
  let kept = "";
  for (const char of text) {
    if (columnsOf(kept) + columnsOf(char) > columns) break;
    kept += char;
  }
  return kept.replace(/\s\S{0,12}$/u, (last) => (last.length < kept.length / 3 ? "" : last)).trimEnd();
}

function lastColumns(text: string, columns: number): string {
  let kept = "";
  for (const char of [...text].reverse()) {
    if (columnsOf(kept) + columnsOf(char) > columns) break;
    kept = char + kept;
  }
  return kept.replace(/^\S{0,12}\s/u, "");
}

function pieces(sentence: string, marks: readonly Mark[]): Piece[] {
  const list: Piece[] = [];
  let at = 0;
  const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const mark of sorted) {
    if (mark.start < at || mark.end > sentence.length) continue;
    list.push({ text: sentence.slice(at, mark.start), mark: null });
    list.push({ text: sentence.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  list.push({ text: sentence.slice(at), mark: null });
  return list.filter((piece) => piece.text !== "");
}

function draw({ text, mark }: Piece): string {
  // A space at the edge of a piece belongs to the sentence.
  const plain = printable(text);
  return mark === null ? plain : mark.paint(plain);
}
