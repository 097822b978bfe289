/** Reports, what was coded in them, and who said what, as the API gives them. */
import type { Citation, Party, Place, Span } from "./shared-types.ts";

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
  readonly about?: readonly (Party | null)[];
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
