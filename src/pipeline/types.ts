/**
 * What the pipeline is made of: the stages as it calls them, the items that
 * flow through it, and what it tells while it runs.
 */
import type { Day, Outcome, Refusal, Span } from "../base/types.ts";
import type { CodedReport, Mention } from "../coding/types.ts";
import type { OwnActors } from "../knowledge/actors/types.ts";
import type { EventType, Mode } from "../knowledge/types.ts";
import type { Sentence } from "../language/types.ts";
import type { ExtractedPage, Report } from "../reading/types.ts";
import type { Account, CodedEntry, FeedMark, RefusedInput } from "../record/types.ts";
import type { NamedBytes, RawPage, SourceProgress } from "../sources/types.ts";
import type { WebSettings } from "./web.ts";

export type { NamedBytes, SourceProgress, WebSettings };

/** The stages between a raw page and the record, ready to be called. */
export interface Stages {
  /** The report that the page is.
   * @param today day of reading, so that dates after it are not believed; null where it is unknown */
  read(page: RawPage, today: Day | null): Outcome<Report>;
  /** The report's sentences (parsed where they were looked at) and what was found in them. */
  code(report: Report): Coding;
  /** The sentence with its tree. */
  parse(sentence: Sentence): Sentence;
  /** Sentences with words and offsets. */
  split(text: string): Sentence[];
  /** A report made of bare text and a day, for the filters. */
  bareReport(bare: BareReport): Report;
  /** The event between two spans of the report's text; always answered. */
  relate(report: Report, actor: Span, recipient: Span): Relation;
}

/** The stages that need no model. */
export interface PageStages {
  /** What the page holds, whatever its language.
   * @param today day of reading; null where it is unknown */
  extract(page: RawPage, today: Day | null): ExtractedPage;
}

/** What a module of stages exports. */
export type CreateStages = (actors: OwnActors | null) => Promise<Stages>;

export interface Coding {
  readonly sentences: readonly Sentence[];
  readonly coded: CodedReport;
}

export interface BareReport {
  readonly id: string | null;
  readonly text: string;
  readonly date: string | null;
}

export interface Relation {
  readonly event: EventType;
  readonly mode: readonly Mode[];
  readonly confidence: number;
}

/** One line of the `code` filter. */
export interface CodeRequest extends BareReport {
  readonly actor: Span | null;
  readonly recipient: Span | null;
}

export interface CodeAnswer {
  readonly entry: CodedEntry;
  readonly relation: Relation | null;
}

/** A mention that comes with a line of the `link` filter. */
export interface GivenMention {
  readonly id: string;
  /** Its words in the text. */
  readonly trigger: Span;
  /** Null where nothing but its words is given. */
  readonly mention: Mention | null;
}

/** One line of the `link` filter. */
export interface LinkRequest extends BareReport {
  readonly title: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  /** Null where the text is to be coded. */
  readonly mentions: readonly GivenMention[] | null;
}

/** The sentences of a text, and those with a tree that hold one of the spans asked for. */
export interface SplitAnswer {
  readonly sentences: readonly Span[];
  readonly parsed: readonly Sentence[];
}

/** A page, or why a source gave none; with a mark of the poll that gave it. */
export type SourceItem = (
  | { readonly kind: "page"; readonly page: RawPage }
  | { readonly kind: "refused"; readonly refused: RefusedInput }
) & { readonly mark?: FeedMark };

/** What a report is called in lists. */
export interface ReportHead {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly date: Day | null;
}

/** How one input ended, told after it is on the disk. */
export interface InputEnd {
  readonly origin: string;
  readonly outcome: "stored" | "duplicate" | "refused" | "quarantined";
  readonly reportId: string | null;
  /** Of a report that was coded; null elsewhere. */
  readonly report: ReportHead | null;
  readonly mentions: number;
  readonly code: string | null;
  readonly message: string | null;
  readonly advice: string | null;
  /** What a stored report was read without, such as its date. */
  readonly warnings: readonly Refusal[];
}

/** What `read` gives back. */
export interface ReadResult {
  /** Id of the run; null where nothing came to the record. */
  readonly run: string | null;
  readonly account: Account;
  /** Mentions that the stored reports hold. */
  readonly mentions: number;
  readonly stopped: boolean;
}
