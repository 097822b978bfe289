/** What the reader of times works on: the anchor that comes in, and the forms between pattern and value. */
import type { Day, DayRange } from "../../base/types.ts";
import type { Step } from "./may-match.ts";

/** The day from which "today" is reckoned. */
export interface TimeAnchor {
  /** Null where no day is known: full dates are still read, others have no day. */
  readonly day: Day | null;
  readonly kind: "published" | "dateline";
  /** Days last spoken of, for "the following day"; the anchor's day where absent. */
  readonly reference?: DayRange | null;
  /** The single day last spoken of; the anchor's day where absent. */
  readonly dayReference?: Day | null;
}

export type Tense = "past" | "present" | "future" | "unknown";

/** A run of letters, a run of digits or one sign, with its place in the text. */
export interface Atom {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly kind: "word" | "digits" | "sign";
  /** True where nothing stands between this atom and the one before. */
  readonly glued: boolean;
  /** Index of the token it comes from; -1 for plain text. */
  readonly token: number;
}

/** A reading of atoms `[at, at + length)` as a word of a class. */
export interface Lexeme {
  readonly className: string;
  readonly length: number;
  readonly value: string | number;
  readonly at: number;
  /** The candidate behind a PERIOD or DATE. */
  readonly candidate?: Candidate;
  readonly alsoWord?: boolean;
  readonly alsoName?: boolean;
  readonly short?: boolean;
}

export type Captures = Readonly<Record<string, Lexeme>>;

/** A rule that fits the atoms `[first, last)`; `from` to `to` is the part that counts. */
export interface Candidate {
  readonly rule: CompiledRule;
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
  readonly captures: Captures;
}

export interface CompiledRule {
  readonly id: string;
  readonly order: number;
  readonly stratum: number;
  readonly op: string;
  readonly gives: Readonly<Record<string, unknown>>;
  readonly guard: string | null;
  readonly elements: readonly Element[];
  /** The same for asking whether they fit. */
  readonly steps: Step | null;
}

/** One step of a pattern. */
export type Element =
  | { readonly kind: "choice"; readonly options: readonly Option[]; readonly glued: boolean }
  | { readonly kind: "optional"; readonly elements: readonly Element[] }
  | { readonly kind: "open" }
  | { readonly kind: "close" };

/** A word (its atoms, lower case) or a class. */
export type Option = { readonly words: readonly string[] } | { readonly className: string };

export type Unit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "fortnight"
  | "weekend"
  | "month"
  | "quarter"
  | "half"
  | "season"
  | "year"
  | "decade"
  | "century";

/** What a candidate means. */
export interface Meaning {
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  readonly value: string;
  readonly day: Day | null;
  readonly endDay: Day | null;
  readonly mod?: string;
  /** True where the words name the year themselves. */
  readonly year?: boolean;
}
