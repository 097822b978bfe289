/** The forms of what linking makes (views/json/event-json.ts, story-json.ts, copy-json.ts, contradiction-json.ts), as schemas. */
import { z } from "zod";
import { citationSchema, daySchema, offset } from "./common.ts";
import { decisionSchema } from "./decision.ts";
import { contentSchema, mentionSchema } from "./mention.ts";

const party = z
  .object({
    code: z.string().nullable(),
    sector: z.string().nullable(),
    name: z.string().nullable(),
    id: z.string().nullable(),
    entity_text: z.string().nullable().describe("The words that stand for it, where it has no name"),
  })
  .meta({ id: "EventParty", description: "A party of an event" });

const place = z
  .object({
    name: z.string(),
    code: z.string().nullable(),
    id: z.string().nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
  })
  .meta({ id: "NamedPlace" });

const quantity = z.object({ value: z.number(), unit: z.string() }).meta({ id: "Figure" });

function sourced<T extends z.ZodType>(value: T) {
  return z.array(z.object({ value, mentions: z.array(z.string()) }));
}

export const STANDINGS = ["reported", "confirmed", "denied", "planned", "done", "retracted"] as const;

const event = {
  id: z.string(),
  story_id: z.string().nullable(),
  event: z.string(),
  mode: z.array(z.string()),
  context: z.array(z.string()),
  quad_code: z.int(),
  event_scale: z.number(),
  cameo: z.string().nullable(),
  actor: z.array(party),
  recipient: z.array(party),
  content: contentSchema.nullable(),
  date: daySchema.nullable(),
  enddate: daySchema.nullable(),
  factuality: z.string(),
  quantity: z.array(quantity),
  event_loc: place.nullable(),
  standing: z.enum(STANDINGS),
  mentions: z.array(z.string()).describe("Ids of its mentions"),
  reports: z.int(),
  outlets: z.int(),
  lines: z.int().describe("Independent lines of reporting"),
  first_report: z.string(),
  last_report: z.string(),
  event_text: z.string(),
  text: z.string().describe("The sentence that tells it first"),
  cite_info: citationSchema,
  confidence: z.number(),
  evidence: z
    .object({
      event: sourced(z.string()),
      mode: sourced(z.string()),
      context: sourced(z.string()),
      actor: sourced(party),
      recipient: sourced(party),
      date: sourced(z.object({ date: daySchema.nullable(), enddate: daySchema.nullable() })),
      event_loc: sourced(place),
      quantity: sourced(quantity),
    })
    .describe("For each field all values that are told, each with its mentions, most first"),
};

export const eventSchema = z
  .object(event)
  .meta({ id: "Event", description: "All mentions of one happening" });

const namedReport = z
  .object({ id: z.string(), given_id: z.string().nullable(), url: z.string().nullable() })
  .meta({ id: "NamedReport" });

export const storySchema = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    date: daySchema.nullable(),
    enddate: daySchema.nullable(),
    parties: z.array(z.string()),
    reports: z.array(namedReport).describe("Earliest first"),
    lines: z.int(),
    outlets: z.int(),
  })
  .meta({ id: "Story", description: "Reports about the same happening" });

const passage = z
  .object({ report_id: z.string(), start: offset, end: offset, text: z.string() })
  .meta({ id: "Passage" });

export const copySchema = z
  .object({
    id: z.string(),
    kind: z.enum(["verbatim", "edited"]),
    share: z.number().describe("Share of the later passage's words that stand in the earlier one"),
    quotation: z.boolean().describe("Most of it lies between quotation marks"),
    earlier: passage,
    later: passage,
  })
  .meta({ id: "Copy", description: "A passage that stands in an earlier report, too" });

const version = z
  .object({
    value: z.string(),
    mention_id: z.string(),
    report_id: z.string(),
    start: offset,
    end: offset,
    text: z.string(),
  })
  .meta({ id: "Version", description: "One side of a contradiction" });

export const CONTRADICTIONS = ["figure", "date", "party", "denied"] as const;

export const contradictionSchema = z
  .object({
    id: z.string(),
    event_id: z.string(),
    kind: z.enum(CONTRADICTIONS),
    about: z.string().describe("Unit of figures, role of parties"),
    nature: z.enum(["conflict", "update"]),
    a: version,
    b: version,
  })
  .meta({ id: "Contradiction" });

export const eventDetailSchema = z
  .object({
    ...event,
    told: z.array(mentionSchema).describe("Its mentions with their sentences, the most telling first"),
    contradictions: z.array(contradictionSchema),
    copies: z.array(copySchema).describe("Passages that its reports have from each other"),
    decisions: z.array(decisionSchema).describe("What persons decided of its mentions"),
  })
  .meta({ id: "EventDetail", description: "An event with all that tells it" });
