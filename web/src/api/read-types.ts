/** Reads over the API: how they get on and how they end. */
import type { ProblemJson } from "./shared-types.ts";

export interface Account {
  readonly read: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly quarantined: number;
}

export interface ReadLine {
  readonly id: string;
  readonly status: string;
  readonly sources: readonly string[];
  readonly asked_at: string;
  readonly ended_at: string | null;
  readonly account: Account;
  readonly mentions: number;
  readonly problem: ProblemJson | null;
}

export interface InputEnd {
  readonly origin: string;
  readonly outcome: string;
  readonly report_id: string | null;
  readonly mentions: number;
  readonly warnings: readonly string[];
  readonly error?: { readonly code: string; readonly message: string | null; readonly advice: string | null };
}

export type ReadEvent =
  | { readonly number: number; readonly kind: "input"; readonly input: InputEnd }
  | { readonly number: number; readonly kind: "end"; readonly read: ReadLine };

export interface Quarantined {
  readonly id: string;
  readonly origin: string;
  readonly stage: string;
  readonly code: string;
  readonly message: string;
  readonly tries: number;
  readonly put_at: string;
}
