/**
 * Text of PETRARCH's actor and agent files in, its entries with their lines out, and the lines that are no good.
 *
 * The format as ../formats of the project's brief and the PETRARCH manual give it: a phrase with a code in
 * brackets, synonyms behind "+", dated codes behind a tab; agents carry "~" in their code, "!NAME!" stands for a
 * set. What a code means is petrarch-codes.ts; what becomes of an entry, petrarch-entries.ts.
 */
import { dayOf } from "../../base/day.ts";

export interface DatedCode {
  readonly code: string;
  /** Days; "" for no bound. */
  readonly start: string;
  readonly end: string;
}

export interface PetrarchActor {
  readonly line: number;
  readonly phrases: readonly string[];
  readonly codes: readonly DatedCode[];
}

export interface PetrarchAgent {
  readonly line: number;
  readonly phrase: string;
  /** Null where the file gives none; "" where it says that there is none. */
  readonly plural: string | null;
  readonly code: string;
}

export interface PetrarchFile {
  readonly actors: readonly PetrarchActor[];
  readonly agents: readonly PetrarchAgent[];
  readonly sets: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

const SET_LINE = /^!([^!\s]+)!\s*=\s*(.*)$/;
const ENTRY = /^([^[\]{}]*?)\s*(?:\{([^{}]*)\})?\s*((?:\[[^[\]]*\]\s*)*)$/;
const BRACKET = /\[([^[\]]*)\]/g;
const CODED = /^([A-Za-z~]+)(?:\s+(\S+))?$/;
const LONGEST_LINE = 10_000;
/** Two-digit years from this one on belong to the last century. */
const CENTURY_TURNS = 40;

/** The entries of the text; a line that cannot be read is named and the rest goes on. */
export function readPetrarchLines(text: string): PetrarchFile {
  const actors: { line: number; phrases: string[]; codes: DatedCode[]; isLost: boolean }[] = [];
  const agents: PetrarchAgent[] = [];
  const sets = new Map<string, readonly string[]>();
  const problems: { line: number; message: string }[] = [];
  let current: (typeof actors)[number] | null = null;
  for (const [index, whole] of text.split(/\r\n|\n|\r/).entries()) {
    const line = index + 1;
    const bad = (message: string) => void problems.push({ line, message });
    if (whole.length > LONGEST_LINE) {
      bad("it is longer than 10,000 characters");
      continue;
    }
    const content = whole.replace(/<!--.*?(?:-->|$)/, "").replace(/[#;].*$/, "");
    const trimmed = content.trim();
    if (trimmed === "") continue;
    const set = SET_LINE.exec(trimmed);
    if (set !== null) {
      sets.set(
        set[1]!,
        set[2]!
          .split(",")
          .map(phraseOf)
          .filter((word) => word !== ""),
      );
      continue;
    }
    const entry = ENTRY.exec(trimmed);
    if (entry === null) {
      bad("its brackets do not close");
      continue;
    }
    const [, words = "", plural, brackets = ""] = entry;
    const given = [...brackets.matchAll(BRACKET)].map((match) => match[1]!.trim());
    if (given.some((code) => code.includes("~"))) {
      current = null;
      const agent = agentOf(line, words, plural, given);
      if (typeof agent === "string") bad(agent);
      else agents.push(agent);
      continue;
    }
    const codes: DatedCode[] = [];
    for (const code of given) {
      const dated = datedCode(code);
      if (typeof dated === "string") bad(dated);
      else codes.push(dated);
    }
    const isLost = given.length > 0 && codes.length === 0;
    const isMore = words === "" || words.startsWith("+");
    if (!isMore) {
      if (plural !== undefined) bad("a plural in braces belongs to an agent, whose code holds ~");
      current = { line, phrases: [], codes: [], isLost };
      actors.push(current);
    } else if (current === null) {
      bad("it goes on an entry, but none stands before it");
      continue;
    }
    const phrase = phraseOf(words.replace(/^\+/, ""));
    if (phrase !== "") current?.phrases.push(phrase);
    else if (words !== "") bad("it has no words");
    current?.codes.push(...codes);
  }
  // An entry whose only code cannot be read would hide the one that the gazetteer has under its name.
  const whole = actors.filter(
    ({ phrases, codes, isLost }) => phrases.length > 0 && !(isLost && codes.length === 0),
  );
  return { actors: whole, agents, sets, problems };
}

function agentOf(
  line: number,
  words: string,
  plural: string | undefined,
  codes: readonly string[],
): PetrarchAgent | string {
  const phrase = phraseOf(words);
  if (phrase === "") return "it has no words";
  const [code = ""] = codes;
  if (codes.length > 1 || !/^(?:[A-Za-z]{3})*~(?:[A-Za-z]{3})*$/.test(code))
    return `[${code}] is no code of an agent such as [~MIL] or [NGO~]`;
  return { line, phrase, plural: plural === undefined ? null : phraseOf(plural), code: code.toUpperCase() };
}

/** Words parted by blanks. */
function phraseOf(words: string): string {
  return words.replaceAll("_", " ").replaceAll(/\s+/g, " ").trim();
}

function datedCode(text: string): DatedCode | string {
  const match = CODED.exec(text);
  if (match === null) return `[${text}] is no code with a date such as [EXLGOV 20100101-20141231]`;
  const code = match[1]!.toUpperCase();
  if (code.length % 3 !== 0) return `the code ${code} is no run of three letters each`;
  const days = daysOf(match[2] ?? "");
  return days === null
    ? `${match[2]} is no date such as 20100101-20141231, <20091231 or >20150101`
    : { code, ...days };
}

function daysOf(text: string): { start: string; end: string } | null {
  if (text === "") return { start: "", end: "" };
  const [, mark, first, second] = /^([<>]?)(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  if (first === undefined || (mark !== "" && second !== undefined)) return null;
  const one = dayIn(first);
  if (one === null) return null;
  if (mark === "<") return { start: "", end: one };
  if (mark === ">") return { start: one, end: "" };
  const other = second === undefined ? one : dayIn(second);
  return other === null || other < one ? null : { start: one, end: other };
}

/** The day of YYYYMMDD or YYMMDD. */
function dayIn(digits: string): string | null {
  if (digits.length !== 8 && digits.length !== 6) return null;
  const short = Number(digits.slice(0, 2));
  const year =
    digits.length === 8 ? Number(digits.slice(0, 4)) : short + (short < CENTURY_TURNS ? 2000 : 1900);
  const rest = digits.slice(-4);
  return dayOf(year, Number(rest.slice(0, 2)), Number(rest.slice(2)));
}
