/** Entries of the ledgers, as the API gives them. */
import type { Citation, Party } from "./shared-types.ts";

export interface LedgerValue {
  readonly text: string;
  readonly clues?: readonly string[];
}

export type LedgerParty = Party & { readonly office?: string | null };

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

export interface LedgerTie {
  readonly id: string;
  readonly basis: string;
}

/** One measure, agreement, contact or inquiry; which sides it has depends on its ledger. */
export interface LedgerEntry {
  readonly id: string;
  readonly ledger: string;
  readonly kind: string | null;
  readonly by?: readonly LedgerParty[] | undefined;
  readonly on?: readonly LedgerParty[] | undefined;
  readonly parties?: readonly LedgerParty[] | undefined;
  readonly guarantors?: readonly LedgerParty[] | undefined;
  readonly mediators?: readonly LedgerParty[] | undefined;
  readonly about: readonly LedgerValue[];
  readonly instrument: LedgerValue | null;
  readonly place: LedgerValue | null;
  readonly figures: readonly { readonly value: number; readonly unit: string }[];
  readonly conditions: readonly LedgerValue[];
  readonly life: readonly LedgerStep[];
  readonly in_answer_to: readonly LedgerTie[];
  readonly answered_by: readonly LedgerTie[];
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

/** A sentence that says something of an entry. */
export interface LedgerSource {
  readonly id: string;
  readonly report_id: string;
  /** Null where it tells of no step. */
  readonly step: string | null;
  readonly text: string;
  /** Half-open, in the sentence. */
  readonly trigger: { readonly start: number; readonly end: number };
  readonly mentions: readonly string[];
  readonly rule: string;
  readonly cite_info: Citation;
}

/** An entry with the sentences that say so. */
export interface LedgerDetail extends LedgerEntry {
  readonly sources: readonly LedgerSource[];
}
