/** A block in, what its own words say out: whether it is running text, a date line, a byline, and which rules fit. */
import type { Block } from "./normalise.ts";
import { type PageRules, wordCount } from "./page-rules.ts";
import { statedDates } from "./stated-dates.ts";

const SENTENCE_END = /[.!?…]["'”’)\]»]*$/;
const SENTENCE_INSIDE = /[.!?]["'”’)]*\s+["'“‘(]?\p{Lu}/u;
/** Words of a running paragraph without a full stop (cut off by the page). */
const LONG_WORDS = 30;
const RUNNING_WORDS = 6;

/** A headline: as many words, no full stop. Shorter ones are subheads. */
export const HEADLINE_WORDS = { least: 5, most: 22 };

export interface Draft {
  readonly block: Block;
  readonly marks: ReadonlySet<string>;
  readonly isDate: boolean;
  readonly isByline: boolean;
  readonly running: boolean;
  readonly norm: string;
}

/** A text made comparable: letters and digits only, lower case. */
export function normalForm(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What the words of a block say. */
export function draftOf(block: Block, rules: PageRules): Draft {
  const { text, hint } = block;
  const marks = rules.kindsOf(text);
  const words = wordCount(text);
  const ends = SENTENCE_END.test(text);
  const running =
    hint !== "heading" &&
    hint !== "title" &&
    ((words >= RUNNING_WORDS && (ends || SENTENCE_INSIDE.test(text))) || words >= LONG_WORDS);
  const isByline = marks.has("byline") && isNameLine(text, rules);
  return {
    block,
    marks,
    isDate: isDateLine(text, words, rules),
    isByline,
    running,
    norm: normalForm(text.slice(0, 400)),
  };
}

/** True where a rule or its own form says what the block is. */
export function isSet({ marks, isDate, isByline }: Draft): boolean {
  return isDate || isByline || marks.has("boilerplate") || marks.has("related") || marks.has("caption");
}

/** Words beside the date on a line that is a date line: a label, a clock time, a zone. */
const MOST_OTHER_WORDS = 4;

function isDateLine(text: string, words: number, rules: PageRules): boolean {
  // The line under a cited post names its author by handle.
  if (words > 20 || text.includes("(@")) return false;
  const dates = statedDates(text, rules).filter(({ day }) => day !== null);
  if (dates.length === 0) return false;
  let rest = text;
  for (const { start, end } of dates.toReversed()) rest = rest.slice(0, start) + rest.slice(end);
  const others = (rest.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !rules.weekdays.has(word));
  return others.length <= MOST_OTHER_WORDS && !SENTENCE_END.test(rest.replace(/[ap]\.m\.$/i, ""));
}

/** True where a byline names people: capitals after its first word, no sentence. */
export function isNameLine(text: string, rules: PageRules): boolean {
  const start = rules.bylineStarts.find((word) => text.toLowerCase().startsWith(word));
  if (start === undefined) return false;
  const words = text
    .slice(start.length)
    .split(/[\s,|/&]+/)
    .filter((word) => /\p{L}/u.test(word));
  const [first] = words;
  if (first === undefined || rules.weekdays.has(first.toLowerCase()) || rules.months.has(first.toLowerCase()))
    return false;
  const capitals = words.filter((word) => /^["'“(]?\p{Lu}/u.test(word)).length;
  return words.length >= 2 && words.length <= 18 && capitals >= words.length * 0.6 && /^\p{Lu}/u.test(first);
}
