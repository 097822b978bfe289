/**
 * Tokens or plain text in, atoms out: runs of letters, runs of digits, single
 * signs. Tokenisers differ on "2010-11", "mid-2011" and "15:06Moscow"; atoms do not.
 */
import type { Token } from "../../language/types.ts";
import type { Atom } from "./types.ts";

const ATOM = /\p{Nd}+|\p{L}+|[^\s]/gu;
const LETTER = /^\p{L}/u;
const DIGIT = /^\p{Nd}/u;

/** The atoms of the tokens of a sentence, in order, with offsets into the report's text. */
export function atomsOfTokens(tokens: readonly Token[]): Atom[] {
  const atoms: Atom[] = [];
  for (const token of tokens) pushAtoms(atoms, token.form, token.start, token.index);
  return atoms;
}

/** The atoms of plain text; `offset` is added to every position. */
export function atomsOfText(text: string, offset = 0): Atom[] {
  const atoms: Atom[] = [];
  pushAtoms(atoms, text, offset, -1);
  return atoms;
}

/** True for letters of ASCII alone, as most tokens are: one atom without further look. */
function isPlainWord(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const lower = text.charCodeAt(at) | 32;
    if (lower < 97 || lower > 122) return false;
  }
  return text !== "";
}

function pushAtoms(atoms: Atom[], text: string, offset: number, token: number): void {
  if (isPlainWord(text)) {
    const glued = atoms.at(-1)?.end === offset;
    const end = offset + text.length;
    atoms.push({ text, lower: text.toLowerCase(), start: offset, end, kind: "word", glued, token });
    return;
  }
  for (const match of text.matchAll(ATOM)) {
    const part = match[0];
    const start = offset + match.index;
    const before = atoms.at(-1);
    const kind = LETTER.test(part) ? "word" : DIGIT.test(part) ? "digits" : "sign";
    atoms.push({
      text: part,
      lower: part === "’" ? "'" : part.toLowerCase(),
      start,
      end: start + part.length,
      kind,
      glued: before !== undefined && before.end === start,
      token,
    });
  }
}
