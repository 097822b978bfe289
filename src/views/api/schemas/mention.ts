/** The form of a mention (views/json/mention-json.ts), as a schema. */
import { z } from "zod";
import { citationSchema, daySchema, looseSpan, offset, partySchema, spanSchema } from "./common.ts";

export const placeSchema = z
  .object({
    text: z.string(),
    name: z.string(),
    code: z.string().nullable(),
    id: z.string().nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    ...looseSpan,
  })
  .meta({ id: "EventPlace" });

export const contentSchema = z
  .object({
    event: z.string(),
    mode: z.array(z.string()),
    date: daySchema.nullable(),
    enddate: daySchema.nullable(),
  })
  .meta({ id: "Content", description: "The act that a promise, threat or request is about" });

export const quantitySchema = z
  .object({ value: z.number(), unit: z.string(), text: z.string(), ...looseSpan })
  .meta({ id: "Quantity" });

export const attributionSchema = z
  .object({
    kind: z.enum(["speaker", "outlet"]),
    text: z.string(),
    name: z.string().nullable(),
    id: z.string().nullable(),
    code: z.string().nullable(),
    ...looseSpan,
  })
  .meta({ id: "Attribution", description: "Whom the sentence credits" });

export const mentionSchema = z
  .object({
    id: z.string(),
    report_id: z.string(),
    event_id: z.string().nullable(),
    event: z.string().describe("One of PLOVER's sixteen types"),
    mode: z.array(z.string()),
    context: z.array(z.string()),
    quad_code: z.int().min(0).max(4),
    event_scale: z.number().describe("PLOVER's score, -10 (conflict) to 10 (cooperation)"),
    cameo: z.string().nullable(),
    actor: z.array(partySchema),
    recipient: z.array(partySchema),
    event_text: z.string().describe("The words that say it"),
    trigger: z.object(looseSpan),
    content: contentSchema.nullable(),
    date: daySchema.nullable(),
    enddate: daySchema.nullable(),
    date_text: z.string().nullable(),
    date_basis: z.enum(["stated", "dateline", "published"]).nullable(),
    factuality: z.enum(["actual", "future", "hypothetical", "negation", "historical"]),
    attribution: z.array(attributionSchema),
    quantity: z.array(quantitySchema),
    event_loc: placeSchema.nullable(),
    section: z.enum(["headline", "body", "related", "caption", "boilerplate"]),
    sentence: offset.describe("Position of the sentence in the report"),
    text: z.string().describe("The sentence; other spans count from its beginning"),
    text_info: spanSchema.describe("Span of the sentence in the report's text"),
    cite_info: citationSchema,
    rule: z.string(),
    confidence: z.number().min(0).max(1),
  })
  .meta({ id: "Mention", description: "One coding of an event in one sentence" });
