/** The forms of reports (views/json/report-json.ts, report-detail-json.ts), as schemas. */
import { z } from "zod";
import { daySchema, offset, spanSchema } from "./common.ts";
import { mentionSchema } from "./mention.ts";

const line = {
  id: z.string(),
  given_id: z.string().nullable().describe("The id that came in"),
  url: z.string().nullable(),
  outlet: z.string().nullable(),
  title: z.string().nullable(),
  date: daySchema.nullable(),
  date_basis: z.enum(["given", "text", "metadata", "url", "dateline"]).nullable(),
  language: z.string(),
  version: z.int(),
  current: z.boolean().describe("False where a later version of the same report is there"),
  story_id: z.string().nullable(),
  mentions: z.int(),
  origin: z.string(),
  read_at: z.string(),
  warnings: z.array(z.string()).describe("Codes of what it was read without"),
  charset: z.string().nullable().describe("Character set that its bytes were read in"),
};

export const reportSchema = z.object(line).meta({ id: "Report", description: "One published text" });

const section = z
  .object({
    kind: z.enum(["headline", "body", "related", "caption", "boilerplate"]),
    start: offset,
    end: offset,
  })
  .meta({ id: "Section" });

const dateline = z
  .object({
    place: z.string().nullable(),
    agency: z.string().nullable(),
    day: daySchema.nullable(),
    scope: spanSchema.describe("The stretch for which `today` is this day"),
    start: offset,
    end: offset,
  })
  .meta({ id: "Dateline" });

export const reportDetailSchema = z
  .object({
    ...line,
    authors: z.array(z.string()),
    date_span: spanSchema.nullable(),
    coder: z.string().describe("Which rules and models coded it"),
    text: z.string().describe("The whole text as kept"),
    sections: z.array(section),
    datelines: z.array(dateline),
    sentences: z.array(
      z
        .object({
          index: offset,
          paragraph: offset,
          start: offset,
          end: offset,
          cut: z.string().nullable().describe("Why the sentence was cut short"),
        })
        .meta({ id: "SentenceSpan" }),
    ),
    coded: z.array(mentionSchema).describe("What was coded in it"),
  })
  .meta({ id: "ReportDetail", description: "A report with its text and all that was found in it" });
