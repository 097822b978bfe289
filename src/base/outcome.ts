/**
 * Outcomes: the value of what may fail in the ordinary course of things.
 *
 * An unreadable page or a missing date is expected; it comes back as a refusal
 * with a reason code that the record stores and the account counts. What breaks
 * a promise of the code is thrown as a Fault instead (fault.ts).
 */

/** Why something was not done: a code such as `reading/no-date`, words for a person, and what to do next. */
export interface Refusal {
  /** `room/reason`, listed in the room's `faults.ts`. */
  readonly code: string;
  /** What happened and where, one sentence. */
  readonly message: string;
  /** What the user can do about it, one sentence, where there is something. */
  readonly advice?: string;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** The outcome that holds a value. */
export function ok<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** The outcome that says why there is no value. */
export function refuse<T>(code: string, message: string, advice?: string): Outcome<T> {
  return { ok: false, refusal: advice === undefined ? { code, message } : { code, message, advice } };
}
