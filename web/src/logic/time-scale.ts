/**
 * Days to places on an axis and back, the ticks of the axis, and the bins into
 * which days fall when there are too many of them to be drawn apart.
 */
import { addDays, dayFromNumber, dayNumber, weekday } from "../../../src/base/day.ts";

export interface TimeScale {
  readonly start: string;
  readonly end: string;
  readonly width: number;
  /** Left edge of a day. */
  x(day: string): number;
  /** The day at a place. */
  day(x: number): string;
  /** Width of one day. */
  readonly dayWidth: number;
}

/** A scale from the left edge of `start` to the right edge of `end`. */
export function timeScale(start: string, end: string, width: number): TimeScale {
  const first = dayNumber(start);
  const days = Math.max(1, dayNumber(end) - first + 1);
  const dayWidth = width / days;
  return {
    start,
    end,
    width,
    dayWidth,
    x: (day) => (dayNumber(day) - first) * dayWidth,
    day: (x) => dayFromNumber(first + Math.max(0, Math.min(days - 1, Math.floor(x / dayWidth)))),
  };
}

export type Bin = "day" | "week" | "month" | "year";

/** The finest bin of which one is at least `leastWidth` wide. */
export function binFor(scale: TimeScale, leastWidth: number): Bin {
  if (scale.dayWidth >= leastWidth) return "day";
  if (scale.dayWidth * 7 >= leastWidth) return "week";
  if (scale.dayWidth * 30 >= leastWidth) return "month";
  return "year";
}

/** First day of the bin that the day falls into; weeks begin on Monday. */
export function binStart(day: string, bin: Bin): string {
  if (bin === "day") return day;
  if (bin === "week") return addDays(day, -weekday(day));
  return bin === "month" ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`;
}

/** First day of the bin after this one. */
export function binNext(day: string, bin: Bin): string {
  if (bin === "day") return addDays(day, 1);
  if (bin === "week") return addDays(day, 7);
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const next = bin === "year" ? [year + 1, 1] : month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(next[0]).padStart(4, "0")}-${String(next[1]).padStart(2, "0")}-01`;
}

export interface Tick {
  readonly day: string;
  readonly x: number;
  /** What unit begins here. */
  readonly unit: Bin;
}

/** Ticks at the beginnings of days, weeks, months or years, at least `apart` from each other. */
export function ticks(scale: TimeScale, apart: number): Tick[] {
  // Months may be skipped to keep the distance: one in four still tells where the reader is.
  const finest = binFor(scale, apart);
  const unit = finest === "year" && scale.dayWidth * 30 * 4 >= apart ? "month" : finest;
  const found: Tick[] = [];
  for (let day = binStart(scale.start, unit); day <= scale.end; day = binNext(day, unit)) {
    if (day < scale.start) continue;
    const x = scale.x(day);
    if (found.length === 0 || x - found.at(-1)!.x >= apart) found.push({ day, x, unit });
  }
  return found;
}
