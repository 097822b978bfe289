/**
 * Reports with their mentions in; copies, lines of reporting, stories, events,
 * contradictions and digests out. What linking asks of a record stands here too
 * (LinkIndex): keys to candidates, ids to reports; memory-index.ts holds one in
 * memory, the record fills it from its tables.
 * Spans are half-open, in UTF-16 code units of the report's text.
 */
import type { Day, Span } from "../base/types.ts";
import type { Actor, EventPlace, Factuality, Mention, MentionContent, Quantity } from "../coding/types.ts";
import type { Context, EventType, Mode } from "../knowledge/types.ts";
import type { Sentence } from "../language/types.ts";

export type * from "./ledgers/types.ts";
export type * from "./statements/types.ts";

/** A mention with its id and the report that it stands in. */
export interface LinkMention extends Mention {
  readonly id: string;
}

/** Words that are known to tell a happening and nothing else: no type, no parties. */
export interface BareMention {
  readonly id: string;
  readonly reportId: string;
  /** Its sentence, with a tree. */
  readonly sentence: Sentence;
  /** Indexes of its tokens. */
  readonly tokens: readonly number[];
}

/** What linking reads of one report. */
export interface LinkReport {
  readonly id: string;
  readonly givenId: string | null;
  readonly text: string;
  readonly title: string | null;
  readonly date: Day | null;
  readonly outlet: string | null;
  readonly url: string | null;
  /** Sentences of the text in order; where absent they are split by their marks. */
  readonly sentences?: readonly Span[];
  readonly mentions: readonly LinkMention[];
}

export type KeyKind = "copy" | "story" | "event";

/** What the record keeps of a report so that later ones find it. Keys are 32-bit whole numbers. */
export interface ReportKeys {
  readonly reportId: string;
  /** Days since 1970-01-01; null where the report has no day. */
  readonly day: number | null;
  readonly copy: readonly number[];
  /** Of every sentence the least of its keys: by them alone reports of long ago are found. */
  readonly oldCopy: readonly number[];
  readonly story: readonly number[];
  readonly event: readonly number[];
}

/** Words as hashes with their weights, heaviest first. */
export interface ProfileTerms {
  readonly hashes: Uint32Array;
  readonly weights: Float32Array;
}

/** The telling words of a report; kept by the record. */
export interface StoryProfile {
  readonly reportId: string;
  readonly day: number | null;
  readonly terms: ProfileTerms;
}

/** In how many reports of the record a word stands, by the hash of its stem. */
export interface WordCounts {
  readonly reports: number;
  of(stemHash: number): number;
}

/** What one mention says of its happening, in the form in which mentions are compared. Words are hashes of stems. */
export interface EventFacts {
  readonly id: string;
  readonly reportId: string;
  readonly sentence: number;
  /** Stem of the word that carries the event. */
  readonly head: string;
  readonly headHash: number;
  /** Families of the words of the mention. */
  readonly families: readonly string[];
  /** Stems of the words of the mention. */
  readonly words: ReadonlySet<string>;
  /** Rareness of the head. */
  readonly rareness: number;
  /** True where the head says that somebody says something. */
  readonly reporting: boolean;
  /** Words of who does it, to whom, and of what else goes with it, with their rareness. */
  readonly subject: ReadonlyMap<number, number>;
  readonly object: ReadonlyMap<number, number>;
  readonly other: ReadonlyMap<number, number>;
  /** Words of the sentence but the head. */
  readonly context: ReadonlyMap<number, number>;
  /** Names in the sentence. */
  readonly names: ReadonlyMap<number, number>;
  /** Figures that go with it. */
  readonly figures: ReadonlySet<number>;
  /** First and last day as numbers; null where unknown. */
  readonly days: readonly [number, number] | null;
}

/** What a mention is compared by besides its facts. */
export interface PairMention extends Pick<LinkMention, "id" | "event" | "mode" | "factuality"> {
  readonly content: Pick<MentionContent, "event"> | null;
  readonly actor: readonly Pick<Actor, "code" | "id">[];
  readonly recipient: readonly Pick<Actor, "code" | "id">[];
  readonly place: Pick<EventPlace, "id" | "name"> | null;
}

/** A coded mention with its facts. */
export interface FactMention {
  readonly mention: PairMention;
  readonly facts: EventFacts;
}

