/** Whether a candidate speaks of one day or of a longer stretch, judged by its form alone. */
import type { Candidate } from "./types.ts";

const PERIOD_OPS = new Set(["season", "quarter", "half", "decade", "century", "fiscal"]);
const SHORT_UNITS = new Set(["day", "hour", "minute", "second", "weekend"]);

/** True for weeks, months, seasons, years and longer. */
export function isPeriod({ rule, captures }: Candidate): boolean {
  if (rule.op === "date")
    return captures.DAY === undefined && captures.DD === undefined && captures.DAYORD === undefined;
  if (rule.op === "shift") {
    const unit = String(rule.gives.unit ?? captures.UNIT?.value ?? captures.UNITS?.value ?? "");
    return !SHORT_UNITS.has(unit);
  }
  return PERIOD_OPS.has(rule.op);
}

/** True for a single day. */
export function isDayLevel(candidate: Candidate): boolean {
  const { rule, captures } = candidate;
  if (rule.op === "numeric" || rule.op === "holiday") return true;
  if (rule.op === "weekday") return captures.PART === undefined;
  return rule.op === "date" && !isPeriod(candidate);
}
