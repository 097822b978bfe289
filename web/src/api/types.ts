/**
 * What the API answers with, under the names that the pages use: the types of
 * its client, which come from the schemas that the server checks with.
 */
import type * as Api from "../../../src/client.ts";

export type ActorEntry = Api.ActorJson;
export type OfficeTerm = ActorEntry["terms"][number];

export type EventLine = Api.EventJson;
export type EventDetail = Api.EventDetailJson;
export type EventDays = Api.EventDaysJson;
export type EventFacets = Api.EventFacetsJson;
export type FacetName = EventFacets["data"][number]["facet"];
export type Pair = Api.PairJson;
export type Today = Api.TodayJson;
export type FrontItem = Today["events"][number];
/** An entry of a ledger with the step that brings it to the front page. */
export type BriefEntry = Today["measures"][number];

export type CountLine = Api.CountJson;

export type Story = Api.StoryJson;
export type Copy = Api.CopyJson;
export type Contradiction = Api.ContradictionJson;
export type ContradictionSide = Contradiction["a"];
export type DecisionLine = Api.DecisionJson;
export type LinkReason = Api.LinkReasonJson;
export type Digest = Api.DigestJson;

/** One measure, agreement, contact or inquiry; which sides it has depends on its ledger. */
export type LedgerEntry = Api.EntryJson;
/** An entry with the sentences that say so. */
export type LedgerDetail = Api.EntryDetailJson;
export type LedgerParty = NonNullable<LedgerEntry["by"]>[number];
export type LedgerStep = LedgerEntry["life"][number];
export type LedgerSource = LedgerDetail["sources"][number];

export type ReportLine = Api.ReportJson;
export type ReportDetail = Api.ReportDetailJson;
export type Section = ReportDetail["sections"][number];
export type Mention = Api.MentionJson;
export type ExplainedSentence = Api.ExplanationsJson["data"][number];
export type Statement = Api.StatementJson;

export type ReadLine = Api.ReadJson;
export type ReadEvent = Api.ReadEventJson;
export type Account = ReadLine["account"];
export type InputEnd = Extract<ReadEvent, { kind: "input" }>["input"];
export type Quarantined = Api.QuarantinedJson;

export type ProblemJson = Api.ProblemJson;

/** Half-open, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span that is absent where the words stand elsewhere. */
export type LooseSpan = Mention["trigger"];

/** Somebody who acts, is acted on, speaks or is spoken to. */
export type Party = Omit<Mention["actor"][number], "entity_text"> & { readonly entity_text?: string | null };

/** A value with the mentions that tell it. */
export interface Sourced<T> {
  readonly value: T;
  readonly mentions: readonly string[];
}
