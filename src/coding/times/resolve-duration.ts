/** Lengths of time, windows that end or begin at the anchor, and what comes again and again. */
import { addDays } from "../../base/day.ts";
import { movedDay, shifted } from "./periods.ts";
import { type Setting, unitOf } from "./setting.ts";
import type { Candidate, Meaning, Unit } from "./types.ts";

const CODES: Readonly<Record<string, string>> = {
  second: "TxS",
  minute: "TxM",
  hour: "TxH",
  day: "xD",
  week: "xW",
  fortnight: "xW",
  weekend: "xWE",
  month: "xM",
  quarter: "xQ",
  year: "xY",
  decade: "xDE",
  century: "xCE",
};

/** The TIMEX3 value of a length, such as "P2D", "PT3H", "PXY". */
export function lengthValue(count: number | null, unit: Unit): string {
  const years = unit === "decade" ? 10 : 100;
  // Counted decades and centuries are lengths in years; uncounted ones keep their unit.
  if (count !== null && (unit === "decade" || unit === "century")) return `P${count * years}Y`;
  const factor = unit === "fortnight" ? 2 : 1;
  return `P${(CODES[unit] ?? "xD").replace("x", count === null ? "X" : String(count * factor))}`;
}

function countOf({ captures, rule }: Candidate): number | null {
  const half = Number(rule.gives.add ?? 0);
  if (rule.gives.half === true) return 0.5;
  if (captures.NUM !== undefined) return Number(captures.NUM.value) + half;
  if (captures.ARTICLE !== undefined) return 1 + half;
  return captures.VAGUE === undefined && captures.UNIT !== undefined ? 1 : null;
}

/** A length of time, which is no day. */
export function resolveDuration(candidate: Candidate, _setting: Setting): Meaning | null {
  const mod = candidate.captures.PLUS?.value;
  const named = candidate.captures.LENGTH?.value;
  const value = String(named ?? lengthValue(countOf(candidate), unitOf(candidate)));
  return {
    type: "DURATION",
    value,
    day: null,
    endDay: null,
    ...(mod === undefined ? {} : { mod: String(mod) }),
  };
}

/** A length that ends ("the past five years") or begins ("the next four years") at the anchor. */
export function resolveWindow(candidate: Candidate, setting: Setting): Meaning | null {
  const { rule } = candidate;
  const count = countOf(candidate);
  const unit = unitOf(candidate);
  const length: Meaning = { type: "DURATION", value: lengthValue(count, unit), day: null, endDay: null };
  if (count === null || setting.anchor === null) return length;
  if (rule.gives.by === "tense") {
    if (setting.tense() !== "future") return length;
    const period = shifted(setting.anchor, unit, count);
    return period === null ? length : { ...length, day: period.day, endDay: period.endDay };
  }
  const other = movedDay(setting.anchor, unit, count * Number(rule.gives.sign));
  if (other === null) return length;
  return rule.gives.sign === -1
    ? { ...length, day: other, endDay: setting.anchor }
    : { ...length, day: setting.anchor, endDay: other };
}

/** "More than one week after …": the day of what follows, seen from the anchor. */
export function resolveSince(candidate: Candidate, setting: Setting): Meaning | null {
  const length = resolveDuration(candidate, setting)!;
  const count = countOf(candidate);
  if (setting.anchor === null || count === null) return length;
  const unit = unitOf(candidate);
  if (unit === "hour" || unit === "minute" || unit === "second") return length;
  const near = movedDay(setting.anchor, unit, -count);
  if (near === null) return length;
  if (length.mod === "MORE_THAN") {
    return { ...length, day: movedDay(setting.anchor, unit, -count - 1) ?? near, endDay: near };
  }
  if (unit === "day") return { ...length, day: near, endDay: near };
  if (unit === "week") return { ...length, day: addDays(near, -3), endDay: addDays(near, 3) };
  const period = shifted(setting.anchor, unit, -count);
  return period === null ? length : { ...length, day: period.day, endDay: period.endDay };
}

/** What comes again: "every Monday", "twice a year", "annual". */
export function resolveSet(candidate: Candidate): Meaning | null {
  const { captures, rule } = candidate;
  const set = (value: string): Meaning => ({ type: "SET", value, day: null, endDay: null });
  switch (rule.op) {
    case "frequency":
      return set(String(captures.FREQUENCY!.value));
    case "set-weekday": {
      const part = captures.PART === undefined ? "" : `T${captures.PART.value}`;
      return set(`XXXX-WXX-${(captures.WEEKDAY ?? captures.WEEKDAYS)!.value}${part}`);
    }
    case "set-month":
      return set(`XXXX-${String(captures.MONTH!.value).padStart(2, "0")}`);
    case "set-part":
      return set(`XXXX-XX-XXT${captures.PART!.value}`);
    default: {
      const every = Number(rule.gives.count ?? captures.NUM?.value ?? 1);
      return set(lengthValue(every, unitOf(candidate)));
    }
  }
}
