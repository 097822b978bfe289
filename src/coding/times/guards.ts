/**
 * What a pattern cannot say about its surroundings: that a bare number is a
 * year, that "May" is the month, that a span of years is no age. A rule names
 * its guard; the words that guards look for are in the lexicon.
 */
import type { Lattice } from "./match.ts";
import type { Candidate } from "./types.ts";

type Guard = (candidate: Candidate, lattice: Lattice) => boolean;

/** Years written without any word around them that says so. */
const PLAIN_YEARS = { first: 1900, last: 2060 };
/** Years that count only after a preposition and before no noun. */
const FIRST_OLD_YEAR = 1400;
const LAST_FAR_YEAR = 2100;
/** Units whose words mean something else after an article: a second term, a quarter of the seats. */
const NO_LENGTHS = new Set(["second", "quarter"]);
const LONG_UNITS = new Set(["decade", "century"]);

/** True where the rule has no guard or its guard lets the candidate pass. */
export function passesGuard(candidate: Candidate, lattice: Lattice): boolean {
  const { guard } = candidate.rule;
  return guard === null || (GUARDS[guard]?.(candidate, lattice) ?? false);
}

/** True where atom `at` has a reading of this class. */
function has({ lexemes }: Lattice, at: number, ...classNames: readonly string[]): boolean {
  return lexemes[at]?.some((lexeme) => classNames.includes(lexeme.className)) ?? false;
}

/** True where a reading of this class ends just before atom `at`. */
function endsBefore(lattice: Lattice, at: number, className: string): boolean {
  for (let length = 1; length <= 3; length++) {
    const list = lattice.lexemes[at - length];
    if (list?.some((lexeme) => lexeme.className === className && lexeme.length === length)) return true;
  }
  return false;
}

function isSign(lattice: Lattice, at: number): boolean {
  const atom = lattice.atoms[at];
  return atom === undefined || atom.kind === "sign";
}

function isCapitalWord(lattice: Lattice, at: number): boolean {
  const atom = lattice.atoms[at];
  return atom?.kind === "word" && atom.text.toLowerCase() !== atom.text;
}

const monthAlone: Guard = ({ captures, first, last }, lattice) => {
  const month = captures.MONTH!;
  const afterPreposition = endsBefore(lattice, first, "PREPOSITION");
  if (month.alsoWord || month.short) return afterPreposition;
  if (!month.alsoName || afterPreposition) return true;
  return (first === 0 || !isCapitalWord(lattice, first - 1)) && !isCapitalWord(lattice, last);
};

const year: Guard = ({ captures, first, last }, lattice) => {
  const value = Number(captures.YEAR!.value);
  const before = lattice.atoms[first - 1];
  const after = lattice.atoms[last];
  if (
    before !== undefined &&
    lattice.atoms[first]!.glued &&
    before.kind === "sign" &&
    ".,:/$€£#".includes(before.text)
  )
    return false;
  if (after?.glued && after.kind === "word") return false;
  if (
    after?.glued &&
    ",.:".includes(after.text) &&
    lattice.atoms[last + 1]?.glued &&
    lattice.atoms[last + 1]?.kind === "digits"
  )
    return false;
  if (has(lattice, last, "NOTYEARAFTER") || endsBefore(lattice, first, "NOTYEARBEFORE")) return false;
  // Letters close before the number make it a model or a flight: "KC-2000".
  if (
    before?.text === "-" &&
    lattice.atoms[first]!.glued &&
    before.glued &&
    lattice.atoms[first - 2]?.kind === "word"
  )
    return endsBefore(lattice, first - 1, "PREPOSITION") || has(lattice, first - 2, "EDGE");
  if (value >= PLAIN_YEARS.first && value <= PLAIN_YEARS.last) return true;
  if (value < FIRST_OLD_YEAR || value > LAST_FAR_YEAR || !endsBefore(lattice, first, "PREPOSITION"))
    return false;
  return (
    isSign(lattice, last) || isCapitalWord(lattice, last) || has(lattice, last, "PREPOSITION", "ARTICLE")
  );
};

/** "at 15:06", "15:06 GMT", not "Acts 15:06". */
const clock: Guard = ({ captures, first }, lattice) => {
  if (captures.MERIDIEM !== undefined || captures.ZONE !== undefined) return true;
  return isSign(lattice, first - 1) || endsBefore(lattice, first, "PREPOSITION");
};

const GUARDS: Readonly<Record<string, Guard>> = {
  "month-alone": monthAlone,
  year,
  decade: ({ captures }) => Number((captures.YEAR ?? captures.YY)!.value) % 10 === 0,
  quarter: ({ captures }) => Number(captures.N1!.value) >= 1 && Number(captures.N1!.value) <= 4,
  "day-alone": ({ last }, lattice) => isSign(lattice, last) || has(lattice, last, "PREPOSITION"),
  "ends-clause": ({ last }, lattice) => isSign(lattice, last),
  "clause-follows": ({ last }, lattice) => !isSign(lattice, last),
  "not-age": ({ last }, lattice) => !(lattice.atoms[last]?.lower === "-" && has(lattice, last + 1, "AGOOLD")),
  "not-outlet": ({ first, last }, lattice) =>
    first === 0 ||
    !isCapitalWord(lattice, first) ||
    !(isCapitalWord(lattice, first - 1) || isCapitalWord(lattice, last)),
  "weekday-alone": ({ captures, first }, lattice) =>
    !captures.WEEKDAY!.short || endsBefore(lattice, first, "PREPOSITION"),
  "not-name": ({ first }, lattice) =>
    !isCapitalWord(lattice, first - 1) || endsBefore(lattice, first, "PREPOSITION") || first === 1,
  clock,
  "season-alone": ({ last }, lattice) => !has(lattice, last, "OFTIME"),
  "article-unit": ({ captures }) => !NO_LENGTHS.has(String(captures.UNIT!.value)),
  "ordinal-of": ({ captures }) => captures.WHICH === undefined || Number(captures.WHICH.value) === -1,
  "long-unit": ({ captures }) => LONG_UNITS.has(String(captures.UNIT!.value)),
  "shift-unit": ({ captures, last }, lattice) => {
    const unit = String(captures.UNIT!.value);
    if (unit === "day") return Number(captures.WHICH!.value) === 0;
    if (unit === "second" || unit === "minute" || unit === "hour") return false;
    if (Number(captures.WHICH!.value) === -1 && LONG_UNITS.has(unit)) return false;
    return !(Number(captures.WHICH!.value) !== 0 && has(lattice, last, "OFTIME"));
  },
  duration: ({ captures, last }, lattice) => {
    if (has(lattice, last, "AGOOLD")) return false;
    const unit = String((captures.UNIT ?? captures.UNITS)!.value);
    if (unit === "quarter") return false;
    return captures.UNIT === undefined || Number(captures.NUM!.value) === 1;
  },
  "reference-word": ({ last }, lattice) => !has(lattice, last, "NUM", "UNIT", "UNITS", "VAGUE", "OFTIME"),
};
