/** Events in numbers, for charts and facets. */
import { z } from "zod";
import { daySchema } from "./common.ts";

const whole = z
  .boolean()
  .describe("False where there are more events than were counted; narrow the filter for all");

export const dayCountSchema = z
  .object({
    day: daySchema.nullable(),
    event: z.string(),
    quad_code: z.int(),
    events: z.int(),
    mentions: z.int(),
  })
  .meta({ id: "DayCount" });

export const eventDaysSchema = z
  .object({
    data: z.array(dayCountSchema),
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

const PERIODS = ["day", "month", "year"] as const;

export const pairQuery = {
  period: z
    .enum(PERIODS)
    .describe(
      "Length of a point (default: by the length of the whole, day up to two years, month up to forty)",
    )
    .optional(),
};

export const pairSchema = z
  .object({
    between: z.array(z.string()),
    period: z.enum(PERIODS),
    points: z.array(
      z
        .object({
          start: daySchema,
          end: daySchema.describe("First day after it"),
          events: z.int(),
          score: z
            .number()
            .nullable()
            .describe("Mean of PLOVER's scores, -10 to 10; null where nothing is known of the period"),
          types: z.array(z.object({ event: z.string(), quad_code: z.int(), events: z.int() })),
        })
        .meta({ id: "PairPoint" }),
    ),
    types: z
      .array(
        z
          .object({
            event: z.string(),
            quad_code: z.int(),
            forth: z.int().describe("Done by the first to the second"),
            back: z.int().describe("Done by the second to the first"),
            both: z.int().describe("Done together, or with both on one side"),
          })
          .meta({ id: "PairType" }),
      )
      .describe("Most frequent first"),
    total: z.int().describe("Events between them, those without a day, too"),
    whole,
  })
  .meta({ id: "Pair", description: "What two did to each other, every period from the first to the last" });
