/** What the API gives and takes, as types: of the same schemas that describe it. */
import type { z } from "zod";
import type { actorSchema } from "./schemas/actor.ts";
import type { decisionInputSchema, decisionSchema } from "./schemas/decision.ts";
import type {
  contradictionSchema,
  copySchema,
  eventDetailSchema,
  eventSchema,
  storySchema,
} from "./schemas/event.ts";
import type { explanationsSchema, linkReasonSchema } from "./schemas/explanation.ts";
import type { mentionFilters, paging, reportFilters } from "./schemas/filters.ts";
import type { entryDetailSchema, entrySchema, ledgerFilters } from "./schemas/ledger.ts";
import type {
  contradictionFilters,
  copyFilters,
  eventFilters,
  storyFilters,
} from "./schemas/link-filters.ts";
import type { mentionSchema } from "./schemas/mention.ts";
import type { problemSchema } from "./schemas/problem.ts";
import type {
  feedSchema,
  quarantineSchema,
  readAddressesSchema,
  readEventSchema,
  readSchema,
  stepSchema,
} from "./schemas/read.ts";
import type { reportDetailSchema, reportSchema } from "./schemas/report.ts";
import type { statementFilters, statementListSchema } from "./schemas/statement.ts";
import type { eventDaysSchema, eventFacetsSchema, pairSchema } from "./schemas/summary.ts";
import type { countQuery, countSchema, digestSchema } from "./schemas/tally.ts";
import type { todayQuery, todaySchema } from "./schemas/today.ts";

type Shape = Readonly<Record<string, z.ZodType>>;

/** Parameters as a caller gives them: several values as a list, days and words as text. */
export type QueryOf<Q extends Shape> = {
  readonly [Name in Exclude<keyof Q, "format">]?:
    | z.input<Q[Name]>
    | readonly string[]
    | number
    | boolean
    | null;
};

export type ActorJson = z.output<typeof actorSchema>;
export type ContradictionJson = z.output<typeof contradictionSchema>;
export type CopyJson = z.output<typeof copySchema>;
export type CountJson = z.output<typeof countSchema>;
export type DecisionInputJson = z.input<typeof decisionInputSchema>;
export type DecisionJson = z.output<typeof decisionSchema>;
export type DigestJson = z.output<typeof digestSchema>;
export type EntryDetailJson = z.output<typeof entryDetailSchema>;
export type EntryJson = z.output<typeof entrySchema>;
export type EventDaysJson = z.output<typeof eventDaysSchema>;
export type EventDetailJson = z.output<typeof eventDetailSchema>;
export type EventFacetsJson = z.output<typeof eventFacetsSchema>;
export type EventJson = z.output<typeof eventSchema>;
export type ExplanationsJson = z.output<typeof explanationsSchema>;
export type FeedJson = z.output<typeof feedSchema>;
export type LinkReasonJson = z.output<typeof linkReasonSchema>;
export type MentionJson = z.output<typeof mentionSchema>;
export type PairJson = z.output<typeof pairSchema>;
export type ProblemJson = z.output<typeof problemSchema>;
export type QuarantinedJson = z.output<typeof quarantineSchema>;
export type ReadAddressesJson = z.input<typeof readAddressesSchema>;
export type ReadEventJson = z.output<typeof readEventSchema>;
export type ReadJson = z.output<typeof readSchema>;
export type ReportDetailJson = z.output<typeof reportDetailSchema>;
export type ReportJson = z.output<typeof reportSchema>;
export type StatementJson = z.output<typeof statementListSchema>;
export type StepJson = z.output<typeof stepSchema>;
export type StoryJson = z.output<typeof storySchema>;
export type TodayJson = z.output<typeof todaySchema>;

export type ContradictionQuery = QueryOf<typeof contradictionFilters & typeof paging>;
export type CopyQuery = QueryOf<typeof copyFilters & typeof paging>;
/** `by` is needed: told apart by what, such as `["actor", "month"]`. */
export type CountsQuery = QueryOf<typeof eventFilters & typeof countQuery & typeof paging>;
export type EventFilterQuery = QueryOf<typeof eventFilters>;
export type EventQuery = QueryOf<typeof eventFilters & typeof paging>;
export type LedgerQuery = QueryOf<typeof ledgerFilters & typeof paging>;
export type MentionQuery = QueryOf<typeof mentionFilters & typeof paging>;
export type PageQuery = QueryOf<typeof paging>;
export type ReportQuery = QueryOf<typeof reportFilters & typeof paging>;
export type StatementQuery = QueryOf<typeof statementFilters & typeof paging>;
export type StoryQuery = QueryOf<typeof storyFilters & typeof paging>;
export type TodayQuery = QueryOf<typeof todayQuery>;
