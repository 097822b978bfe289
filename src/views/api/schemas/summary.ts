/** Events in numbers, for charts, facets and the front page. */
import { z } from "zod";
import { daySchema } from "./common.ts";
import { contradictionSchema, eventSchema } from "./event.ts";

const whole = z
  .boolean()
  .describe("False where there are more events than were counted; narrow the filter for all");

export const eventDaysSchema = z
  .object({
    data: z.array(
      z
        .object({
          day: daySchema.nullable(),
          event: z.string(),
          quad_code: z.int(),
          events: z.int(),
          mentions: z.int(),
        })
        .meta({ id: "DayCount" }),
    ),
    whole,
  })
  .meta({ id: "EventDays", description: "Events by the day on which they begin, and type" });

export const FACETS = ["type", "actor", "recipient", "place", "standing", "outlet"] as const;

export const eventFacetsSchema = z
  .object({
    data: z.array(
      z.object({ facet: z.enum(FACETS), value: z.string(), events: z.int() }).meta({ id: "FacetValue" }),
    ),
    whole,
  })
  .meta({
    id: "EventFacets",
    description: "Numbers of events for each value of a facet, most first, 50 of each",
  });

export const pairSchema = z
  .object({
    between: z.array(z.string()),
    months: z.array(
      z
        .object({
          month: z.string(),
          events: z.int(),
          score: z
            .number()
            .nullable()
            .describe("Mean of PLOVER's scores, -10 to 10; null where nothing is known of the month"),
          types: z.array(z.object({ event: z.string(), quad_code: z.int(), events: z.int() })),
        })
        .meta({ id: "PairMonth" }),
    ),
    whole,
  })
  .meta({ id: "Pair", description: "What two did to each other, every month from the first to the last" });

export const todaySchema = z
  .object({
    since: daySchema.nullable(),
    until: daySchema.nullable(),
    events: z.array(eventSchema).describe("By most independent lines of reporting first"),
    planned: z.array(eventSchema).describe("Told as planned, by their days"),
    contradictions: z.array(contradictionSchema).describe("Where reports conflict"),
    reports: z.int().describe("Reports in the record that are read of the span, 1000 at most"),
  })
  .meta({ id: "Today", description: "The front page" });
