/**
 * Words in, pieces out: the form in which names are compared.
 *
 * A piece is lower-case, without accents, dots and apostrophes; words are cut
 * at hyphens and before a possessive "'s", so that "Kim Jong-un", "Kim Jong - un"
 * and "KIM JONG UN" give the same pieces. Each keeps the shape of its letters,
 * by which name-index.ts tells "US" from "us".
 */

/** Letters of a piece: none upper-case; some; all (of at least two, or dotted as in "u.s."); no letters. */
export type Shape = "lower" | "mixed" | "caps" | "none";

export interface Piece {
  readonly key: string;
  readonly shape: Shape;
}

const PLAIN = /^[A-Za-z]+$/;
const DOTTED = /^(?:\p{L}\.)+\p{L}?\.?$/u;
const MARKS = /\p{M}+/gu;
const APOSTROPHES = /['’ʼʻ‘`´]/g;
const POSSESSIVE = /['’]s$/i;
const HYPHENS = /[-‐‑–—/]/;
/** Letters that do not come apart into a base letter and a mark. */
const LETTERS = new Map(
  Object.entries({
    ø: "o",
    Ø: "O",
    ł: "l",
    Ł: "L",
    đ: "d",
    Đ: "D",
    ı: "i",
    ß: "ss",
    æ: "ae",
    Æ: "Ae",
    œ: "oe",
    Œ: "Oe",
    þ: "th",
    Þ: "Th",
    ð: "d",
    Ð: "D",
    ə: "a",
    Ə: "A",
    ħ: "h",
    Ħ: "H",
  }),
);

/** The text without accents, its letters plain Latin ones where they have such. */
export function fold(text: string): string {
  let plain = "";
  for (const letter of text.normalize("NFD").replace(MARKS, "")) plain += LETTERS.get(letter) ?? letter;
  return plain;
}

function shapeOf(text: string, key: string): Shape {
  const upper = text.toUpperCase();
  if (upper === key) return "none";
  if (text === key) return "lower";
  return text === upper && text.length > 1 ? "caps" : "mixed";
}

/** Pieces of one word; none for a hyphen, one that equals no name for other punctuation. */
export function piecesOf(word: string): Piece[] {
  if (PLAIN.test(word)) {
    const key = word.toLowerCase();
    return [{ key, shape: shapeOf(word, key) }];
  }
  let text = fold(word);
  const dotted = DOTTED.test(text);
  const possessive = POSSESSIVE.test(text) && text.length > 2;
  if (possessive) text = text.slice(0, -2);
  const pieces: Piece[] = [];
  for (const part of text.split(HYPHENS)) {
    const bare = part.replaceAll(".", "").replace(APOSTROPHES, "");
    if (bare === "") {
      if (part !== "") pieces.push({ key: part, shape: "none" });
      continue;
    }
    const key = bare.toLowerCase();
    pieces.push({ key, shape: dotted ? "caps" : shapeOf(bare, key) });
  }
  if (possessive) pieces.push({ key: "s", shape: "lower" });
  return pieces;
}

/** The key of a whole name: its pieces joined by blanks. */
export function keyOf(name: string): string {
  let key = "";
  for (const word of name.split(" "))
    for (const piece of piecesOf(word)) key += key === "" ? piece.key : ` ${piece.key}`;
  return key;
}
