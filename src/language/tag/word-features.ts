/**
 * What the tagger and the parser see of the words of a sentence, as numbers:
 * hashes of forms, endings, beginnings and shapes.
 */
import { hashText } from "../weights/hash.ts";

export interface WordFeatures {
  readonly count: number;
  /** Hash of the form as written, digits as 0. */
  readonly exact: Uint32Array;
  /** Hash of the lower-case form, digits as 0. */
  readonly lower: Uint32Array;
  readonly suffix1: Uint32Array;
  readonly suffix2: Uint32Array;
  readonly suffix3: Uint32Array;
  readonly suffix4: Uint32Array;
  readonly prefix2: Uint32Array;
  readonly prefix3: Uint32Array;
  /** Capitals, digits, marks in the form; with first place and headline noted. */
  readonly shape: Uint32Array;
  /** Group of the word among those of like use, 0 where it is in none. */
  readonly group: Uint32Array;
}

const DIGITS = /\d/g;

/** The form as tables of words hold it: lower case, digits as 0. */
export function normalForm(form: string): string {
  return form.toLowerCase().replace(DIGITS, "0").replace(/[’‘`]/g, "'").replace(/[“”]/g, '"');
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

/** The features of the words of one sentence.
 * @param groups groups of words by their normal form */
export function wordFeatures(forms: readonly string[], groups: ReadonlyMap<string, number>): WordFeatures {
  const n = forms.length;
  const make = () => new Uint32Array(n);
  const f = {
    count: n,
    exact: make(),
    lower: make(),
    suffix1: make(),
    suffix2: make(),
    suffix3: make(),
    suffix4: make(),
    prefix2: make(),
    prefix3: make(),
    shape: make(),
    group: make(),
  };
  const headline = isHeadline(forms) ? 2048 : 0;
  for (let i = 0; i < n; i++) {
    const form = forms[i] as string;
    const lower = normalForm(form.length > 64 ? form.slice(0, 64) : form);
    const size = lower.length;
    f.group[i] = (groups.get(lower) ?? -1) + 1;
    f.exact[i] = hashText(form.replace(DIGITS, "0"));
    f.lower[i] = hashText(lower);
    f.suffix1[i] = hashText(lower, size - 1);
    f.suffix2[i] = hashText(lower, Math.max(0, size - 2));
    f.suffix3[i] = hashText(lower, Math.max(0, size - 3));
    f.suffix4[i] = hashText(lower, Math.max(0, size - 4));
    f.prefix2[i] = hashText(lower, 0, Math.min(2, size));
    f.prefix3[i] = hashText(lower, 0, Math.min(3, size));
    f.shape[i] = shapeOf(form) | (i === 0 ? 1024 : 0) | headline;
  }
  return f;
}
