/**
 * Atoms in, their readings as words of the calendar out: months, weekdays,
 * units, number words, digits as day, year, hour. One position may have many.
 */
import type { Calendar, WordEntry } from "./calendar.ts";
import type { Atom, Lexeme } from "./types.ts";

/** Longest number of decimal places and thousands groups read as one number. */
const THOUSANDS = 3;

const NONE: readonly Lexeme[] = [];

/** The readings that begin at atom `at`. */
export function lexemesAt(atoms: readonly Atom[], at: number, calendar: Calendar): readonly Lexeme[] {
  const atom = atoms[at]!;
  const entries = calendar.words.get(atom.lower);
  if (entries === undefined && atom.kind !== "digits") return NONE;
  const lexemes: Lexeme[] = [];
  for (const entry of entries ?? []) {
    if (!fits(atoms, at, entry)) continue;
    const { className, value, alsoWord = false, alsoName = false, short = false } = entry;
    lexemes.push({ className, value, at, length: entry.atoms.length, alsoWord, alsoName, short });
  }
  const number = numberAt(atoms, at, calendar);
  if (number !== null) lexemes.push({ className: "NUM", at, ...number });
  if (atom.kind === "digits") pushDigits(lexemes, atoms, at, calendar);
  return lexemes;
}

function fits(atoms: readonly Atom[], at: number, entry: WordEntry): boolean {
  if (entry.capital) {
    const first = atoms[at]!.text;
    if (first.toLowerCase() === first) return false;
  }
  for (let k = 1; k < entry.atoms.length; k++) {
    if (atoms[at + k]?.lower !== entry.atoms[k]) return false;
    // The dot of an abbreviation stands close to it.
    if (entry.atoms[k] === "." && !atoms[at + k]!.glued) return false;
  }
  return true;
}

function wordValue(atom: Atom | undefined, className: string, calendar: Calendar): number | null {
  if (atom === undefined) return null;
  const entry = calendar.words.get(atom.lower)?.find((word) => word.className === className);
  return entry !== undefined && entry.atoms.length === 1 ? Number(entry.value) : null;
}

/** A cardinal number in digits or words: "1,200", "2.5", "twenty-five", "two dozen". */
function numberAt(
  atoms: readonly Atom[],
  at: number,
  calendar: Calendar,
): { value: number; length: number } | null {
  const atom = atoms[at]!;
  if (atom.kind === "digits") return digitsAt(atoms, at);
  let length = 1;
  let value = wordValue(atom, "TENS", calendar);
  if (value !== null) {
    const dash = atoms[at + 1]?.lower === "-" ? 1 : 0;
    const ones = wordValue(atoms[at + 1 + dash], "NUMBER", calendar);
    if (ones !== null && ones < 10) {
      value += ones;
      length += 1 + dash;
    }
  } else value = wordValue(atom, "NUMBER", calendar);
  const article = value === null ? wordValue(atom, "ARTICLE", calendar) : null;
  const times = wordValue(atoms[at + length], "MULTIPLIER", calendar);
  if (times !== null && (value ?? article) !== null)
    return { value: (value ?? article)! * times, length: length + 1 };
  return value === null ? null : { value, length };
}

function digitsAt(atoms: readonly Atom[], at: number): { value: number; length: number } {
  const [atom, sign, next] = [atoms[at]!, atoms[at + 1], atoms[at + 2]];
  const joined = sign?.glued === true && next?.glued === true && next.kind === "digits";
  if (joined && sign.lower === "," && next.text.length === THOUSANDS) {
    return { value: Number(atom.text + next.text), length: 3 };
  }
  if (joined && sign.lower === ".") return { value: Number(`${atom.text}.${next.text}`), length: 3 };
  return { value: Number(atom.text), length: 1 };
}

function pushDigits(lexemes: Lexeme[], atoms: readonly Atom[], at: number, calendar: Calendar): void {
  const { text } = atoms[at]!;
  if (text.length > 4) return;
  const value = Number(text);
  const push = (className: string, length = 1) => lexemes.push({ className, value, at, length });
  const next = atoms[at + 1];
  const suffixed = next?.glued === true && wordValue(next, "ORDINALSUFFIX", calendar) !== null;
  if (suffixed) {
    push("ORD", 2);
    if (text.length <= 2 && value >= 1 && value <= 31) {
      push("DAY", 2);
      push("DAYORD", 2);
    }
    return;
  }
  if (text.length === 4) {
    if (value >= 1000 && value < 3000) push("YEAR");
    if (value % 100 < 60 && value < 2400) push("HHMM");
    return;
  }
  if (text.length > 2) return;
  push("N1");
  if (text.length === 2) push("YY");
  if (value >= 1 && value <= 31) {
    push("DAY");
    push("DD");
  }
  if (value >= 1 && value <= 12) push("MM");
  if (value <= 24) push("HH");
  if (text.length === 2 && value < 60) push("MIN");
}
