/** Counts and digests, as schemas (views/json/count-json.ts, digest-json.ts). */
import { z } from "zod";
import { daySchema, offset } from "./common.ts";
import { yes } from "./filters.ts";

export const digestSchema = z
  .object({
    data: z.array(
      z
        .object({
          text: z.string(),
          report_id: z.string(),
          start: offset,
          end: offset,
          date: daySchema.nullable(),
          outlet: z.string().nullable(),
          url: z.string().nullable(),
          event_id: z.string().nullable(),
        })
        .meta({ id: "DigestSentence" }),
    ),
  })
  .meta({ id: "Digest", description: "A story in sentences of its reports, word for word" });

const GROUPS = ["actor", "recipient", "type", "day", "week", "month", "year"] as const;

export const countQuery = {
  by: z
    .string()
    .max(100)
    .transform((text, context) => {
      const names = text.split(",").map((name) => name.trim());
      const known = names.filter((name) => (GROUPS as readonly string[]).includes(name));
      const periods = known.slice().filter((name) => GROUPS.indexOf(name as never) > 2);
      if (known.length === names.length && periods.length < 2) return known as (typeof GROUPS)[number][];
      context.addIssue(`It takes some of ${GROUPS.join(", ")}, and one stretch of time at most.`);
      return z.NEVER;
    })
    .meta({ description: `Told apart by: ${GROUPS.join(", ")}`, example: "actor,recipient,month" }),
  zero_fill: yes("Periods in which nothing happened, too").optional(),
};

export const countSchema = z
  .object({
    day: z.string().optional(),
    week: z.string().optional(),
    month: z.string().optional(),
    year: z.string().optional(),
    actor: z.string().optional(),
    recipient: z.string().optional(),
    type: z.string().optional(),
    events: z.int(),
    mentions: z.int(),
    reports: z.int(),
    lines: z.int(),
  })
  .meta({ id: "Count" });
