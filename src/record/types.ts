/**
 * What goes into the record and what comes out: coded reports in, stored
 * reports and mentions out, with the filters and cursors of the lists.
 * Spans are half-open, in UTF-16 code units of the report's text.
 */
import type { Day, Span } from "../base/types.ts";
import type { LedgerClue, Mention, Statement, TimeExpression } from "../coding/types.ts";
import type {
  Contradiction,
  ContradictionKind,
  Copy,
  CopyKind,
  LinkedEvent,
  Standing,
  Story,
} from "../linking/types.ts";
import type { Report } from "../reading/types.ts";
import type { FeedState, RawPage } from "../sources/types.ts";

export type * from "./ledgers/types.ts";

/** A sentence as the record keeps it; its tree is parsed again when somebody asks for it. */
export interface SentenceLine extends Span {
  readonly paragraph: number;
  readonly cut: string | null;
}

/** A report with everything that was found in it, ready to be stored. */
export interface CodedEntry {
  readonly report: Report;
  readonly sentences: readonly SentenceLine[];
  readonly mentions: readonly Mention[];
  readonly statements: readonly Statement[];
  readonly clues: readonly LedgerClue[];
  readonly times: readonly TimeExpression[];
  readonly skippedSentences: number;
  /** Which rules and models coded it. */
  readonly coder: string;
}

/** A report as stored, without its text. */
export interface ReportLine {
  readonly id: string;
  readonly givenId: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly date: Day | null;
  readonly dateBasis: Report["dateBasis"];
  readonly language: string;
  readonly version: number;
  /** False when a later version of the same report is there. */
  readonly current: boolean;
  readonly origin: string;
  readonly readAt: string;
  readonly mentions: number;
  /** The story that it is of; null where it is not linked. */
  readonly storyId: string | null;
  /** Codes of what it was read without, such as `reading/no-date`. */
  readonly warnings: readonly string[];
  /** Character set that the bytes were read in; null where there was no choice. */
  readonly charset: string | null;
}

/** A whole report as stored. */
export interface StoredReport {
  readonly line: ReportLine;
  readonly report: Report;
  readonly coder: string;
  readonly sentences: readonly SentenceLine[];
}

/** The report that a mention cites. */
export interface Citation {
  readonly url: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly date: Day | null;
}

/** A mention with its id, its sentence and its report: the line that every list shows. */
export interface MentionLine {
  readonly id: string;
  readonly reportId: string;
  readonly mention: Mention;
  /** The text of the sentence. */
  readonly text: string;
  readonly citation: Citation;
  /** The event that it is a mention of; null where it is not linked. */
  readonly eventId: string | null;
}

/** A statement with its id and its report: the line that every list shows. */
export interface StatementLine {
  readonly id: string;
  readonly reportId: string;
  readonly statement: Statement;
  /** Ids of the mentions that are coded in its words. */
  readonly mentions: readonly string[];
  readonly citation: Citation;
}

/** One report that gives the words of a statement. */
export interface Telling {
  /** Id of the statement of this report. */
  readonly id: string;
  readonly reportId: string;
  readonly kind: Statement["kind"];
  readonly text: string;
  readonly citation: Citation;
}

/** The first statement of the same words with all that give them, itself among them, in order of their days. */
export interface StatementListLine extends StatementLine {
  readonly tellings: readonly Telling[];
}

/** How an input ended. */
export type WriteOutcome = "stored" | "duplicate";

/** Counts of a run: read is the sum of the others, always. */
export interface Account {
  readonly read: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly quarantined: number;
}

export interface RefusedInput {
  readonly origin: string;
  readonly code: string;
  readonly message: string;
  readonly advice: string | null;
  readonly inputHash: string | null;
}

export interface QuarantinedInput {
  readonly origin: string;
  /** Step that failed, such as `coding`. */
  readonly stage: string;
  readonly code: string;
  readonly message: string;
  readonly inputHash: string;
  readonly tries: number;
  /** The page itself, to be tried again; null where it is not kept. */
  readonly page?: RawPage | null;
}

export interface QuarantineLine extends Omit<QuarantinedInput, "page"> {
  readonly id: string;
  readonly putAt: string;
}

/** A feed of the list. Moments are ISO 8601 in UTC. */
export interface FeedLine {
  /** As it was added. */
  readonly url: string;
  /** Where it is asked for now. */
  readonly address: string;
  /** True where what it carries is taken and none of its pages is fetched. */
  readonly isFeedOnly: boolean;
  readonly addedAt: string;
  /** Null before the first poll. */
  readonly polledAt: string | null;
  readonly dueAt: string;
  /** Failures in a row. */
  readonly failures: number;
  /** True where the host said that it is gone for good: it is not asked any more. */
  readonly isGone: boolean;
  /** Why the last poll failed; null where it did not. */
  readonly fault: { readonly code: string; readonly message: string } | null;
}

/** A feed with all that is known of it, for its next poll. */
export interface WatchedFeed extends FeedState {
  readonly isFeedOnly: boolean;
}

/** What one step of a poll says of its feed, to be written with what it gave. */
export interface FeedMark {
  readonly feed: string;
  /** The item that was read or tried: its version once it is read, the tries while it is not. */
  readonly item: { readonly key: string; readonly version: string | null; readonly tries: number } | null;
  /** How the poll ended, at its last step. */
  readonly poll: { readonly state: FeedState; readonly fault: FeedLine["fault"] } | null;
}

