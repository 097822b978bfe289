/**
 * Words in, pieces out: the form in which names are compared.
 *
 * A piece is lower-case, without accents, dots and apostrophes; words are cut
 * at hyphens and before a possessive "'s", so that "Kim Jong-un", "Kim Jong - un"
 * and "KIM JONG UN" give the same pieces. Each keeps its letters, by which
 * name-index.ts tells "US" from "us".
 */

/** Letters of a piece: none upper-case; some; all (of at least two); all with dots ("u.s."); no letters. */
export type Shape = "lower" | "mixed" | "caps" | "dotted" | "none";

/** The pieces of some words, side by side. */
export class Pieces {
  /** The form that names are compared in. */
  readonly keys: string[] = [];
  /** The letters as written; with its dots where it is a dotted abbreviation. */
  readonly texts: string[] = [];
  /** Word that each piece belongs to. */
  readonly owners: number[] = [];
  #shouted: boolean | null = null;

  /** Adds the pieces of a word: none for a hyphen, one that equals no name for other punctuation. */
  add(word: string, owner: number): void {
    if (PLAIN.test(word)) this.#push(word.toLowerCase(), word, owner);
    else this.#addCut(word, owner);
  }

  /** How the letters of a piece are written. */
  shape(at: number): Shape {
    const text = this.texts[at]!;
    if (text.includes(".")) return "dotted";
    const upper = text.toUpperCase();
    const lower = text.toLowerCase();
    if (upper === lower) return "none";
    if (text === lower) return "lower";
    return text === upper && text.length > 1 ? "caps" : "mixed";
  }

  /** True when no piece of two letters or more is in lower case; looked up once, when all words are in. */
  shouted(): boolean {
    this.#shouted ??= !this.keys.some((key, at) => key.length > 1 && this.shape(at) === "lower");
    return this.#shouted;
  }

  #addCut(word: string, owner: number): void {
    let text = fold(word);
    const dotted = DOTTED.test(text);
    const possessive = text.length > 2 && POSSESSIVE.test(text);
    if (possessive) text = text.slice(0, -2);
    for (const part of text.split(HYPHENS)) {
      if (part === "") continue;
      const bare = part.replace(STRAY, "");
      if (bare === "") this.#push(part, part, owner);
      else this.#push(bare.toLowerCase(), dotted ? part : bare, owner);
    }
    if (possessive) this.#push("s", "s", owner);
  }

  #push(key: string, text: string, owner: number): void {
    this.keys.push(key);
    this.texts.push(text);
    this.owners.push(owner);
  }
}

const PLAIN = /^[A-Za-z]+$/;
const ASCII = /^[\x00-\x7F]*$/;
const DOTTED = /^(?:\p{L}\.)+\p{L}?\.?$/u;
const MARKS = /\p{M}+/gu;
const STRAY = /[.'’ʼʻ‘`´"“”]/g;
const POSSESSIVE = /['’]s$/i;
const HYPHENS = /[-‐‑–—/]/;
/** Letters that do not come apart into a base letter and a mark. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  "øo ØO łl ŁL đd ĐD ıi ðd ÐD əa ƏA ħh ĦH ßss æae ÆAe œoe ŒOe þth ÞTh"
    .split(" ")
    .map((pair) => [pair[0]!, pair.slice(1)]),
);

/** The text without accents, its letters plain Latin ones where they have such. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text;
  let plain = "";
  for (const letter of text.normalize("NFD").replace(MARKS, "")) plain += LETTERS.get(letter) ?? letter;
  return plain;
}

/** The pieces of all the words. */
export function piecesOf(words: readonly string[]): Pieces {
  const pieces = new Pieces();
  for (let word = 0; word < words.length; word++) pieces.add(words[word]!, word);
  return pieces;
}

/** The key of a whole name: its pieces joined by blanks. */
export function keyOf(name: string): string {
  return piecesOf(name.split(" ")).keys.join(" ");
}
