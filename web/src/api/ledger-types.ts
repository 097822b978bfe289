/** Entries of the ledgers, as the API gives them. */
import type { Party } from "./shared-types.ts";

export interface LedgerValue<T> {
  readonly value: T;
  readonly clues?: readonly string[];
}

export interface LedgerStep {
  readonly step: string;
  readonly date: string | null;
  readonly enddate: string | null;
  readonly for_date?: string | null;
  readonly by?: readonly string[];
  readonly alleged_by?: readonly string[];
  readonly clues?: readonly string[];
  readonly reports?: readonly string[];
  readonly lines?: number;
}

/** One measure, agreement, contact or inquiry. */
export interface LedgerEntry {
  readonly id: string;
  readonly ledger: string;
  readonly kind: string | null;
  readonly parties: readonly LedgerValue<
    Party & { readonly role: string; readonly office?: string | null }
  >[];
  readonly about: readonly LedgerValue<string>[];
  readonly instrument: LedgerValue<string> | null;
  readonly place: LedgerValue<string> | null;
  readonly figures: readonly LedgerValue<{ readonly value: number; readonly unit: string }>[];
  readonly conditions: readonly LedgerValue<string>[];
  readonly life: readonly LedgerStep[];
  readonly in_answer_to: readonly { readonly to: string; readonly basis: string }[];
  readonly answered_by: readonly { readonly to: string; readonly basis: string }[];
  readonly disagreements: readonly {
    readonly field: string;
    readonly values: readonly { readonly value: string; readonly reports?: readonly string[] }[];
  }[];
  readonly reports: readonly string[];
  readonly outlets: number;
  readonly lines: number;
  readonly date: string | null;
  readonly enddate: string | null;
}
