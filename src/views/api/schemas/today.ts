/** The front page: what it is asked for and what it holds, as schemas. */
import { z } from "zod";
import { daySchema } from "./common.ts";
import { contradictionSchema, eventSchema } from "./event.ts";
import { reportFilters } from "./filters.ts";
import { entrySchema } from "./ledger.ts";
import { dayCountSchema } from "./summary.ts";

export const todayQuery = {
  since: reportFilters.since,
  until: reportFilters.until,
  span: z
    .enum(["week", "month", "year", "all"])
    .describe("Stretch up to the last day, where no first day is given (default month)")
    .optional(),
  read_since: reportFilters.read_since,
};

const brief = z
  .object({ entry: entrySchema, step: z.string().describe("The step that brings it here"), day: daySchema })
  .meta({ id: "BriefEntry", description: "An entry of a ledger on the front page" });

export const todaySchema = z
  .object({
    since: daySchema.nullable(),
    until: daySchema.nullable(),
    events: z
      .array(
        z
          .object({ event: eventSchema, others: z.int().describe("Other events of its story in the span") })
          .meta({ id: "FrontItem" }),
      )
      .describe("One a story, 22 at most, by most independent lines of reporting first"),
    days: z.array(dayCountSchema).describe("Events of the span by type and day, or first day of the month"),
    days_by: z.enum(["day", "month"]).describe("How `days` are told apart"),
    total: z.int().describe("Events of the span"),
    measures: z.array(brief).describe("Measures with a step in the span, the latest first"),
    planned: z.array(brief).describe("Contacts planned for the span or later, the nearest first"),
    contradictions: z.array(contradictionSchema).describe("Where reports disagree"),
    reports: z.int().describe("Reports of the span"),
    whole: z.boolean().describe("False where there are more events than were counted"),
  })
  .meta({ id: "Today", description: "The front page" });
