/**
 * Classes of UTF-16 code units for the splitter. Latin letters and digits are
 * looked up; all others ask Unicode once per code unit.
 */

export const SPACE = 0;
export const LOWER = 1;
export const UPPER = 2;
export const DIGIT = 3;
/** Letters without case, combining marks, halves of surrogate pairs that are letters, underscore. */
export const OTHER_LETTER = 4;
export const PUNCTUATION = 5;

const TABLE = new Uint8Array(0x10000);
const LOWER_PATTERN = /^\p{Ll}$/u;
const UPPER_PATTERN = /^[\p{Lu}\p{Lt}]$/u;
const LETTER_PATTERN = /^[\p{L}\p{M}_]$/u;
const DIGIT_PATTERN = /^\p{Nd}$/u;
const SPACE_PATTERN = /^[\s\u0085\u200b\ufeff\u00ad]$/u;

function classify(code: number): number {
  const text = String.fromCharCode(code);
  if (SPACE_PATTERN.test(text)) return SPACE;
  if (LOWER_PATTERN.test(text)) return LOWER;
  if (UPPER_PATTERN.test(text)) return UPPER;
  if (DIGIT_PATTERN.test(text)) return DIGIT;
  if (LETTER_PATTERN.test(text) || (code >= 0xd800 && code < 0xe000)) return OTHER_LETTER;
  return PUNCTUATION;
}

/** Class of the code unit, one of the constants of this file. */
export function classOf(code: number): number {
  const known = TABLE[code] as number;
  if (known !== 0) return known - 1;
  const found = classify(code);
  TABLE[code] = found + 1;
  return found;
}

/** True for letters, digits, marks and underscores. */
export function isWordUnit(code: number): boolean {
  const found = classOf(code);
  return found !== SPACE && found !== PUNCTUATION;
}

/** True for upper and lower case letters and letters without case. */
export function isLetter(code: number): boolean {
  const found = classOf(code);
  return found === LOWER || found === UPPER || found === OTHER_LETTER;
}

/** True for ' ’ and the grave accent that stands for them. */
export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x60;
}
