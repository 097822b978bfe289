/**
 * What the API answers with, as far as the pages use it. contract.test.ts holds
 * these shapes against those of src/views/json.
 */

export type { ActorEntry, OfficeTerm } from "./actor-types.ts";
export type {
  Contradiction,
  ContradictionSide,
  Copy,
  CopySide,
  DecisionLine,
  DigestSentence,
  EventDays,
  EventFacets,
  EventLine,
  FacetName,
  LinkReason,
  Story,
} from "./event-types.ts";
export type { LedgerEntry, LedgerParty, LedgerStep } from "./ledger-types.ts";
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
