/** What the ledgers of the record are made of and how they are listed; ../types.ts hands it on. */
import type { Day, Span } from "../../base/types.ts";
import type { LedgerClue } from "../../coding/types.ts";
import type { LedgerEntry } from "../../linking/types.ts";
import type { Citation } from "../types.ts";

/** A mention with the event that linking made of it. */
export interface TiedMention {
  readonly id: string;
  readonly sentence: number;
  readonly trigger: Span;
  readonly event: string | null;
}

/** A report with its clues, as the ledgers are made of it. */
export interface CluedReport {
  readonly id: string;
  readonly date: Day | null;
  readonly outlet: string | null;
  readonly storyId: string | null;
  readonly mentions: readonly TiedMention[];
  readonly clues: readonly { readonly id: string; readonly clue: LedgerClue }[];
}

/** Filter of measures, agreements, contacts and inquiries. */
export interface LedgerFilter {
  readonly since?: Day;
  readonly until?: Day;
  /** Who imposes, signs, meets or investigates: a code, a gazetteer id or a name. */
  readonly actor?: string;
  readonly recipient?: string;
  readonly between?: readonly [string, string];
  /** Kinds ("sanctions", "ceasefire") or latest steps ("suspended"); one of them must hold. */
  readonly types?: readonly string[];
  readonly report?: string;
  readonly outlet?: string;
  readonly search?: string;
}

/** An entry of a ledger. */
export interface EntryLine {
  readonly entry: LedgerEntry;
}

/** A clue with its sentence and its report. */
export interface ClueLine {
  readonly id: string;
  readonly reportId: string;
  readonly clue: LedgerClue;
  /** Ids of the mentions that its words carry. */
  readonly mentions: readonly string[];
  /** The text of the sentence. */
  readonly text: string;
  readonly citation: Citation;
}
