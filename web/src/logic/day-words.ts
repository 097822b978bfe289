/** Days in words: "2 August 2017", "2–9 Aug 2017", "Wednesday". A part of a day that is unknown is not made up. */
import { dayNumber } from "../../../src/base/day.ts";

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
const LONG = format({ day: "numeric", month: "long", year: "numeric" });
const SHORT = format({ day: "numeric", month: "short", year: "numeric" });
const DAY_MONTH = format({ day: "numeric", month: "short" });
const WEEKDAY = format({ weekday: "long" });
const MONTH = format({ month: "short" });
const MONTH_YEAR = format({ month: "long", year: "numeric" });

const at = (day: string) => new Date(`${day}T00:00:00Z`);

/** "2 August 2017". */
export function longDay(day: string | null): string {
  return day === null ? "without a day" : LONG.format(at(day));
}

/** "2 Aug 2017". */
export function shortDay(day: string | null): string {
  return day === null ? "no day" : SHORT.format(at(day));
}

/** "2 Aug". */
export function dayMonth(day: string): string {
  return DAY_MONTH.format(at(day));
}

/** "Wednesday". */
export function weekdayName(day: string): string {
  return WEEKDAY.format(at(day));
}

/** "Aug". */
export function monthName(day: string): string {
  return MONTH.format(at(day));
}

/** "August 2017". */
export function monthYear(day: string): string {
  return MONTH_YEAR.format(at(day));
}

/** One day, or "2 Aug – 9 Sep 2017". */
export function daySpan(start: string | null, end: string | null): string {
  if (start === null || end === null || start === end) return shortDay(start ?? end);
  const sameYear = start.slice(0, 4) === end.slice(0, 4);
  const sameMonth = sameYear && start.slice(5, 7) === end.slice(5, 7);
  const first = sameMonth ? String(Number(start.slice(8))) : sameYear ? dayMonth(start) : shortDay(start);
  return `${first}${sameMonth ? "–" : " – "}${shortDay(end)}`;
}

/** How many days lie between two days. */
export function daysBetween(start: string, end: string): number {
  return dayNumber(end) - dayNumber(start);
}
