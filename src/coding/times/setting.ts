/** What the resolving of every form shares: what meanings hang on, and two small helps. */
import type { Day } from "../../base/types.ts";
import type { Period } from "./periods.ts";
import type { Candidate, Meaning, Tense, Unit } from "./types.ts";

/** What a meaning can hang on. */
export interface Setting {
  readonly anchor: Day | null;
  /** Days last spoken of. */
  readonly reference: { readonly day: Day; readonly endDay: Day } | null;
  /** The single day last spoken of. */
  readonly dayReference: Day | null;
  /** Year named last in the same sentence together with a month. */
  readonly year: number | null;
  tense(): Tense;
}

/** The meaning of a DATE over these days. */
export function dated(period: Period | null, extra: Partial<Meaning> = {}): Meaning | null {
  return period === null ? null : { type: "DATE", ...period, ...extra };
}

/** The unit a candidate speaks of. */
export function unitOf({ captures, rule }: Candidate): Unit {
  return (rule.gives.unit ?? (captures.UNIT ?? captures.UNITS)?.value ?? "day") as Unit;
}
