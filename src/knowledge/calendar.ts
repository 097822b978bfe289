/**
 * The calendar's words and the forms of dates, as data: reads
 * knowledge/lexicon/en/{months,weekdays,time-words}.jsonl and
 * knowledge/rules/dates/*.jsonl and hands out frozen tables. What the forms
 * mean is decided in coding/times, which compiles these tables once.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { knowledgePath } from "./dir.ts";
import { readLines } from "./read-lines.ts";

export interface MonthWord {
  readonly id: string;
  /** 1 to 12. */
  readonly month: number;
  readonly names: readonly string[];
  readonly abbreviations: readonly string[];
  /** True where the name is an ordinary word too. */
  readonly alsoWord: boolean;
  /** True where the name is a personal name too. */
  readonly alsoName: boolean;
}

export interface WeekdayWord {
  readonly id: string;
  /** ISO 8601: Monday 1 to Sunday 7. */
  readonly weekday: number;
  readonly names: readonly string[];
  readonly plurals: readonly string[];
  readonly abbreviations: readonly string[];
}

export interface TimeWord {
  readonly id: string;
  readonly kind: string;
  readonly words: readonly string[];
  readonly value?: string | number;
  readonly plural?: boolean;
}

export interface DateRule {
  readonly id: string;
  /** Words, classes (capitals), `[optional]`, `a|b`, `~glued`, `<the part that counts>`. */
  readonly pattern: string;
  readonly gives: Readonly<Record<string, unknown>> & { readonly op: string };
  readonly guard?: string;
  /** 2: the pattern speaks of the results of other rules (PERIOD, DATE). */
  readonly stratum?: number;
  readonly source: string;
  readonly examples: readonly { readonly text: string; readonly value: string }[];
  readonly counterExamples: readonly string[];
}

export interface CalendarTables {
  readonly months: readonly MonthWord[];
  readonly weekdays: readonly WeekdayWord[];
  readonly words: readonly TimeWord[];
  readonly rules: readonly DateRule[];
}

/** The calendar tables of a knowledge folder (default: the one that comes with the program).
 * @throws {@link Fault} `knowledge/bad-line` where a line is not JSON */
export function loadCalendar(dir: string = knowledgePath()): CalendarTables {
  const lexicon = join(dir, "lexicon", "en");
  const ruleDir = join(dir, "rules", "dates");
  const ruleFiles = readdirSync(ruleDir).filter((name) => name.endsWith(".jsonl"));
  return Object.freeze({
    months: readLines<MonthWord>(join(lexicon, "months.jsonl")),
    weekdays: readLines<WeekdayWord>(join(lexicon, "weekdays.jsonl")),
    words: readLines<TimeWord>(join(lexicon, "time-words.jsonl")),
    rules: ruleFiles.sort().flatMap((name) => readLines<DateRule>(join(ruleDir, name))),
  });
}
