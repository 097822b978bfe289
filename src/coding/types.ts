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
  readonly clues: readonly LedgerClue[];
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

export type LedgerKind = "measure" | "agreement" | "contact" | "inquiry";

/** A step of the life of an entry of a ledger. */
export type LedgerStep =
  | "proposed"
  | "passed"
  | "signed"
  | "adopted"
  | "announced"
  | "in force"
  | "extended"
  | "tightened"
  | "suspended"
  | "eased"
  | "lifted"
  | "expired"
  | "rejected"
  | "negotiated"
  | "agreed"
  | "initialled"
  | "ratified"
  | "breached"
  | "resumed"
  | "rejoined"
  | "ended"
  | "withdrawal announced"
  | "withdrawal notified"
  | "withdrawn from"
  | "planned"
  | "held"
  | "postponed"
  | "cancelled"
  | "referred"
  | "opened"
  | "hearing"
  | "charge"
  | "warrant"
  | "arrest"
  | "impeached"
  | "removed"
  | "verdict"
  | "closed";

/** Who takes part in an entry of a ledger. */
export interface LedgerParty {
  readonly code: string | null;
  readonly sector: Sector | null;
  readonly name: string | null;
  readonly id: string | null;
  /** Title of the office held on that day ("Secretary of State"); null where unknown or no person. */
  readonly office: string | null;
  readonly entityText: string;
}

export type LedgerRole = "mediator" | "guarantor";

/** A time that a clue states or that its report lends it. */
export interface ClueDay {
  readonly date: Day;
  readonly endDate: Day;
  /** stated: by the words; near: by the sentence before; else that of the report. */
  readonly basis: "stated" | "near" | "dateline" | "published";
}

/** What one sentence says of an entry of a ledger. Offsets into the report's text. */
export interface LedgerClue {
  readonly ledger: LedgerKind;
  /** The step of its life that is told; null where only fields are. */
  readonly step: LedgerStep | null;
  /** "sanctions", "ceasefire", "visit", …; null where the words leave it open ("the law"). */
  readonly kind: string | null;
  /** Who imposes, signs, meets, investigates. */
  readonly by: readonly LedgerParty[];
  /** On whom, with whom, whom the inquiry is about. */
  readonly on: readonly LedgerParty[];
  readonly others: readonly { readonly role: LedgerRole; readonly party: LedgerParty }[];
  /** Who says that it was breached. */
  readonly allegedBy: readonly LedgerParty[];
  /** Words of what it is about, on or for ("imports of coal"); null where they do not say. */
  readonly about: string | null;
  /** Words of the instrument ("Resolution 2371"); null where none is named. */
  readonly instrument: string | null;
  /** Where; `wide` for a whole state, which any place in it outranks; `here` where only the report comes from there. */
  readonly place: {
    readonly name: string;
    readonly countryCode: string | null;
    readonly wide?: true;
    readonly here?: true;
  } | null;
  /** Places that `about` and the phrase name, by the country that they lie in. */
  readonly countries: readonly string[];
  readonly figures: readonly Quantity[];
  readonly conditions: readonly (Span & { readonly text: string })[];
  /** Words that say that it answers something; `to` holds the kinds of measures and codes of parties that they name. */
  readonly answers: (Span & { readonly text: string; readonly to: readonly string[] }) | null;
  /** Null where nothing dates the step. */
  readonly day: ClueDay | null;
  /** The day that is planned or set, where the step only plans it. */
  readonly forDay: ClueDay | null;
  /** The day on which it was made, by the words that name it ("the agreement of 18 March"). */
  readonly founded: ClueDay | null;
  /** The words mean something that was told before ("the deal", "it"). */
  readonly known: boolean;
  /** The words say that it is another one than before ("a revised agreement", "a second warrant"). */
  readonly another: boolean;
  /** The noun that names what it is about, here or where a pronoun points; null where a verb alone tells it. */
  readonly thing: Span | null;
  /** The words that carry it. */
  readonly trigger: Span;
  readonly sentence: number;
  readonly sentenceSpan: Span;
  readonly section: SectionKind;
  /** Id of the rule that read it. */
  readonly rule: string;
}
