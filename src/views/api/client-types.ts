/** What the API gives and takes, as types: of the same schemas that describe it. */
import type { z } from "zod";
import type { explanationsSchema } from "./schemas/explanation.ts";
import type { mentionFilters, paging, reportFilters } from "./schemas/filters.ts";
import type { mentionSchema } from "./schemas/mention.ts";
import type { problemSchema } from "./schemas/problem.ts";
import type { reportDetailSchema, reportSchema } from "./schemas/report.ts";

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

export type MentionJson = z.output<typeof mentionSchema>;
export type ReportJson = z.output<typeof reportSchema>;
export type ReportDetailJson = z.output<typeof reportDetailSchema>;
export type ExplanationsJson = z.output<typeof explanationsSchema>;
export type ProblemJson = z.output<typeof problemSchema>;
export type MentionQuery = QueryOf<typeof mentionFilters & typeof paging>;
export type ReportQuery = QueryOf<typeof reportFilters & typeof paging>;
