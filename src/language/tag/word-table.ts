/**
 * What the tagger sees of words, as numbers: hashes of forms, endings, beginnings
 * and shapes, one row for each form. The rows are a memo: forms come again, and
 * hashing them anew each time costs more than finding their row.
 */
import { ownCopy } from "../../base/own-copy.ts";
import { hashText } from "../weights/hash.ts";

/** Columns of a row. */
export const EXACT = 0;
/** The lower-case form, digits as 0. */
export const LOWER = 1;
export const SUFFIX1 = 2;
export const SUFFIX2 = 3;
export const SUFFIX3 = 4;
export const SUFFIX4 = 5;
export const PREFIX2 = 6;
export const PREFIX3 = 7;
/** Capitals, digits, marks in the form. */
export const SHAPE = 8;
/** Group of the word among those of like use, 0 where it is in none. */
export const GROUP = 9;
const COLUMNS = 10;

/** Row of a place before the first or after the last word. */
export const OUTSIDE_ROW = 0;
const OUTSIDE = 0x5bd1e995;
/** Places outside that a sentence has at each end. */
export const MARGIN = 2;

/** Shape of the first word of a sentence, and of the words of a headline. */
const FIRST = 1024;
const HEADLINE = 2048;

const DIGITS = /\d/g;

/** The form as tables of words hold it: lower case, digits as 0. */
export function normalForm(form: string): string {
  const lower = form.toLowerCase();
  if (isPlain(lower)) return lower;
  return lower.replace(DIGITS, "0").replace(/[’‘`]/g, "'").replace(/[“”]/g, '"');
}

/** True for the letters of most forms, of which none is replaced. */
function isPlain(lower: string): boolean {
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

function shapeOf(form: string): number {
  let shape = 0;
  const limit = Math.min(form.length, 32);
  for (let i = 0; i < limit; i++) {
    const code = form.charCodeAt(i);
    if (code >= 97 && code <= 122) shape |= 1;
    else if (code >= 65 && code <= 90) shape |= i === 0 ? 2 : 4;
    else if (code >= 48 && code <= 57) shape |= i === 0 ? 8 : 16;
    else if (code === 45) shape |= 32;
    else if (code === 46) shape |= 64;
    else if (code > 127) shape |= 128;
    else shape |= 256;
  }
  if (form.length <= 2) shape |= 512;
  return shape;
}

/** True when nearly all longer words begin with a capital: headline style tells nothing by its capitals. */
export function isHeadline(forms: readonly string[]): boolean {
  let capitals = 0;
  let words = 0;
  for (const form of forms) {
    if (form.length < 4) continue;
    const code = form.charCodeAt(0);
    if (code >= 65 && code <= 90) {
      capitals++;
      words++;
    } else if (code >= 97 && code <= 122) words++;
  }
  return words >= 3 && capitals >= 0.8 * words;
}

/** The words of a sentence, with MARGIN places outside at each end. */
export interface SentenceWords {
  readonly count: number;
  readonly rows: Int32Array;
  /** Shapes, with first place and headline noted. */
  readonly shapes: Uint32Array;
}

export class WordTable {
  readonly #rows = new Map<string, number>();
  readonly #groups: ReadonlyMap<string, number>;
  /** Rows in use. */
  size = 1;
  /** The rows, COLUMNS numbers each. */
  cells = new Uint32Array(256 * COLUMNS).fill(OUTSIDE, 0, COLUMNS);

  /** @param groups groups of words by their normal form */
  constructor(groups: ReadonlyMap<string, number>) {
    this.#groups = groups;
  }

  /** Forgets all forms. */
  clear(): void {
    this.#rows.clear();
    this.size = 1;
  }

  /** The number of a row's column. */
  cell(row: number, column: number): number {
    return this.cells[row * COLUMNS + column] as number;
  }

  /** The rows of the words of a sentence. */
  sentence(forms: readonly string[]): SentenceWords {
    const count = forms.length;
    const rows = new Int32Array(count + 2 * MARGIN).fill(OUTSIDE_ROW);
    const shapes = new Uint32Array(count + 2 * MARGIN).fill(OUTSIDE);
    const headline = isHeadline(forms) ? HEADLINE : 0;
    for (let i = 0; i < count; i++) {
      const form = forms[i] as string;
      const row = this.#rows.get(form) ?? this.#add(form);
      rows[i + MARGIN] = row;
      shapes[i + MARGIN] = this.cell(row, SHAPE) | (i === 0 ? FIRST : 0) | headline;
    }
    return { count, rows, shapes };
  }

  #add(form: string): number {
    const row = this.size++;
    this.#rows.set(ownCopy(form), row);
    if (this.size * COLUMNS > this.cells.length) {
      const more = new Uint32Array(2 * this.cells.length);
      more.set(this.cells);
      this.cells = more;
    }
    const lower = normalForm(form.length > 64 ? form.slice(0, 64) : form);
    const size = lower.length;
    const at = row * COLUMNS;
    const { cells } = this;
    cells[at + EXACT] = hashText(form.replace(DIGITS, "0"));
    cells[at + LOWER] = hashText(lower);
    cells[at + SUFFIX1] = hashText(lower, size - 1);
    cells[at + SUFFIX2] = hashText(lower, Math.max(0, size - 2));
    cells[at + SUFFIX3] = hashText(lower, Math.max(0, size - 3));
    cells[at + SUFFIX4] = hashText(lower, Math.max(0, size - 4));
    cells[at + PREFIX2] = hashText(lower, 0, Math.min(2, size));
    cells[at + PREFIX3] = hashText(lower, 0, Math.min(3, size));
    cells[at + SHAPE] = shapeOf(form);
    cells[at + GROUP] = (this.#groups.get(lower) ?? -1) + 1;
    return row;
  }
}