/** All that linking makes of one report before it looks at others; the record keeps it. */
export interface ReadForLinking {
  readonly report: LinkReport;
  readonly keys: ReportKeys;
  readonly profile: StoryProfile;
  readonly mentions: readonly FactMention[];
  readonly credits: readonly Credit[];
  /** Hashes of its word stems, each once: what WordCounts counts. */
  readonly countedWords: readonly number[];
  /** The title or the first sentence takes an earlier report back. */
  readonly retracts: boolean;
}

/** What lines of reporting are found by. */
export interface LineReport extends Pick<LinkReport, "id" | "date" | "outlet"> {
  /** Length of its text, in UTF-16 code units. */
  readonly length: number;
}

/** What a story tells of one of its reports. */
export interface StoryPart extends Pick<LinkReport, "id" | "date" | "outlet"> {
  /** Its title, else its first sentence. */
  readonly title: string | null;
  readonly titled: boolean;
  readonly profile: StoryProfile;
  /** Codes, else names, of the parties of its mentions, each with how often. */
  readonly parties: readonly (readonly [party: string, count: number])[];
}

/** A mention of a report, with the line that its sentence goes back to. */
export interface PlacedMention {
  readonly mention: LinkMention;
  readonly report: Pick<LinkReport, "id" | "date" | "outlet">;
  /** The text of its sentence. */
  readonly text: string;
  readonly line: string;
  /** Its words say that a report is taken back. */
  readonly retracts: boolean;
}

/** Lines of reporting, asked for by report and by sentence. */
export interface Lines {
  readonly lines: readonly Line[];
  /** Name of the line that a report belongs to. */
  ofReport(reportId: string): string;
  /** Name of the line that a sentence goes back to. */
  ofSentence(reportId: string, sentence: Span): string;
}

/** What one report adds to the record. */
export interface LinkDelta {
  readonly copies: readonly Copy[];
  readonly storyEdges: readonly Edge[];
  readonly eventEdges: readonly Edge[];
}

/** A report by its id and day (days since 1970-01-01; null where it has none). */
export interface DatedReport {
  readonly reportId: string;
  readonly day: number | null;
}

/** The reports that hold one of the keys asked for. */
export interface KeyHits {
  readonly key: number;
  readonly reports: readonly DatedReport[];
}

export interface KeyQuery {
  readonly kind: KeyKind;
  readonly keys: readonly number[];
  /** First and last day, both inclusive; reports without a day always count. Null: any day. */
  readonly days: { readonly from: number; readonly to: number } | null;
  /** Most reports for one key: a key with more is too common to tell anything, and its earliest are given. */
  readonly mostPerKey: number;
}

/** What linking asks of the record. Every answer is bounded by `mostPerKey`, so its cost does not grow. */
export interface LinkIndex {
  find(query: KeyQuery): Promise<readonly KeyHits[]> | readonly KeyHits[];
  /** The profiles of these reports. */
  profiles(ids: readonly string[]): Promise<readonly StoryProfile[]> | readonly StoryProfile[];
  /** The mentions of these reports with their facts. */
  mentions(reportIds: readonly string[]): Promise<readonly FactMention[]> | readonly FactMention[];
  /** The reports of these ids; ids that are not there are left out. */
  reports(ids: readonly string[]): Promise<readonly LinkReport[]> | readonly LinkReport[];
}

export type CopyKind = "verbatim" | "edited";

export interface ReportSpan extends Span {
  readonly reportId: string;
}

/** A passage that stands in an earlier report too. */
export interface Copy {
  readonly id: string;
  readonly kind: CopyKind;
  /** Share of the later passage's words that stand in the earlier one, 0 to 1. */
  readonly share: number;
  /** True where most of it lies between quotation marks: two outlets may quote one speech. */
  readonly quotation: boolean;
  readonly earlier: ReportSpan;
  readonly later: ReportSpan;
}

/** An outlet or agency that a report names as its origin. */
export interface Credit extends Span {
  readonly reportId: string;
  /** Id of the outlet or agency in knowledge/lexicon/en/linking-outlets.jsonl. */
  readonly outlet: string;
  /** report: the whole report is theirs; passage: the sentence that names them. */
  readonly scope: "report" | "passage";
  readonly rule: string;
}

/** Why two things belong together, or do not. */
export interface LinkReason {
  /** Values of the features, by name. */
  readonly features: Readonly<Record<string, number>>;
  readonly weights: Readonly<Record<string, number>>;
  readonly score: number;
  readonly threshold: number;
  readonly joined: boolean;
  /** Such as `linking/same-wording`, `linking/other-parties`, `linking/decision`. */
  readonly reason: string;
}

