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
