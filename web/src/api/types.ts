/**
 * What the API answers with, as far as the pages use it. web/contract.test.ts
 * holds these shapes against those of src/views/json.
 */
export interface ProblemJson {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly advice: string | null;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Party {
  readonly code: string | null;
  readonly sector: string | null;
  readonly name: string | null;
  readonly id: string | null;
  readonly entity_text?: string;
  readonly start?: number;
  readonly end?: number;
}

export interface Citation {
  readonly url: string | null;
  readonly title: string | null;
  readonly publication: string | null;
  readonly date: string | null;
}

export interface Place {
  readonly text: string;
  readonly name: string;
  readonly code: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly start?: number;
  readonly end?: number;
}

export interface Mention {
  readonly id: string;
  readonly report_id: string;
  readonly event_id: string | null;
  readonly event: string;
  readonly mode: readonly string[];
  readonly context: readonly string[];
  readonly quad_code: number;
  readonly event_scale: number | null;
  readonly cameo: string | null;
  readonly actor: readonly Party[];
  readonly recipient: readonly Party[];
  readonly event_text: string;
  readonly trigger: Partial<Span>;
  readonly content: {
    readonly event: string;
    readonly mode: readonly string[];
    readonly date: string | null;
  } | null;
  readonly date: string | null;
  readonly enddate: string | null;
  readonly date_text: string | null;
  readonly date_basis: string | null;
  readonly factuality: string;
  readonly attribution: readonly ({ readonly kind: string; readonly text: string } & Partial<Span>)[];
  readonly quantity: readonly ({
    readonly value: number;
    readonly unit: string;
    readonly text: string;
  } & Partial<Span>)[];
  readonly event_loc: Place | null;
  readonly section: string;
  readonly sentence: number;
  readonly text: string;
  readonly text_info: Span;
  readonly cite_info: Citation;
  readonly rule: string;
  readonly confidence: number;
}

export interface ReportLine {
  readonly id: string;
  readonly given_id: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly date: string | null;
  readonly date_basis: string | null;
  readonly language: string;
  readonly version: number;
  readonly current: boolean;
  readonly story_id: string | null;
  readonly mentions: number;
  readonly origin: string;
  readonly read_at: string;
  readonly warnings: readonly string[];
  readonly charset: string | null;
}

export interface Section extends Span {
  readonly kind: string;
}

export interface ReportDetail extends ReportLine {
  readonly authors: readonly string[];
  readonly date_span: Span | null;
  readonly coder: string;
  readonly text: string;
  readonly sections: readonly Section[];
  readonly datelines: readonly ({
    readonly place: string | null;
    readonly agency: string | null;
    readonly day: string | null;
  } & Span)[];
  readonly sentences: readonly ({
    readonly index: number;
    readonly paragraph: number;
    readonly cut: string | null;
  } & Span)[];
  readonly coded: readonly Mention[];
}

export interface ExplainedSentence {
  readonly report_id: string;
  readonly sentence: number;
  readonly text: string;
  readonly tokens: readonly {
    readonly form: string;
    readonly deprel: string;
    readonly upos: string;
    readonly head: number;
  }[];
  readonly mentions: readonly Mention[];
  readonly set_aside: readonly {
    readonly rule: string;
    readonly reason: string;
    readonly winner: string | null;
    readonly trigger: Span;
  }[];
}

export interface Sourced<T> {
  readonly value: T;
  readonly mentions: readonly string[];
}

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

export interface Statement {
  readonly id: string;
  readonly report_id: string;
  readonly kind: string;
  readonly content: Span & { readonly text: string };
  readonly quoted: readonly Span[];
  readonly parts: readonly Span[];
  readonly speaker: Party | null;
  readonly cue: (Span & { readonly text: string }) | null;
  readonly addressee: Party | null;
  readonly place: Place | null;
  readonly outlet: Party | null;
  readonly date: string | null;
  readonly stance: {
    readonly side: string;
    readonly cue: Span & { readonly text: string };
    readonly target: Span & { readonly text: string };
  } | null;
  readonly section: string;
  readonly confidence: number;
  readonly about?: readonly Party[];
  /** In lists: how many reports, outlets and wordings give these words, and each of them. */
  readonly reports?: number;
  readonly outlets?: number;
  readonly variants?: number;
  readonly tellings?: readonly {
    readonly id: string;
    readonly report_id: string;
    readonly kind: string;
    readonly text: string;
    readonly cite_info: Citation;
  }[];
  readonly cite_info?: Citation;
}

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

export interface OfficeTerm {
  readonly person_id: string;
  readonly person: string | null;
  readonly office: string;
  readonly title: string;
  readonly body_id: string;
  readonly body: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly seen: string | null;
}

export interface ActorEntry {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly code: string | null;
  readonly sector: string | null;
  readonly state: string | null;
  readonly outlet: boolean;
  readonly names: readonly { readonly name: string; readonly use: string }[];
  readonly terms: readonly OfficeTerm[];
}

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
