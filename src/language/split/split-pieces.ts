/**
 * Text in, pieces out: every word and mark with its offsets, contractions cut,
 * numbers parted from their units, missing spaces mended. Follows the practice
 * of the English Web Treebank. Sentences are left to sentence-ends.ts.
 */
import type { TokenizingData } from "../../knowledge/tokenizing.ts";
import { classOf, DIGIT, isApostrophe, isWordUnit, LOWER, SPACE, UPPER } from "./characters.ts";
import type { Piece } from "./piece.ts";
import { siteEnd } from "./site-end.ts";
import { wordEnd } from "./word-end.ts";

const STOP = 0x2e;

function push(pieces: Piece[], start: number, end: number, spaced: boolean): Piece {
  const piece = { start, end, spaced, joined: 1, abbreviation: false, glued: false };
  pieces.push(piece);
  return piece;
}

/** Offset inside `[start, end)` where letters follow a number that they do not belong to; -1 when none. */
function numberCut(text: string, start: number, end: number, data: TokenizingData): number {
  if (classOf(text.charCodeAt(start)) !== DIGIT) return -1;
  let at = start;
  while (at < end && (classOf(text.charCodeAt(at)) === DIGIT || ",.:/".includes(text[at] as string))) at++;
  if (at === end || at - start > 24) return -1;
  const ending = text.slice(at, Math.min(end, at + 12));
  const joined = data.numberEndings.get(ending);
  if (joined !== undefined) return joined ? -1 : at;
  const clock = text.slice(start, at).includes(":");
  const capital = classOf(text.charCodeAt(at)) === UPPER;
  const word = end - at >= 3 && classOf(text.charCodeAt(at + 1)) === LOWER;
  return word && (clock || capital) ? at : -1;
}

