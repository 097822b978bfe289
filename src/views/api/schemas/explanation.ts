/** The form of an explanation (views/json/explanation-json.ts), as a schema. */
import { z } from "zod";
import { offset } from "./common.ts";
import { mentionSchema } from "./mention.ts";

const token = z
  .object({
    index: offset,
    form: z.string(),
    lemma: z.string(),
    upos: z.string(),
    head: z.int().describe("Index of the head; -1 for the root, -2 where there is no tree"),
    deprel: z.string(),
    start: z.int(),
    end: z.int(),
  })
  .meta({ id: "Token" });

export const explanationSchema = z
  .object({
    report_id: z.string(),
    sentence: offset,
    text: z.string(),
    tokens: z.array(token),
    mentions: z.array(mentionSchema).describe("What the present rules code"),
    set_aside: z.array(
      z
        .object({
          rule: z.string(),
          reason: z.string().describe("Such as `coding/no-party`"),
          winner: z.string().nullable().describe("The rule that won instead"),
          trigger: z.object({ start: z.int(), end: z.int() }),
        })
        .meta({ id: "SetAside" }),
    ),
  })
  .meta({
    id: "Explanation",
    description: "Why one sentence says what it says: what matched, won, was set aside",
  });

export const explanationsSchema = z
  .object({
    data: z.array(explanationSchema),
    skipped: z.int().describe("Sentences that hold no word of an event"),
  })
  .meta({ id: "Explanations" });

export const linkReasonSchema = z
  .object({
    kind: z.enum(["story", "event"]),
    a: z.string(),
    b: z.string(),
    joined: z.boolean().describe("What the two alone say, or what a person decided"),
    together: z.boolean().describe("Of one in the record as it stands"),
    reason: z.string().describe("Such as `linking/decision`"),
    score: z.number(),
    threshold: z.number(),
    features: z.record(z.string(), z.number()).describe("What was compared, with its value"),
    weights: z.record(z.string(), z.number()).describe("How much each counts"),
  })
  .meta({ id: "LinkReason", description: "Why two are one or are not" });
