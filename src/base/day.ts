/**
 * Days of the Gregorian calendar as `YYYY-MM-DD` strings, without clock or zone.
 * Arithmetic runs on day numbers (days since 1970-01-01).
 */

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** A span of days; `end` is the last day, inclusive. */
export interface DayRange {
  readonly start: Day;
  readonly end: Day;
}

const DAY_MS = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True when `value` is a day of the calendar written `YYYY-MM-DD`. */
export function isDay(value: string): value is Day {
  const match = PATTERN.exec(value);
  if (match === null) return false;
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3])) === value;
}

/** Days since 1970-01-01 (negative before). */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** The day with this number of days since 1970-01-01. */
export function dayFromNumber(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count);
}

/** Day of the week, 0 = Monday … 6 = Sunday (ISO 8601 order). */
export function weekday(day: Day): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7;
}

/** Number of days of a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day of these parts, or null when the calendar has none such. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return null;
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}
