/**
 * Arithmetic of calendar units: the week, month, season or century around a
 * day, shifted by a count, with its TIMEX3 value and its first and last day.
 * Weeks are ISO 8601 weeks; winter is named after the year of its December.
 */
import { addDays, dayNumber, dayOf, daysInMonth, weekday } from "../../base/day.ts";
import type { Day } from "../../base/types.ts";
import type { Unit } from "./types.ts";

export interface Period {
  readonly value: string;
  readonly day: Day;
  readonly endDay: Day;
}

/** Year, month (1 to 12) and day of the month of a day. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

const pad = (value: number, width: number) => String(value).padStart(width, "0");

/** The ISO week of a day: "2017-W31" and its Monday. */
export function isoWeek(day: Day): { name: string; monday: Day } {
  const monday = addDays(day, -weekday(day));
  const year = partsOf(addDays(monday, 3)).year;
  const first = dayOf(year, 1, 4)!;
  const week = (dayNumber(monday) - dayNumber(addDays(first, -weekday(first)))) / 7 + 1;
  return { name: `${pad(year, 4)}-W${pad(week, 2)}`, monday };
}

/** The months `first` to `first + length - 1`, `first` counted from January of the year 0; null outside the calendar. */
export function months(first: number, length: number, value: string): Period | null {
  const [year, month] = [Math.floor(first / 12), (first % 12) + 1];
  const last = first + length - 1;
  const [endYear, endMonth] = [Math.floor(last / 12), (last % 12) + 1];
  const day = dayOf(year, month, 1);
  const endDay = dayOf(endYear, endMonth, daysInMonth(endYear, endMonth));
  return day === null || endDay === null ? null : { value, day, endDay };
}

export const monthPeriod = (year: number, month: number) =>
  months(year * 12 + month - 1, 1, `${pad(year, 4)}-${pad(month, 2)}`);
export const yearPeriod = (year: number) => months(year * 12, 12, pad(year, 4));
export const quarterPeriod = (year: number, quarter: number) =>
  months(year * 12 + (quarter - 1) * 3, 3, `${pad(year, 4)}-Q${quarter}`);
export const halfPeriod = (year: number, half: number) =>
  months(year * 12 + (half - 1) * 6, 6, `${pad(year, 4)}-H${half}`);
export const decadePeriod = (year: number) =>
  months(Math.floor(year / 10) * 120, 120, pad(Math.floor(year / 10), 3));
export const centuryPeriod = (century: number) => months((century - 1) * 1200, 1200, pad(century - 1, 2));

const SEASON_STARTS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** A season by its TIMEX3 code; null where the code is none. */
export function seasonPeriod(year: number, code: string): Period | null {
  const start = SEASON_STARTS[code];
  return start === undefined ? null : months(year * 12 + start - 1, 3, `${pad(year, 4)}-${code}`);
}

/** The week, month, … around `day`, `count` of them later (earlier when negative); null outside the calendar. */
export function shifted(day: Day, unit: Unit, count: number): Period | null {
  const { year, month } = partsOf(day);
  if (Math.abs(count) > 5000) return null;
  const whole = Math.trunc(count);
  switch (unit) {
    case "second":
    case "minute":
      return single(day);
    case "hour":
      return single(addDays(day, Math.trunc(count / 24)));
    case "day":
      return single(addDays(day, whole));
    case "fortnight":
      return single(addDays(day, 14 * whole));
    case "week": {
      const { name, monday } = isoWeek(addDays(day, 7 * whole));
      return { value: name, day: monday, endDay: addDays(monday, 6) };
    }
    case "weekend": {
      const { name, monday } = isoWeek(addDays(day, 7 * whole));
      return { value: `${name}-WE`, day: addDays(monday, 5), endDay: addDays(monday, 6) };
    }
    case "month": {
      const index = year * 12 + month - 1 + whole;
      return monthPeriod(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1);
    }
    case "quarter": {
      const index = year * 4 + Math.floor((month - 1) / 3) + whole;
      return quarterPeriod(Math.floor(index / 4), (index % 4) + 1);
    }
    case "year":
      // Half years count by their months: two and a half years before August is February.
      return yearPeriod(Math.floor((year * 12 + month - 1 + Math.round(count * 12)) / 12));
    case "decade":
      return decadePeriod(year + 10 * whole);
    case "century":
      return centuryPeriod(Math.floor(year / 100) + 1 + whole);
    default:
      return null;
  }
}

function single(day: Day): Period {
  return { value: day, day, endDay: day };
}

/** The day exactly `count` units later; months and years keep the day of the month where there is one. */
export function movedDay(day: Day, unit: Unit, count: number): Day | null {
  const perUnit: Partial<Record<Unit, number>> = { day: 1, week: 7, fortnight: 14, weekend: 7 };
  const days = perUnit[unit];
  if (days !== undefined) return Math.abs(count) > 500_000 ? null : addDays(day, Math.trunc(count * days));
  if (unit === "hour") return addDays(day, Math.trunc(count / 24));
  const perMonth: Partial<Record<Unit, number>> = {
    month: 1,
    quarter: 3,
    year: 12,
    decade: 120,
    century: 1200,
  };
  const factor = perMonth[unit];
  if (factor === undefined) return day;
  const { year, month, date } = partsOf(day);
  const index = year * 12 + month - 1 + Math.round(count * factor);
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  if (newYear < 1 || newYear > 9999) return null;
  return dayOf(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)));
}

/** Easter Sunday of a year (Gregorian computus of Meeus, Jones and Butcher). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1)!;
}
