/**
 * A date rule in, what is wrong with its examples out. An example gives its
 * value under this very rule; a counter-example is not read by it. Both are
 * read as published on one fixed day.
 */
import type { CalendarTables, DateRule } from "../../knowledge/calendar.ts";
import { compileCalendar } from "./calendar.ts";
import { readTimesOfText } from "./read-times.ts";

/** The day on which all examples are read: a Thursday. */
export const EXAMPLE_DAY = "2017-08-10";

/** A function that says what is wrong with a date rule, a sentence each; nothing where its examples hold. */
export function dateRuleProver(tables: CalendarTables): (rule: DateRule) => readonly string[] {
  const calendar = compileCalendar(tables);
  const anchor = { day: EXAMPLE_DAY, kind: "published" } as const;
  return (rule) => {
    const read = (text: string) =>
      readTimesOfText(text, anchor, calendar).filter((time) => time.rule === rule.id);
    const missed = rule.examples
      .filter(({ text, value }) => !read(text).some((time) => time.value === value))
      .map(({ text, value }) => `"${text}" does not give ${value}`);
    const wrong = rule.counterExamples
      .filter((text) => read(text).length > 0)
      .map((text) => `"${text}" is read by it`);
    return [...missed, ...wrong];
  };
}