/** One thing of a run to be written, in the order of the input. */
export type RunItem =
  | { readonly kind: "coded"; readonly entry: CodedEntry; readonly inputHash: string }
  | { readonly kind: "duplicate"; readonly reportId: string; readonly inputHash?: string }
  | { readonly kind: "refused"; readonly refused: RefusedInput }
  | { readonly kind: "quarantined"; readonly quarantined: QuarantinedInput };

export interface ReportFilter {
  readonly since?: Day;
  readonly until?: Day;
  readonly outlet?: string;
  /** Ids, beginnings of ids, given ids or URLs. */
  readonly report?: string;
  readonly search?: string;
  /** Show versions that a later one replaced, too (default false). */
  readonly allVersions?: boolean;
  /** Id of a story, or its beginning. */
  readonly story?: string;
  /** Read after this moment (ISO 8601, UTC). */
  readonly readSince?: string;
}

export interface MentionFilter extends ReportFilter {
  /** A code (`RUS`), a gazetteer id (`person/Q7747`) or a name. */
  readonly actor?: string;
  readonly recipient?: string;
  /** Where it happened: a state's code, a place's id (`place/…`) or its name. */
  readonly place?: string;
  /** Both must take part, on opposite sides or together. */
  readonly between?: readonly [string, string];
  /** Event types (`SANCTION`), or type and mode (`SANCTION/expel`); one of them must hold. */
  readonly types?: readonly string[];
  readonly factuality?: Mention["factuality"];
  /** Id of an event, or its beginning. */
  readonly event?: string;
}

export interface EventFilter extends MentionFilter {
  readonly standing?: Standing;
  /** Least number of independent lines of reporting. */
  readonly minLines?: number;
}

/** Of its reports, and of one of its events. */
export interface StoryFilter extends EventFilter {}

export interface CopyFilter extends ReportFilter {
  readonly kind?: CopyKind;
}

export interface ContradictionFilter extends EventFilter {
  readonly kind?: ContradictionKind;
}

/** An event with the mention that tells it first. */
export interface EventLine {
  readonly event: LinkedEvent;
  readonly first: {
    readonly eventText: string;
    /** Its sentence. */
    readonly text: string;
    readonly citation: Citation;
  };
}

/** A report as stories and copies name it. */
export interface NamedReport {
  readonly id: string;
  readonly givenId: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly date: Day | null;
}

export interface StoryLine {
  readonly story: Story;
  /** Its reports, earliest first. */
  readonly reports: readonly NamedReport[];
  /** Number of its events. */
  readonly events: number;
}

export interface CopyLine {
  readonly copy: Copy;
  readonly earlier: { readonly report: NamedReport; readonly text: string };
  readonly later: { readonly report: NamedReport; readonly text: string };
}

export interface ContradictionLine {
  readonly contradiction: Contradiction;
  readonly a: NamedReport;
  readonly b: NamedReport;
}

export interface StatementFilter extends ReportFilter {
  /** A code (`RUS`), a gazetteer id (`person/Q7747`) or a name. */
  readonly speaker?: string;
  readonly addressee?: string;
  /** The same, of whom the words name; or an event type (`SANCTION`) that is coded in them. */
  readonly about?: string;
  readonly kind?: Statement["kind"];
  readonly stance?: "for" | "against";
}

/** A page of a list. */
export interface Page<Line> {
  readonly lines: readonly Line[];
  /** Give it as `after` for the next page; null at the end. */
  readonly next: string | null;
}

export interface PageRequest {
  /** Lines at most, 1 to 1000. */
  readonly limit: number;
  readonly after?: string | null;
}

/** What stands in the record, in numbers. */
export interface RecordCounts {
  readonly [table: string]: number;
}

export type CountBy = "actor" | "recipient" | "type";
export type CountPeriod = "day" | "week" | "month" | "year";

/** What `counts` tallies by. */
export interface CountQuery {
  readonly by: readonly CountBy[];
  readonly period: CountPeriod | null;
  /** Give groups for periods in which nothing happened, too (default false). */
  readonly zeroFill?: boolean;
}

/** Events of one group. Reports and lines are those of each event, summed. */
export interface CountLine {
  /** Such as `2017`, `2017-08`, `2017-W32`, `2017-08-10`; null where nothing is told apart by time. */
  readonly period: string | null;
  /** Codes; "" where it is unknown; null where they are not told apart. */
  readonly actor: string | null;
  readonly recipient: string | null;
  readonly type: string | null;
  readonly events: number;
  readonly mentions: number;
  readonly reports: number;
  readonly lines: number;
}

/** Another code for a mention, by a person. */
export interface GivenCode {
  readonly event: string;
  readonly mode: readonly string[];
  readonly factuality?: Mention["factuality"];
}

/** What a person decides: that two reports or mentions belong together or not, or what a mention is. */
export type DecisionInput =
  | {
      readonly kind: "story" | "event";
      readonly verdict: "join" | "split";
      /** Ids of reports (story) or of mentions (event). */
      readonly a: string;
      readonly b: string;
      readonly note?: string | null;
    }
  | {
      readonly kind: "mention";
      readonly verdict: "no-event";
      readonly a: string;
      readonly note?: string | null;
    }
  | {
      readonly kind: "mention";
      readonly verdict: "code";
      readonly a: string;
      readonly value: GivenCode;
      readonly note?: string | null;
    };

export interface DecisionLine {
  readonly id: string;
  readonly kind: DecisionInput["kind"];
  readonly verdict: DecisionInput["verdict"];
  readonly a: string;
  readonly b: string | null;
  readonly value: GivenCode | null;
  readonly note: string | null;
  readonly decidedAt: string;
}
