/** The forms of statements (views/json/statement-json.ts), as schemas. */
import { z } from "zod";
import { citationSchema, daySchema, offset, spanSchema } from "./common.ts";
import { reportFilters } from "./filters.ts";

const words = z.object({ start: offset, end: offset, text: z.string() }).meta({ id: "Words" });

const speaker = z
  .object({
    start: offset,
    end: offset,
    entity_text: z.string(),
    code: z.string().nullable(),
    sector: z.string().nullable(),
    name: z.string().nullable(),
    id: z.string().nullable(),
    office: z.string().nullable().describe("The office held on the day of the report"),
  })
  .meta({ id: "Speaker" });

const place = z
  .object({
    text: z.string(),
    name: z.string(),
    code: z.string().nullable(),
    id: z.string().nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    start: offset,
    end: offset,
  })
  .meta({ id: "StatementPlace" });

export const KINDS = ["direct", "mixed", "indirect"] as const;

const one = {
  id: z.string(),
  report_id: z.string(),
  kind: z.enum(KINDS),
  content: words.describe("From the first to the last word said"),
  quoted: z.array(spanSchema).describe("What stands between quotation marks"),
  parts: z.array(spanSchema),
  speaker: speaker.nullable(),
  speakers: z.array(speaker),
  cue: words.nullable(),
  addressee: speaker.nullable(),
  place: place.nullable(),
  outlet: speaker.nullable(),
  date: daySchema.nullable(),
  stance: z
    .object({ side: z.enum(["for", "against"]), cue: words, target: words })
    .meta({ id: "Stance" })
    .nullable(),
  about: z.array(speaker),
  level: z.int(),
  mentions: z.array(z.string()).describe("Mentions that are coded in its words"),
  section: z.string(),
  sentence: offset,
  rule: z.string(),
  confidence: z.number(),
};

export const statementSchema = z
  .object(one)
  .meta({ id: "Statement", description: "Words attributed to a speaker; spans count in the report's text" });

const telling = z
  .object({
    id: z.string(),
    report_id: z.string(),
    kind: z.enum(KINDS),
    text: z.string(),
    cite_info: citationSchema,
  })
  .meta({ id: "Telling", description: "One report that gives the words" });

export const statementListSchema = z
  .object({
    ...one,
    cite_info: citationSchema,
    reports: z.int(),
    outlets: z.int(),
    variants: z.int().describe("Different wordings of it"),
    tellings: z.array(telling),
  })
  .meta({ id: "StatementLine", description: "A statement with all reports that give its words" });

const party = (description: string) => z.string().min(1).max(2_000).describe(description).optional();

export const statementFilters = {
  ...reportFilters,
  speaker: party("Said by: a code (RUS), a gazetteer id, or a whole name"),
  addressee: party("Said to: a code, a gazetteer id, or a whole name"),
  about: party("That names: a code, an id, a whole name; or of an event (SANCTION)"),
  kind: z.enum(KINDS).describe("How the words are given").optional(),
  stance: z.enum(["for", "against"]).describe("That takes sides").optional(),
};
