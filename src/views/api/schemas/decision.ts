/** What a person decides, digests and counts, as schemas (views/json/decision-json.ts, digest-json.ts, count-json.ts). */
import { z } from "zod";
import { daySchema, offset } from "./common.ts";
import { yes } from "./filters.ts";

const id = z.string().min(1).max(200);
const note = z.string().max(2_000).nullable().optional().describe("Why");

export const decisionInputSchema = z
  .discriminatedUnion("verdict", [
    z.strictObject({ verdict: z.literal("join"), a: id, b: id, note }),
    z.strictObject({ verdict: z.literal("split"), a: id, b: id, note }),
    z.strictObject({
      verdict: z.literal("code"),
      a: id,
      event: z.string().max(80).describe("An event type, or type and mode: `SANCTION/expel`"),
      note,
    }),
    z.strictObject({ verdict: z.literal("no-event"), a: id, note }),
  ])
  .meta({
    id: "DecisionInput",
    description:
      "`join` and `split` take two ids of reports, stories, mentions or events; `code` and `no-event` one of a mention",
  });

export const decisionSchema = z
  .object({
    id: z.string(),
    kind: z.enum(["story", "event", "mention"]),
    verdict: z.enum(["join", "split", "code", "no-event"]),
    a: z.string(),
    b: z.string().nullable(),
    value: z
      .object({ event: z.string(), mode: z.array(z.string()), factuality: z.string().optional() })
      .nullable(),
    note: z.string().nullable(),
    decided_at: z.string(),
  })
  .meta({
    id: "Decision",
    description: "What a person decided; it stands above the machine and survives `recode`",
  });

export const decisionsSchema = z.object({ data: z.array(decisionSchema) }).meta({ id: "Decisions" });

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

export const countsSchema = z
  .object({
    data: z.array(
      z
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
        .meta({ id: "Count" }),
    ),
    whole: z.boolean().describe("False where there are more groups than are given"),
  })
  .meta({ id: "Counts" });
