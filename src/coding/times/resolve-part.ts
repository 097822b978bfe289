/** Parts of a stretch that other words name: its edges, its first week, its last Friday, the morning of a day. */
import { addDays, weekday } from "../../base/day.ts";
import type { Day } from "../../base/types.ts";
import { type Period, shifted } from "./periods.ts";
import { dated, type Setting, unitOf } from "./setting.ts";
import type { Candidate, Meaning } from "./types.ts";

/** Resolves the candidate inside another. */
type Resolve = (candidate: Candidate, setting: Setting) => Meaning | null;

/** "early 2009", "the end of next month", "by year's end": the beginning, middle or end of a stretch. */
export function resolveEdge(candidate: Candidate, setting: Setting, resolve: Resolve): Meaning | null {
  const { captures, rule } = candidate;
  const nested = captures.PERIOD?.candidate;
  const whole =
    nested === undefined
      ? setting.anchor === null
        ? null
        : dated(shifted(setting.anchor, unitOf(candidate), 0))
      : resolve(nested, setting);
  if (whole === null || whole.day === null || whole.endDay === null) return whole;
  const noun = captures.EDGENOUN?.value ?? rule.gives.edge;
  const mod = String(noun ?? captures.EDGE?.value);
  return { ...whole, mod, ...edgeDays(whole.day, whole.endDay, mod, noun !== undefined) };
}

/** The first, middle or last third of a stretch; its very last day for a noun ("the end of"). */
function edgeDays(day: Day, endDay: Day, mod: string, noun: boolean): DayPair {
  const length = Math.round((Date.parse(endDay) - Date.parse(day)) / 86_400_000) + 1;
  const third = Math.max(1, Math.round(length / 3));
  if (mod === "START") return { day, endDay: addDays(day, third - 1) };
  if (mod === "END") return { day: noun ? endDay : addDays(endDay, 1 - third), endDay };
  return { day: addDays(day, third), endDay: addDays(endDay, -third) };
}

interface DayPair {
  readonly day: Day;
  readonly endDay: Day;
}

/** "the first week of May", "the last Friday in June": a part of a named stretch, counted from its start or its end. */
export function resolveOrdinalOf(candidate: Candidate, setting: Setting, resolve: Resolve): Meaning | null {
  const { captures } = candidate;
  const nested = captures.PERIOD?.candidate;
  const whole = nested === undefined ? null : resolve(nested, setting);
  if (whole === null || whole.day === null || whole.endDay === null) return null;
  const number = Number(captures.ORD?.value ?? -1);
  if (number === 0) return null;
  const edge = number > 0 ? whole.day : whole.endDay;
  const steps = number > 0 ? number - 1 : number + 1;
  if (captures.WEEKDAY !== undefined) {
    const wanted = Number(captures.WEEKDAY.value) - 1;
    const away = number > 0 ? (wanted - weekday(edge) + 7) % 7 : -((weekday(edge) - wanted + 7) % 7);
    return within(shifted(addDays(edge, away + 7 * steps), "day", 0), whole);
  }
  const unit = unitOf(candidate);
  if (unit !== "week") return within(shifted(edge, unit, steps), whole);
  // Weeks of a month count in sevens from its start or end; the value is the ISO week that holds their middle.
  const middle = addDays(edge, 7 * steps + (number > 0 ? 3 : -3));
  const week = shifted(middle, "week", 0);
  return week === null
    ? null
    : within({ ...week, day: addDays(middle, -3), endDay: addDays(middle, 3) }, whole);
}

function within(period: Period | null, whole: Meaning): Meaning | null {
  return period === null || period.day < whole.day! || period.endDay > whole.endDay! ? null : dated(period);
}

/** "this morning", "August 7 evening": a part of a day. */
export function resolvePart(
  { captures, rule }: Candidate,
  setting: Setting,
  resolve: Resolve,
): Meaning | null {
  const part = String(rule.gives.part ?? captures.PART?.value);
  const nested = captures.DATE?.candidate;
  let day = setting.anchor === null ? null : addDays(setting.anchor, Number(rule.gives.count ?? 0));
  if (nested !== undefined) day = resolve(nested, setting)?.day ?? null;
  return { type: "TIME", value: `${day ?? "XXXX-XX-XX"}T${part}`, day, endDay: day };
}
