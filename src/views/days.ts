/**
 * Days as people type them in filters: a year, a month or a day in, the first
 * or the last day that it means out. The command line and the API share it.
 */
import { type Day, daysInMonth, isDay } from "../base/day.ts";

/** The day that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` begins or ends with; null where it is none of these. */
export function edgeDay(text: string, edge: "first" | "last"): Day | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (match === null) return null;
  const [, year = "", month = edge === "first" ? "01" : "12", day] = match;
  const last = String(daysInMonth(Number(year), Number(month))).padStart(2, "0");
  const whole = `${year}-${month}-${day ?? (edge === "first" ? "01" : last)}`;
  return isDay(whole) ? whole : null;
}