/** Lower-case form with straight apostrophes of a short word. */
function plain(text: string, start: number, end: number): string {
  return text.slice(start, end).toLowerCase().replace(/[’`]/g, "'");
}

/** Adds the word, cut where it is a contraction. */
function pushWord(
  pieces: Piece[],
  text: string,
  start: number,
  end: number,
  spaced: boolean,
  data: TokenizingData,
) {
  const piece = push(pieces, start, end, spaced);
  if (end - start > 40) return;
  const form = plain(text, start, end);
  const cuts = data.contractionForms.get(form);
  if (cuts !== undefined) {
    piece.joined = cuts.length + 1;
    let last = piece;
    for (const cut of cuts) {
      last.end = start + cut;
      last = push(pieces, start + cut, end, false);
    }
    return;
  }
  if (!form.includes("'") || classOf(form.charCodeAt(0)) === DIGIT) return;
  for (const suffix of data.contractionSuffixes) {
    if (suffix.length < 2 || !form.endsWith(suffix) || form.length === suffix.length) continue;
    if (isApostrophe(form.charCodeAt(form.length - suffix.length - 1))) return;
    piece.end = end - suffix.length;
    piece.joined = 2;
    push(pieces, piece.end, end, false);
    return;
  }
}

/** True when the full stop at `at` belongs to the word that starts at `start`. */
function takesStop(text: string, start: number, at: number, data: TokenizingData): boolean {
  if (text.charCodeAt(at) !== STOP || text.charCodeAt(at + 1) === STOP || at - start > 12) return false;
  if (data.abbreviations.has(text.slice(start, at + 1))) return true;
  if (at - start === 1) return classOf(text.charCodeAt(start)) === UPPER;
  return /^(?:\p{L}\.)+\p{L}$/u.test(text.slice(start, at));
}

/** End of the run of marks that makes one token from `at`: dots, dashes, doubled quotes, `?!`. */
function markEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  let last = at + 1;
  const next = text.charCodeAt(last);
  if (code === 0x21 || code === 0x3f) {
    while (last < end && (text.charCodeAt(last) === 0x21 || text.charCodeAt(last) === 0x3f)) last++;
  } else if (isApostrophe(code) && next === code && last < end) last++;
  else if (".-*=_+~#<>–—".includes(text[at] as string)) {
    while (last < end && text.charCodeAt(last) === code) last++;
  }
  return last;
}

/** Splits one stretch without white space. */
function splitChunk(pieces: Piece[], text: string, from: number, end: number, data: TokenizingData): void {
  let at = from;
  let openSingle = false;
  while (at < end) {
    const spaced = at === from;
    const code = text.charCodeAt(at);
    const site = siteEnd(text, at, end);
    if (site > at) {
      push(pieces, at, site, spaced);
      at = site;
    } else if (isWordUnit(code)) {
      let stop = wordEnd(text, at, end, data);
      const cut = numberCut(text, at, stop, data);
      if (cut > at) stop = cut;
      const first = pieces.length;
      if (cut < 0 && stop < end && takesStop(text, at, stop, data)) {
        push(pieces, at, ++stop, spaced).abbreviation = true;
      } else pushWord(pieces, text, at, stop, spaced, data);
      const glue = pieces[first - 1];
      const capital = classOf(code) === UPPER;
      if (!spaced && glue !== undefined && capital && glue.end - glue.start === 1) {
        const mark = text.charCodeAt(glue.start);
        const before = text.charCodeAt(glue.start - 1);
        const wordBefore = classOf(before) === LOWER && first >= 2 && !pieces[first - 2]!.spaced === false;
        if ((mark === STOP || mark === 0x3f || mark === 0x21) && wordBefore) pieces[first]!.glued = true;
      }
      at = stop;
      // "US$": letters hold their sign
      if (text.charCodeAt(at) === 0x24 && at - pieces[first]!.start <= 3 && capital) {
        pieces[first]!.end = ++at;
      }
      // "ministers' talks"
      if (
        isApostrophe(text.charCodeAt(at)) &&
        at < end &&
        !openSingle &&
        /[sS]/.test(text[at - 1] as string)
      ) {
        const after = at + 1 >= text.length ? 0x20 : text.charCodeAt(at + 1);
        if (text.charCodeAt(at) !== 0x60 && after !== text.charCodeAt(at) && !isWordUnit(after)) {
          pieces[first]!.joined = 2;
          push(pieces, at, ++at, false);
        }
      }
    } else if (!spaced && isApostrophe(code) && ownsSuffix(text, at, end, data)) {
      // "the U.S.'s envoy"
      let last = at + 1;
      while (last < end && isWordUnit(text.charCodeAt(last))) last++;
      const owner = pieces.at(-1)!;
      owner.joined = 2;
      push(pieces, at, last, false);
      at = last;
    } else {
      const last = isApostrophe(code) && spaced && shortYear(text, at, end) ? at + 3 : markEnd(text, at, end);
      if (spaced && last === at + 1 && (code === 0x27 || code === 0x2018)) openSingle = true;
      push(pieces, at, last, spaced);
      at = last;
    }
  }
}

/** True when an ending of contractions stands at `at`, after a word that carries its full stop. */
function ownsSuffix(text: string, at: number, end: number, data: TokenizingData): boolean {
  if (text.charCodeAt(at - 1) !== STOP) return false;
  let last = at + 1;
  while (last < end && last < at + 4 && isWordUnit(text.charCodeAt(last))) last++;
  return last > at + 1 && data.contractionSuffixes.includes(plain(text, at, last));
}

/** True for '17 and '90s at `at`. */
function shortYear(text: string, at: number, end: number): boolean {
  if (at + 3 > end) return false;
  const digits = classOf(text.charCodeAt(at + 1)) === DIGIT && classOf(text.charCodeAt(at + 2)) === DIGIT;
  return digits && (at + 3 === end || !isWordUnit(text.charCodeAt(at + 3)));
}

/** All pieces of `[from, to)` of the text, in order. */
export function splitPieces(text: string, from: number, to: number, data: TokenizingData): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  while (at < to) {
    if (classOf(text.charCodeAt(at)) === SPACE) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < to && classOf(text.charCodeAt(end)) !== SPACE) end++;
    splitChunk(pieces, text, at, end, data);
    at = end;
  }
  return pieces;
}
