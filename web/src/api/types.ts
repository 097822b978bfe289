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
