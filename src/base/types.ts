/** What every room shares: spans, outcomes, faults, ids, days. */
export type { Day, DayRange } from "./day.ts";
export type { FaultDetail } from "./fault.ts";
export type { Outcome, Refusal } from "./outcome.ts";
export type { Span } from "./span.ts";