/** A scored tie of two reports or two mentions; `a` comes before `b` in order of their ids. */
export interface Edge {
  readonly a: string;
  readonly b: string;
  /** -1 (surely apart) to 1 (surely one). */
  readonly score: number;
}

/** What a person decided; it wins over the machine. */
export interface Decision {
  readonly kind: "story" | "event";
  readonly verdict: "join" | "split";
  /** Ids of reports (story) or mentions (event). */
  readonly a: string;
  readonly b: string;
}

export interface Story {
  /** From the earliest report of it: the same however the reports arrived. */
  readonly id: string;
  readonly title: string | null;
  readonly date: Day | null;
  readonly endDate: Day | null;
  readonly parties: readonly string[];
  readonly reports: readonly string[];
  readonly outlets: number;
  /** Lines of reporting. */
  readonly lines: number;
}

export type Standing = "reported" | "confirmed" | "denied" | "planned" | "done" | "retracted";

/** A value with the mentions that say so, most first. */
export interface Sourced<T> {
  readonly value: T;
  readonly mentions: readonly string[];
}

/** A party without its place in the text. */
export interface Party extends Pick<Actor, "code" | "sector" | "name" | "id"> {
  /** The words that stand for it, where it has no name; null where it has one. */
  readonly entityText: string | null;
}

/** Where it happened, without the words that say so. */
export type Place = Pick<EventPlace, "name" | "countryCode" | "id" | "lat" | "lon">;

/** The values that an event is known by: those that are told at least half as often as the most told one. */
export interface EventMain {
  readonly mode: readonly Mode[];
  readonly context: readonly Context[];
  readonly actor: readonly Party[];
  readonly recipient: readonly Party[];
}

/** All mentions of one happening. */
export interface LinkedEvent {
  readonly id: string;
  readonly storyId: string | null;
  readonly main: EventMain;
  readonly event: Sourced<EventType>;
  readonly cameo: Sourced<string> | null;
  readonly content: Sourced<MentionContent> | null;
  readonly factuality: Sourced<Factuality>;
  readonly mode: readonly Sourced<Mode>[];
  readonly context: readonly Sourced<Context>[];
  readonly actor: readonly Sourced<Party>[];
  readonly recipient: readonly Sourced<Party>[];
  readonly date: Sourced<{ readonly date: Day; readonly endDate: Day | null }> | null;
  readonly place: Sourced<Place> | null;
  readonly quantity: readonly Sourced<Pick<Quantity, "value" | "unit">>[];
  /** All of them, earliest first. */
  readonly mentions: readonly string[];
  /** Confidence of the mention that is most sure. */
  readonly confidence: number;
  readonly reports: number;
  readonly outlets: number;
  /** Independent lines of reporting. */
  readonly lines: number;
  readonly firstReport: string;
  readonly lastReport: string;
  readonly standing: Standing;
}

/** Bare mentions that are one happening. */
export interface BareEvent
  extends Pick<
    LinkedEvent,
    | "id"
    | "storyId"
    | "mentions"
    | "reports"
    | "outlets"
    | "lines"
    | "firstReport"
    | "lastReport"
    | "standing"
  > {}

export type ContradictionKind = "figure" | "date" | "party" | "denied";

/** One side of a contradiction. */
export interface Version {
  readonly value: string;
  readonly mentionId: string;
  readonly reportId: string;
  /** The sentence that says so. */
  readonly sentence: Span;
  readonly text: string;
}

/** Two versions of one event that cannot both be right. */
export interface Contradiction {
  readonly id: string;
  readonly eventId: string;
  readonly kind: ContradictionKind;
  /** Unit of figures ("dead"), role of parties ("actor"); "" otherwise. */
  readonly about: string;
  /** update: the later report is of a later day and the figure grew; conflict: otherwise. */
  readonly nature: "conflict" | "update";
  readonly a: Version;
  readonly b: Version;
}

/** One sentence of a digest with its source. */
export interface DigestSentence extends ReportSpan {
  readonly text: string;
  readonly date: Day | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly eventId: string | null;
}

/** Reports that go back to one origin. */
export interface Line {
  /** Report that the others go back to, or the agency that they name. */
  readonly origin: string;
  readonly reports: readonly string[];
}

export interface Linked {
  readonly stories: readonly Story[];
  readonly events: readonly LinkedEvent[];
  readonly copies: readonly Copy[];
  readonly contradictions: readonly Contradiction[];
  readonly lines: readonly Line[];
  readonly credits: readonly Credit[];
}
