/**
 * Parsed sentences of a report in, mentions and times out.
 * Spans are half-open, in UTF-16 code units of the report's text; views turn
 * them into offsets in the sentence where a format wants that.
 */
import type { Day, DayRange, Span } from "../base/types.ts";
import type { Context, EventType, Mode, Sector } from "../knowledge/types.ts";
import type { SectionKind } from "../reading/types.ts";

/** Who does it or to whom. `start` and `end` are absent where the words stand elsewhere or nowhere. */
export interface Actor {
  /** ISO 3166 alpha-3 with PLOVER's exceptions, or IGO, NGO, IMG, ISM, MNC; null where unknown. */
  readonly code: string | null;
  readonly sector: Sector | null;
  /** The gazetteer's name for it ("Vladimir Putin", "United Nations"). */
  readonly name: string | null;
  /** The gazetteer's id for it. */
  readonly id: string | null;
  /** The words of this sentence that stand for it. */
  readonly entityText: string;
  readonly start?: number;
  readonly end?: number;
}

export interface TimeExpression extends Span {
  readonly text: string;
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  /** TIMEX3 value ("2017-08-07", "2017-W31", "P2D", "PAST_REF"). */
  readonly value: string;
  /** First and last day that it means; null where it means no day (durations, sets, vague words). */
  readonly day: Day | null;
  readonly endDay: Day | null;
  /** TIMEX3 mod: START, MID, END, BEFORE, AFTER, MORE_THAN, LESS_THAN, APPROX. */
  readonly mod?: string;
  /** The whole stretch where the words are one end of it ("from 3 to 5 May"). */
  readonly range?: DayRange;
  /** Id of the rule that read it. */
  readonly rule?: string;
}

export type Factuality = "actual" | "future" | "hypothetical" | "negation" | "historical";

/** stated: by the words; dateline: the day of a dateline; published: the day of publication. */
export type MentionDateBasis = "stated" | "dateline" | "published";

export interface Quantity extends Span {
  readonly value: number;
  /** "person", "dead", "injured", "arrested", "money:USD", … as in knowledge/lexicon. */
  readonly unit: string;
  readonly text: string;
}

/** Whom the sentence credits: "officials said", "BBC reported", "according to …". */
export interface Attribution extends Span {
  readonly kind: "speaker" | "outlet";
  readonly text: string;
  readonly name: string | null;
  readonly id: string | null;
  readonly code: string | null;
}

/** The act that a promise, threat, request, … is about. */
export interface MentionContent {
  readonly event: EventType;
  readonly mode: readonly Mode[];
  readonly date: Day | null;
  readonly endDate: Day | null;
}

/** Where it happened. */
export interface EventPlace extends Span {
  readonly text: string;
  readonly name: string;
  readonly countryCode: string | null;
  readonly id: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** One coding of an event in one sentence. */
export interface Mention {
  readonly event: EventType;
  readonly mode: readonly Mode[];
  readonly context: readonly Context[];
  readonly cameo: string | null;
  readonly actor: readonly Actor[];
  readonly recipient: readonly Actor[];
  readonly eventText: string;
  readonly trigger: Span;
  readonly content: MentionContent | null;
  readonly date: Day | null;
  readonly endDate: Day | null;
  readonly dateText: string | null;
  readonly dateBasis: MentionDateBasis | null;
  readonly factuality: Factuality;
  readonly attribution: readonly Attribution[];
  readonly quantity: readonly Quantity[];
  readonly place: EventPlace | null;
  readonly section: SectionKind;
  /** Index of the sentence in the report. */
  readonly sentence: number;
  /** Span of the sentence in the report's text. */
  readonly sentenceSpan: Span;
  /** Id of the rule that won. */
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What was considered for a sentence and set aside, with the reason: shown by `explain`. */
export interface SetAside {
  readonly sentence: number;
  readonly rule: string;
  readonly trigger: Span;
  /** Such as `coding/no-party`, `coding/overlapped`, `coding/reporting-verb`. */
  readonly reason: string;
  /** Id of the rule that won instead, if one did. */
  readonly winner: string | null;
}

export interface CodedReport {
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeExpression[];
  readonly setAside: readonly SetAside[];
  /** In order of the text. */
  readonly statements: readonly Statement[];
  /** Sentences that were not parsed because no word of them can carry an event or a statement. */
  readonly skippedSentences: number;
}

/** Who says something, to whom, or which outlet is credited. Offsets into the report's text. */
export interface StatementParty extends Span {
  /** The words of the sentence that stand for it; a pronoun counts. */
  readonly entityText: string;
  readonly code: string | null;
  readonly sector: Sector | null;
  readonly name: string | null;
  readonly id: string | null;
  /** Title of the office that a person holds on the day of the report; null where none is known. */
  readonly office: string | null;
}

/** For or against what the words of a statement stand. */
export interface Stance {
  readonly side: "for" | "against";
  /** The words that say so ("condemned"). */
  readonly cue: Span & { readonly text: string };
  /** What it is about. */
  readonly target: Span & { readonly text: string };
}

/** Words attributed to a speaker. Offsets into the report's text. */
export interface Statement {
  /** direct: all between quotation marks; mixed: some of it; indirect: none. */
  readonly kind: "direct" | "mixed" | "indirect";
  /** From the first to the last word said, quotation marks included. */
  readonly content: Span & { readonly text: string };
  /** What stands between quotation marks, marks included. */
  readonly quoted: readonly Span[];
  /** The pieces of the content; more than one where its cue breaks it. */
  readonly parts: readonly Span[];
  /** The words for all who say it; null where the report names nobody. */
  readonly speaker: StatementParty | null;
  /** Each of them: two for "Trump and Tillerson", else `speaker` alone; empty where the report names nobody. */
  readonly speakers: readonly StatementParty[];
  /** The word that says that something is said; null where a quotation goes on without one. */
  readonly cue: (Span & { readonly text: string }) | null;
  readonly addressee: StatementParty | null;
  /** Where it was said. */
  readonly place: EventPlace | null;
  /** The outlet that the report credits ("BBC reported"). */
  readonly outlet: StatementParty | null;
  /** The day that the cue's clause states, else the day of the dateline or of publication. */
  readonly date: Day | null;
  readonly stance: Stance | null;
  /** Whom the words name. */
  readonly about: readonly StatementParty[];
  /** 1 for a quotation inside what another says, else 0. */
  readonly level: 0 | 1;
  /** Index of the sentence of the cue, or of the first word said where there is no cue. */
  readonly sentence: number;
  readonly section: SectionKind;
  /** How its words were found: "quotes/quote-before", "quotes/ccomp", "quotes/orphan", … */
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
}
