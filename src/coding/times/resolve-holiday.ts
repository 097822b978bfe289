/** Holidays: the day that a name means in a year, and which year it means. */
import { addDays, dayOf, weekday } from "../../base/day.ts";
import type { Day } from "../../base/types.ts";
import { easter, partsOf } from "./periods.ts";
import { dayMeaning } from "./resolve-date.ts";
import type { Setting } from "./setting.ts";
import type { Candidate, Meaning } from "./types.ts";

/** A holiday by its rule: "12-25", "nth:11-4-4" (4th Thursday of November), "last:05-1", "easter:-2". */
export function resolveHoliday({ captures }: Candidate, setting: Setting): Meaning | null {
  const rule = String(captures.HOLIDAY!.value);
  if (captures.YEAR !== undefined) return dayMeaning(holidayIn(Number(captures.YEAR.value), rule), true);
  const { anchor } = setting;
  if (anchor === null) return null;
  const { year } = partsOf(anchor);
  const days = [year - 1, year, year + 1]
    .map((candidate) => holidayIn(candidate, rule))
    .filter((day) => day !== null);
  const future = setting.tense() === "future";
  const day = future
    ? days.find((candidate) => candidate >= anchor)
    : days.findLast((candidate) => candidate <= anchor);
  return dayMeaning(day ?? null);
}

function holidayIn(year: number, rule: string): Day | null {
  const [kind, rest = ""] = rule.split(":");
  if (kind === "easter") return addDays(easter(year), Number(rest));
  const numbers = (rest === "" ? rule : rest).split("-").map(Number);
  const [month = 0, second = 0, third = 0] = numbers;
  if (kind === "nth") {
    const first = dayOf(year, month, 1)!;
    return addDays(first, ((third - 1 - weekday(first) + 7) % 7) + 7 * (second - 1));
  }
  if (kind === "last") {
    const next = month === 12 ? dayOf(year + 1, 1, 1)! : dayOf(year, month + 1, 1)!;
    const last = addDays(next, -1);
    return addDays(last, -((weekday(last) - (second - 1) + 7) % 7));
  }
  return dayOf(year, month, second);
}
