/**
 * What the API answers with, as far as the pages use it. contract.test.ts holds
 * these shapes against those of src/views/json.
 */

export type { ActorEntry, OfficeTerm } from "./actor-types.ts";
export type {
  BriefEntry,
  Contradiction,
  ContradictionSide,
  Copy,
  CopySide,
  DecisionLine,
  DigestSentence,
  EventDays,
  EventDetail,
  EventFacets,
  EventLine,
  FacetName,
  FrontItem,
  LinkReason,
  Pair,
  Story,
  Today,
} from "./event-types.ts";
export type { LedgerDetail, LedgerEntry, LedgerParty, LedgerSource, LedgerStep } from "./ledger-types.ts";
export type { Account, InputEnd, Quarantined, ReadEvent, ReadLine } from "./read-types.ts";
export type {
  ExplainedSentence,
  Mention,
  ReportDetail,
  ReportLine,
  Section,
  Statement,
} from "./report-types.ts";
export type { Citation, Party, Place, ProblemJson, Sourced, Span } from "./shared-types.ts";
