/** What linking makes of many reports, as the API gives it. */
import type { LedgerEntry } from "./ledger-types.ts";
import type { Mention } from "./report-types.ts";
import type { Citation, Party, Place, Sourced, Span } from "./shared-types.ts";

export interface EventLine {
  readonly id: string;
  readonly story_id: string | null;
  readonly event: string;
  readonly mode: readonly string[];
  readonly context: readonly string[];
  readonly quad_code: number;
  readonly event_scale: number | null;
  readonly cameo: string | null;
  readonly actor: readonly Party[];
  readonly recipient: readonly Party[];
  readonly content: {
    readonly event: string;
    readonly mode: readonly string[];
    readonly date: string | null;
  } | null;
  readonly date: string | null;
  readonly enddate: string | null;
  readonly factuality: string;
  readonly quantity: readonly { readonly value: number; readonly unit: string }[];
  readonly event_loc: Omit<Place, "text"> | null;
  readonly standing: string;
  readonly mentions: readonly string[];
  readonly reports: number;
  readonly outlets: number;
  readonly lines: number;
  readonly first_report: string;
  readonly last_report: string;
  readonly event_text: string;
  readonly text: string;
  readonly cite_info: Citation;
  readonly confidence: number;
  readonly evidence: {
    readonly event: readonly Sourced<string>[];
    readonly mode: readonly Sourced<string>[];
    readonly context: readonly Sourced<string>[];
    readonly actor: readonly Sourced<Party>[];
    readonly recipient: readonly Sourced<Party>[];
    readonly date: readonly Sourced<{ readonly date: string | null; readonly enddate: string | null }>[];
    readonly event_loc: readonly Sourced<Omit<Place, "text">>[];
    readonly quantity: readonly Sourced<{ readonly value: number; readonly unit: string }>[];
  };
}

export interface Story {
  readonly id: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly enddate: string | null;
  readonly parties: readonly string[];
  readonly reports: readonly {
    readonly id: string;
    readonly given_id: string | null;
    readonly url: string | null;
  }[];
  readonly lines: number;
  readonly outlets: number;
}

export interface CopySide extends Span {
  readonly report_id: string;
  readonly text: string;
}

export interface Copy {
  readonly id: string;
  readonly kind: string;
  readonly share: number;
  readonly quotation: boolean;
  readonly earlier: CopySide;
  readonly later: CopySide;
}

export interface ContradictionSide extends Span {
  readonly value: string;
  readonly mention_id: string;
  readonly report_id: string;
  readonly text: string;
}

export interface Contradiction {
  readonly id: string;
  readonly event_id: string;
  readonly kind: string;
  readonly about: string;
  readonly nature: string;
  readonly a: ContradictionSide;
  readonly b: ContradictionSide;
}

export interface EventDays {
  readonly data: readonly {
    readonly day: string | null;
    readonly event: string;
    readonly quad_code: number;
    readonly events: number;
  }[];
  /** False where there are more events than were counted. */
  readonly whole: boolean;
}

export type FacetName = "type" | "actor" | "recipient" | "place" | "standing" | "outlet";

export interface EventFacets {
  readonly data: readonly { readonly facet: FacetName; readonly value: string; readonly events: number }[];
  readonly whole: boolean;
}

export interface DecisionLine {
  readonly id: string;
  readonly kind: string;
  readonly verdict: string;
  readonly a: string;
  readonly b: string | null;
  readonly value: { readonly event: string; readonly mode: readonly string[] } | null;
  readonly note: string | null;
  readonly decided_at: string;
}

export interface LinkReason {
  readonly a: string;
  readonly b: string;
  readonly joined: boolean;
  /** Whether the record has them together, which hangs on the rest of their groups, too. */
  readonly together: boolean;
  readonly reason: string;
  readonly score: number;
  readonly threshold: number;
  readonly features: Readonly<Record<string, number>>;
  readonly weights: Readonly<Record<string, number>>;
}

export interface DigestSentence {
  readonly text: string;
  readonly report_id: string;
  readonly date: string | null;
  readonly outlet: string | null;
}

/** An event with all that tells it. */
export interface EventDetail extends EventLine {
  /** Its mentions, the most telling first. */
  readonly told: readonly Mention[];
  readonly contradictions: readonly Contradiction[];
  readonly copies: readonly Copy[];
  readonly decisions: readonly DecisionLine[];
}

export interface FrontItem {
  readonly event: EventLine;
  /** Other events of its story in the span. */
  readonly others: number;
}

/** An entry of a ledger with the step that brings it to the front page. */
export interface BriefEntry {
  readonly entry: LedgerEntry;
  readonly step: string;
  readonly day: string;
}

export interface Today {
  readonly since: string | null;
  readonly until: string | null;
  readonly events: readonly FrontItem[];
  readonly days: EventDays["data"];
  readonly total: number;
  readonly measures: readonly BriefEntry[];
  readonly planned: readonly BriefEntry[];
  readonly contradictions: readonly Contradiction[];
  readonly reports: number;
}

/** Two actors over time. */
export interface Pair {
  readonly period: "day" | "month" | "year";
  readonly points: readonly {
    readonly start: string;
    /** First day after it. */
    readonly end: string;
    readonly events: number;
    /** Null where nothing is known. */
    readonly score: number | null;
  }[];
  readonly types: readonly {
    readonly event: string;
    readonly quad_code: number;
    readonly forth: number;
    readonly back: number;
    readonly both: number;
  }[];
  readonly total: number;
  readonly whole: boolean;
}
