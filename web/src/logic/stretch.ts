/**
 * Which days a timeline shows: the whole span of its brush, the stretch that is
 * looked at, and, where nothing is chosen and there is more than a list can hold,
 * the latest days that a list can hold.
 */
import { coreSpan } from "./core-span.ts";
import type { DayCount } from "./day-bars.ts";

export interface Stretch {
  /** Span of the brush. */
  readonly first: string;
  readonly last: string;
  /** What is looked at. */
  readonly start: string;
  readonly end: string;
  /** Events outside of the brush. */
  readonly outside: number;
  /** What the list asks for; "" where it is not bounded on that side. */
  readonly since: string;
  readonly until: string;
}

export interface StretchChoice {
  readonly since: string;
  readonly until: string;
  /** Show the whole span, however far its ends lie apart. */
  readonly everything: boolean;
  /** Events that a list can hold. */
  readonly most: number;
}

/** The stretch; null where no event has a day. */
export function stretchOf(counts: readonly DayCount[], choice: StretchChoice): Stretch | null {
  const byDay = new Map<string, number>();
  for (const { day, count } of counts) byDay.set(day, (byDay.get(day) ?? 0) + count);
  const days = [...byDay.keys()].sort();
  if (days.length === 0) return null;
  const { since, until, everything, most } = choice;
  // A day counts as often as something happened on it, but the work stays bounded.
  const core = coreSpan(days.flatMap((day) => Array<string>(Math.min(20, byDay.get(day)!)).fill(day)));
  const first = everything || (since !== "" && since < core.start) ? days[0]! : core.start;
  const last = everything || until > core.end ? days.at(-1)! : core.end;
  const outside = days
    .filter((day) => day < first || day > last)
    .reduce((sum, day) => sum + byDay.get(day)!, 0);
  const chosen = since !== "" || until !== "";
  const latest = chosen ? "" : latestDays(days, byDay, last, most);
  const start = since > first && since <= last ? since : latest > first ? latest : first;
  const end = until !== "" && until < last && until >= start ? until : last;
  return {
    first,
    last,
    start,
    end,
    outside,
    since: since || latest,
    until: until || (latest === "" ? "" : last),
  };
}

/** First of the last days that together hold no more than fits; "" where all fit. */
function latestDays(
  days: readonly string[],
  byDay: ReadonlyMap<string, number>,
  last: string,
  most: number,
): string {
  const total = [...byDay.values()].reduce((sum, count) => sum + count, 0);
  if (total <= most) return "";
  let held = 0;
  let first = "";
  for (const day of days.filter((each) => each <= last).reverse()) {
    held += byDay.get(day)!;
    if (held > most && first !== "") break;
    first = day;
  }
  return first;
}
