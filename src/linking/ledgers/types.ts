/**
 * Clues of many reports in, entries of the ledgers out: measures, agreements,
 * contacts, inquiries, each with its fields and the steps of its life, each value
 * with the clues that say so; what reports disagree on stays side by side.
 */
import type { Day } from "../../base/types.ts";
import type {
  ClueDay,
  LedgerClue,
  LedgerKind,
  LedgerParty,
  LedgerRole,
  LedgerStep,
} from "../../coding/types.ts";

/** A clue with its report and what linking made of its sentence. */
export interface PlacedClue {
  readonly id: string;
  readonly clue: LedgerClue;
  readonly reportId: string;
  readonly reportDay: Day | null;
  readonly outlet: string | null;
  readonly storyId: string | null;
  /** Line of reporting of its sentence. */
  readonly line: string;
  /** Mentions of its sentence that its words carry. */
  readonly mentions: readonly string[];
}

/** A value with the clues that say so, most first. */
export interface ClueValue<T> {
  readonly value: T;
  readonly clues: readonly string[];
}

export type EntryRole = "by" | "on" | "party" | LedgerRole;

export interface EntryParty extends Pick<LedgerParty, "code" | "sector" | "name" | "id" | "office"> {
  readonly role: EntryRole;
}

/** One step of a life. */
export interface LifeStep {
  readonly step: LedgerStep;
  /** First and last day that it can be; null where no report dates it. */
  readonly date: Day | null;
  readonly endDate: Day | null;
  readonly basis: ClueDay["basis"] | null;
  /** The day that is planned. */
  readonly forDate: Day | null;
  /** Codes of who takes the step, where one party takes it alone. */
  readonly by: readonly string[];
  readonly allegedBy: readonly string[];
  readonly clues: readonly string[];
  readonly reports: readonly string[];
  readonly lines: number;
}

/** Reports that differ on one field. */
export interface LedgerDisagreement {
  readonly field: string;
  readonly values: readonly (ClueValue<string> & { readonly reports: readonly string[] })[];
}

export interface Figure {
  readonly value: number;
  readonly unit: string;
}

export interface LedgerTie {
  readonly to: string;
  /** stated: a report says so; implied: opposite parties within days. */
  readonly basis: "stated" | "implied";
  readonly clues: readonly string[];
}

/** One measure, agreement, contact or inquiry. */
export interface LedgerEntry {
  readonly id: string;
  readonly ledger: LedgerKind;
  readonly kind: string | null;
  readonly parties: readonly ClueValue<EntryParty>[];
  /** What it is about, on or for: the fullest words first. */
  readonly about: readonly ClueValue<string>[];
  readonly instrument: ClueValue<string> | null;
  readonly place: ClueValue<string> | null;
  readonly figures: readonly ClueValue<Figure>[];
  readonly conditions: readonly ClueValue<string>[];
  readonly life: readonly LifeStep[];
  readonly inAnswerTo: readonly LedgerTie[];
  readonly answeredBy: readonly LedgerTie[];
  readonly disagreements: readonly LedgerDisagreement[];
  readonly clues: readonly string[];
  readonly reports: readonly string[];
  readonly outlets: number;
  readonly lines: number;
  readonly date: Day | null;
  readonly endDate: Day | null;
}

/** What identity and ties lean on; origins in knowledge/models/linking/ledgers.json. */
export type LedgerSettings = Readonly<Record<string, number>>;

export interface LedgerLinkTools {
  /** Telling stems of a phrase. */
  stemsOf(words: string): readonly string[];
  /** Kinds that fit any other of their ledger ("agreement" for a deal). */
  readonly genericKinds: ReadonlySet<string>;
  /** Kinds that name only the form of an agreement ("treaty"). */
  readonly formKinds: ReadonlySet<string>;
  /** Kinds by which reports call one and the same measure. */
  readonly looseKinds: ReadonlySet<string>;
  /** Kinds of measures that are acts, not laws. */
  readonly actKinds: ReadonlySet<string>;
  /** Kinds of contacts, the most telling first. */
  readonly contactKinds: readonly string[];
  /** Kind of a contact without meeting. */
  readonly callKind: string;
  readonly settings: LedgerSettings;
}
