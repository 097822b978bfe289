/**
 * Where the word that starts at an offset ends: over letters and digits, and
 * over the marks that live inside words (O'Brien, U.S.A, 10,000, 5:30, 9/11,
 * AT&T, e-mail). What the marks mean elsewhere is left to split-pieces.ts.
 */
import type { TokenizingData } from "../../knowledge/tokenizing.ts";
import { classOf, DIGIT, isApostrophe, isLetter, isWordUnit, UPPER } from "./characters.ts";

function digitAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && classOf(text.charCodeAt(at)) === DIGIT;
}

function letterAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isLetter(text.charCodeAt(at));
}

/** Number of digits from `at` on, counted up to 6. */
function digitRun(text: string, at: number): number {
  let count = 0;
  while (count < 6 && digitAt(text, at + count)) count++;
  return count;
}

/** True when the word from `start` to the hyphen at `at` goes on after the hyphen. */
function hyphenJoins(text: string, start: number, at: number, data: TokenizingData): boolean {
  if (at - start > 24) return false;
  const before = text.slice(start, at);
  const next = text.charCodeAt(at + 1);
  if (isLetter(next)) return data.hyphenPrefixes.has(before.toLowerCase());
  if (!digitAt(text, at + 1)) return false;
  if (before === "x") return true;
  if (/^\d{3}(-\d{3})?$|^1(-\d{3}){0,2}$/.test(before)) {
    const run = digitRun(text, at + 1);
    return run === 3 || run === 4;
  }
  if (/^\d\d?$/.test(before)) {
    const run = digitRun(text, at + 1);
    return run <= 2 && text[at + 1 + run] === "-" && digitRun(text, at + 2 + run) >= 2;
  }
  return /^\d\d?-\d\d?$/.test(before) && digitRun(text, at + 1) >= 2;
}

/** True when the full stop at `at` is inside the word that began at `start`. */
function stopJoins(text: string, start: number, at: number, data: TokenizingData): boolean {
  if (digitAt(text, at - 1) && digitAt(text, at + 1)) return true;
  if (!isWordUnit(text.charCodeAt(at + 1))) return false;
  // U.S, a.m: single letters between stops
  const single = at - start === 1 || text[at - 2] === ".";
  if (single && letterAt(text, at - 1)) {
    const after = text.charCodeAt(at + 2);
    if (at + 2 >= text.length || !isWordUnit(after) || after === 0x2e) return true;
    return classOf(text.charCodeAt(at + 1)) !== UPPER;
  }
  if (data.abbreviations.has(text.slice(start, at + 3))) return true;
  // names of sites and files: lower case on both sides
  return classOf(text.charCodeAt(at + 1)) !== UPPER && !digitAt(text, at - 1);
}

/** Offset after the last code unit of the word that starts at `start`. */
export function wordEnd(text: string, start: number, end: number, data: TokenizingData): number {
  let at = start;
  let hyphenFrom = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isWordUnit(code)) {
      at++;
      continue;
    }
    const inside = at > start && at + 1 < end;
    if (!inside) break;
    if (isApostrophe(code)) {
      if (!letterAt(text, at + 1) || !isWordUnit(text.charCodeAt(at - 1))) break;
    } else if (code === 0x2e) {
      if (!stopJoins(text, start, at, data)) break;
    } else if (code === 0x2c) {
      if (!digitAt(text, at - 1) || digitRun(text, at + 1) < 3) break;
    } else if (code === 0x3a || code === 0x2f) {
      if (!digitAt(text, at - 1) || !digitAt(text, at + 1)) break;
    } else if (code === 0x26) {
      if (classOf(text.charCodeAt(at - 1)) !== UPPER || classOf(text.charCodeAt(at + 1)) !== UPPER) break;
    } else if (code === 0x2d || code === 0x2010 || code === 0x2011) {
      if (!hyphenJoins(text, hyphenFrom, at, data)) break;
      if (letterAt(text, at + 1)) hyphenFrom = at + 1;
    } else break;
    at++;
  }
  return at;
}
