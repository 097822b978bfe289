/**
 * Pieces in, sentence ends out: after which piece a sentence is over. A full
 * stop that an abbreviation carried is given back to the sentence that it ends.
 */
import type { TokenizingData } from "../../knowledge/tokenizing.ts";
import { classOf, DIGIT, LOWER, PUNCTUATION, UPPER } from "./characters.ts";
import type { Piece } from "./piece.ts";

const CLOSERS = "\"'”’)]}»`";
const OPENERS = "\"'“‘([{«`-–—";
/** Opening marks looked through for the next word. */
const LOOK_AHEAD = 4;
const STOP = 0x2e;
const ELLIPSIS = 0x2026;

/** True for full stops, question and exclamation marks and their runs, and the ellipsis. */
function isTerminator(text: string, piece: Piece): boolean {
  const code = text.charCodeAt(piece.start);
  return code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026;
}

function isCloser(text: string, piece: Piece): boolean {
  return !piece.spaced && piece.end - piece.start <= 2 && CLOSERS.includes(text[piece.start] as string);
}

/** True for what may follow a terminator inside the same sentence. */
function closes(text: string, piece: Piece): boolean {
  return isCloser(text, piece) || (!piece.spaced && isTerminator(text, piece));
}

/** The first piece at or after `from` that is no opening mark. */
function nextWord(text: string, pieces: readonly Piece[], from: number): Piece | undefined {
  for (let i = from; i < Math.min(pieces.length, from + LOOK_AHEAD); i++) {
    const piece = pieces[i]!;
    if (piece.end - piece.start > 2 || !OPENERS.includes(text[piece.start] as string)) return piece;
  }
  return undefined;
}

/** True when the abbreviation at `i` ends its sentence, judged by what follows. */
function abbreviationEnds(text: string, pieces: readonly Piece[], i: number, data: TokenizingData): boolean {
  const piece = pieces[i]!;
  const next = nextWord(text, pieces, i + 1);
  if (next === undefined) return i + 1 >= pieces.length;
  const kind = data.abbreviations.get(text.slice(piece.start, piece.end));
  if (!next.spaced && !isCloser(text, pieces[i + 1]!)) return false;
  if (classOf(text.charCodeAt(next.start)) !== UPPER || kind === "title" || kind === "middle") return false;
  const single = piece.end - piece.start === 2;
  if (single && i > 0 && classOf(text.charCodeAt(pieces[i - 1]!.start)) !== LOWER) {
    const word = text.slice(next.start, next.end);
    return word.length > 1 && data.sentenceStarters.has(word.toLowerCase()) && next.end - next.start > 2;
  }
  return data.sentenceStarters.has(text.slice(next.start, next.end).toLowerCase());
}

/** True when a sentence may start at piece `i`, its terminator being `mark`. */
function mayStart(text: string, pieces: readonly Piece[], i: number, mark: number): boolean {
  if (pieces[i]!.glued) return true;
  if (!pieces[i]!.spaced) return false;
  const next = nextWord(text, pieces, i);
  if (next === undefined) return true;
  const found = classOf(text.charCodeAt(next.start));
  if (found === LOWER) return false;
  if (found === DIGIT) return mark !== ELLIPSIS;
  return found !== PUNCTUATION || !",;:".includes(text[next.start] as string);
}

/** The pieces, with the full stop of each abbreviation that ends a sentence as a piece of its own. */
export function returnStops(text: string, pieces: readonly Piece[], data: TokenizingData): Piece[] {
  const result: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (!piece.abbreviation || !abbreviationEnds(text, pieces, i, data)) {
      result.push(piece);
      continue;
    }
    const at = piece.end - 1;
    result.push({ ...piece, end: at, abbreviation: false });
    result.push({ start: at, end: at + 1, spaced: false, joined: 1, abbreviation: false, glued: false });
  }
  return result;
}

/** True for the number of a list item, "1." or "b.", which is no sentence by itself. */
function isListNumber(text: string, first: Piece, between: number): boolean {
  return between === 1 && first.end - first.start <= 3 && classOf(text.charCodeAt(first.start)) !== LOWER;
}

/** Numbers of the pieces that begin a sentence, in order; the first is 0 where there is a piece. */
export function sentenceStarts(text: string, pieces: readonly Piece[]): number[] {
  const starts = pieces.length > 0 ? [0] : [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (!isTerminator(text, piece)) continue;
    let mark = text.charCodeAt(piece.start);
    const first = starts.at(-1)!;
    if (mark === STOP && isListNumber(text, pieces[first]!, i - first)) continue;
    if (mark === STOP && piece.end - piece.start > 1) mark = ELLIPSIS;
    let next = i + 1;
    while (next < pieces.length && closes(text, pieces[next]!)) next++;
    if (next < pieces.length && mayStart(text, pieces, next, mark)) {
      starts.push(next);
      i = next - 1;
    }
  }
  return starts;
}
