/**
 * Text in, its word forms out, in order: what stands between white space and
 * marks, with abbreviations ("U.S."), figures ("1,200") and endings after an
 * apostrophe as one. What is known of a form is kept and found by the letters
 * in the text itself, so that a word that came before makes no new text.
 */
import { FNV_PRIME, FNV_START, fnvOn } from "../../base/fnv.ts";

const WORD = /\p{L}\.(?:\s?\p{Lu}\.)+|[\p{L}\p{N}]+(?:[.,]\p{N}+|['’]\p{L}+)*/gu;

/** Forms that are kept: those of some thousand reports. */
const MOST_KEPT = 80_000;
/** Longest form that is kept, in UTF-16 code units. */
const LONGEST_KEPT = 40;
/** Places of the table; so few are taken that most forms stand in the first that is looked at. */
const PLACES = 2 ** 18;

/** Calls `act` for each form with its place in the text. */
export type ScanForms<Form> = (text: string, act: (form: Form, start: number, end: number) => void) => void;

/** A scanner that says of each form what `make` makes of it. */
export function createFormScanner<Form>(make: (text: string) => Form): ScanForms<Form> {
  const table = new FormTable(make);
  return (text, act) => {
    for (let at = 0; at < text.length; ) {
      let code = text.charCodeAt(at);
      if (code < ASCII && !isWordPart(code)) {
        at++;
        continue;
      }
      let end = at;
      let hash = FNV_START;
      for (; isWordPart(code); code = text.charCodeAt(++end)) hash = Math.imul(hash ^ code, FNV_PRIME);
      if (!isWhole(text, at, end)) {
        WORD.lastIndex = at;
        const match = WORD.exec(text);
        if (match === null) return;
        at = match.index;
        end = WORD.lastIndex;
        hash = fnvOn(FNV_START, match[0]);
      }
      act(table.find(text, at, end, hash), at, end);
      at = end;
    }
  };
}

const ASCII = 128;
const [STOP, COMMA, APOSTROPHE] = [".", ",", "'"].map((mark) => mark.charCodeAt(0));

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters of ASCII. */
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isWordPart(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** True where the letters and figures of ASCII from `start` to `end` surely are a form; else the pattern decides. */
function isWhole(text: string, start: number, end: number): boolean {
  if (end === start) return false;
  if (end === text.length) return true;
  const mark = text.charCodeAt(end);
  if (mark >= ASCII) return false;
  if (mark !== STOP && mark !== COMMA && mark !== APOSTROPHE) return true;
  if (mark === STOP && end - start === 1) return false;
  const next = text.charCodeAt(end + 1);
  return !(next >= ASCII) && !(mark === APOSTROPHE ? isLetter(next) : isDigit(next));
}

/** Forms by their letters: open addressing; emptied when it is full. */
class FormTable<Form> {
  readonly #make: (text: string) => Form;
  readonly #hashes = new Int32Array(PLACES);
  #kept: ({ readonly text: string; readonly form: Form } | undefined)[] = new Array(PLACES);
  #count = 0;

  constructor(make: (text: string) => Form) {
    this.#make = make;
  }

  find(text: string, start: number, end: number, hash: number): Form {
    let place = placeOf(hash);
    for (; this.#kept[place] !== undefined; place = (place + 1) % PLACES) {
      if (this.#hashes[place] !== hash) continue;
      const kept = this.#kept[place]!;
      if (isAt(kept.text, text, start, end)) return kept.form;
    }
    if (end - start > LONGEST_KEPT) return this.#make(text.slice(start, end));
    // letter by letter: what is cut out of a text keeps the whole text in memory
    const own = String.fromCharCode(...codesOf(text, start, end));
    const form = this.#make(own);
    if (this.#count === MOST_KEPT) {
      this.#kept = new Array(PLACES);
      this.#count = 0;
      place = placeOf(hash);
    }
    this.#count++;
    this.#hashes[place] = hash;
    this.#kept[place] = { text: own, form };
    return form;
  }
}

const placeOf = (hash: number) => ((hash ^ (hash >>> 15)) >>> 0) % PLACES;

function codesOf(text: string, start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, at) => text.charCodeAt(start + at));
}

function isAt(form: string, text: string, start: number, end: number): boolean {
  if (form.length !== end - start) return false;
  for (let at = 0; at < form.length; at++)
    if (form.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
