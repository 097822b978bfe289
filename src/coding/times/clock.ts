/**
 * Times of the day: "15:06 GMT", "6 p.m.", "noon". A clock time hangs on the day
 * named beside it, else on the day named before it in the sentence, else on the anchor.
 */
import type { Day } from "../../base/types.ts";
import type { Candidate, Captures, Meaning } from "./types.ts";

const pad = (value: number) => String(value).padStart(2, "0");

/** Hour and minute of a clock candidate ("18:40", with "Z" for universal time); null where there is no such time. */
export function clockOf({ captures }: Candidate): string | null {
  if (captures.CLOCK !== undefined) return String(captures.CLOCK.value);
  const [hour, minute] = hourAndMinute(captures);
  const half = captures.MERIDIEM?.value;
  if (hour > 24 || minute > 59 || (half !== undefined && (hour > 12 || hour === 0))) return null;
  const whole = half === undefined ? hour : (hour % 12) + (half === "pm" ? 12 : 0);
  const zone = captures.ZONE?.value === "Z" ? "Z" : "";
  return `${pad(whole)}:${pad(minute)}${zone}`;
}

function hourAndMinute(captures: Captures): [number, number] {
  if (captures.HHMM !== undefined) {
    const digits = Number(captures.HHMM.value);
    return [Math.floor(digits / 100), digits % 100];
  }
  return [Number((captures.HH ?? captures.NUM)!.value), Number(captures.MIN?.value ?? 0)];
}

/** The meaning of a clock time on a day. */
export function clockMeaning(clock: string, day: Day | null): Meaning {
  return { type: "TIME", value: `${day ?? "XXXX-XX-XX"}T${clock}`, day, endDay: day };
}
