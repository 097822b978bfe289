/**
 * A candidate and its surroundings in, its meaning out: which day or stretch of
 * days the words mean from the anchor, the reference and the tense.
 */

import { addDays } from "../../base/day.ts";
import type { Day } from "../../base/types.ts";
import {
  centuryPeriod,
  decadePeriod,
  halfPeriod,
  isoWeek,
  partsOf,
  quarterPeriod,
  shifted,
} from "./periods.ts";
import { resolveDate, resolveNumeric, resolveSeason, resolveWeekday } from "./resolve-date.ts";
import { lengthValue, resolveDuration, resolveSet, resolveSince, resolveWindow } from "./resolve-duration.ts";
import { resolveHoliday } from "./resolve-holiday.ts";
import { resolveEdge, resolveOrdinalOf, resolvePart } from "./resolve-part.ts";
import { dated, type Setting, unitOf } from "./setting.ts";
import type { Candidate, Meaning, Unit } from "./types.ts";

/** What the candidate means; null where its words mean no day or stretch of time after all. */
export function resolve(candidate: Candidate, setting: Setting): Meaning | null {
  const { captures, rule } = candidate;
  switch (rule.op) {
    case "date":
      return resolveDate(candidate, setting);
    case "numeric":
      return resolveNumeric(candidate, setting);
    case "weekday":
      return resolveWeekday(candidate, setting);
    case "season":
      return resolveSeason(candidate, setting);
    case "holiday":
      return resolveHoliday(candidate, setting);
    case "shift":
      return resolveShift(candidate, setting);
    case "edge":
    case "edge-unit":
      return resolveEdge(candidate, setting, resolve);
    case "ordinal-of":
      return resolveOrdinalOf(candidate, setting, resolve);
    case "part":
    case "part-of":
      return resolvePart(candidate, setting, resolve);
    case "duration":
    case "fixed-duration":
      return resolveDuration(candidate, setting);
    case "window":
      return resolveWindow(candidate, setting);
    case "since":
      return resolveSince(candidate, setting);
    case "set":
    case "set-weekday":
    case "set-month":
    case "set-part":
    case "frequency":
      return resolveSet(candidate);
    case "vague": {
      const value = String(rule.gives.value ?? captures.REFERENCE?.value ?? "PRESENT_REF");
      return { type: "DATE", value, day: null, endDay: null };
    }
    case "fixed": {
      const day = String(rule.gives.value);
      return { type: "DATE", value: day, day, endDay: day, year: true };
    }
    default:
      return resolveNamedPeriod(candidate, setting);
  }
}

/** Quarters, halves, decades, centuries, fiscal years. */
function resolveNamedPeriod({ captures, rule }: Candidate, setting: Setting): Meaning | null {
  const number = Number((captures.ORD ?? captures.N1)?.value ?? 0);
  const named = captures.YEAR === undefined ? null : Number(captures.YEAR.value);
  const anchorYear = setting.anchor === null ? null : partsOf(setting.anchor).year;
  const which = Number(captures.WHICH?.value ?? 0);
  const year = named ?? (anchorYear === null ? null : anchorYear + which);
  const extra = { year: named !== null };
  switch (rule.op) {
    case "quarter":
      if (year === null || number < -1 || number === 0 || number > 4) return null;
      return dated(quarterPeriod(year, number === -1 ? 4 : number), extra);
    case "half":
      return year === null || number < 1 || number > 2 ? null : dated(halfPeriod(year, number), extra);
    case "decade": {
      const short = captures.YY === undefined ? null : 1900 + Number(captures.YY.value);
      const start = captures.DECADE === undefined ? (named ?? short) : Number(captures.DECADE.value);
      return start === null ? null : dated(decadePeriod(start), { year: true });
    }
    case "century":
      return number < 1 || number > 30 ? null : dated(centuryPeriod(number), { year: true });
    case "fiscal":
      return year === null ? null : { type: "DATE", value: `FY${year}`, day: null, endDay: null, year: true };
    default:
      return null;
  }
}

/** Units that reckon from a month or year just as well as from a day. */
const LONG_UNITS: ReadonlySet<Unit> = new Set(["month", "quarter", "season", "year", "decade", "century"]);
const SHORT_UNITS: ReadonlySet<Unit> = new Set(["second", "minute", "hour"]);
const VAGUE = ["PAST_REF", "PRESENT_REF", "FUTURE_REF"];

function resolveShift(candidate: Candidate, setting: Setting): Meaning | null {
  const { captures, rule } = candidate;
  const unit = unitOf(candidate);
  const sign = Number(rule.gives.sign ?? 1);
  const stated = captures.NUM ?? captures.ARTICLE;
  let count = Number(
    rule.gives.count ?? captures.WHICH?.value ?? (stated === undefined ? 0 : Number(stated.value) * sign),
  );
  count += Math.sign(count) * Number(rule.gives.add ?? 0);
  if (rule.gives.by === "tense") count = setting.tense() === "future" ? 0 : lastWeekend(setting.anchor);
  const referred = rule.gives.from === "reference";
  const near = !LONG_UNITS.has(unit);
  const reference = near ? setting.dayReference : (setting.reference?.day ?? null);
  const base = referred ? (reference ?? setting.anchor) : setting.anchor;
  if (referred && SHORT_UNITS.has(unit)) {
    return { type: "DURATION", value: lengthValue(Math.abs(count), unit), day: base, endDay: base };
  }
  if (base === null) return { type: "DATE", value: VAGUE[Math.sign(count) + 1]!, day: null, endDay: null };
  const period = shifted(base, unit, count);
  if (period === null || setting.anchor === null) return dated(period);
  const compare = captures.COMPARE?.value;
  if (compare === "BEFORE" && period.day <= setting.anchor && setting.anchor <= period.endDay)
    return dated({ ...period, endDay: setting.anchor }, { mod: "BEFORE" });
  if (compare === "AFTER" && period.day <= setting.anchor && setting.anchor <= period.endDay)
    return dated({ ...period, day: setting.anchor }, { mod: "AFTER" });
  return dated(period);
}

/** Weeks back to the weekend that is over or under way. */
function lastWeekend(anchor: Day | null): number {
  if (anchor === null) return -1;
  return anchor >= addDays(isoWeek(anchor).monday, 5) ? 0 : -1;
}
