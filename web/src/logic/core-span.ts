/** The stretch of days that holds nearly everything: a war of decades ago, told as background, would squeeze a month to nothing. */
import { daysBetween } from "./day-words.ts";

/** What share of the events the stretch must hold. */
const SHARE = 0.94;
/** The whole is shown where it is not this many times longer than the stretch. */
const WORTH = 2;

/** The tightest stretch with most of the days, or the whole where little is gained.
 * @param days sorted, at least one */
export function coreSpan(days: readonly string[]): { readonly start: string; readonly end: string } {
  const [first, last] = [days[0]!, days.at(-1)!];
  const size = Math.max(1, Math.ceil(days.length * SHARE));
  let best = { start: first, end: last, length: daysBetween(first, last) };
  for (let at = 0; at + size <= days.length; at++) {
    const [start, end] = [days[at]!, days[at + size - 1]!];
    const length = daysBetween(start, end);
    if (length < best.length) best = { start, end, length };
  }
  const whole = daysBetween(first, last);
  if (whole <= WORTH * Math.max(best.length, 14)) return { start: first, end: last };
  // Days that lie close to the stretch belong to it.
  const near = Math.max(7, best.length / 4);
  const follow = (from: string, list: readonly string[]) =>
    list.reduce((edge, day) => (Math.abs(daysBetween(edge, day)) <= near ? day : edge), from);
  return {
    start: follow(best.start, days.filter((day) => day < best.start).reverse()),
    end: follow(
      best.end,
      days.filter((day) => day > best.end),
    ),
  };
}
