/** Pieces that many schemas share: days, spans, parties. */
import { z } from "zod";

export const daySchema = z.string().meta({ description: "A day, `YYYY-MM-DD`", examples: ["2017-08-10"] });

export const offset = z.int().min(0);

/** Half-open, in UTF-16 code units. */
export const spanSchema = z
  .object({ start: offset, end: offset })
  .meta({ id: "Span", description: "Half-open, in UTF-16 code units" });

/** A span, or nothing where the words stand elsewhere. */
export const looseSpan = { start: offset.optional(), end: offset.optional() };

export const partySchema = z
  .object({
    code: z
      .string()
      .nullable()
      .describe("ISO 3166 alpha-3 with PLOVER's exceptions, or IGO, NGO, IMG, ISM, MNC"),
    sector: z.string().nullable(),
    name: z.string().nullable().describe("The gazetteer's name for it"),
    id: z.string().nullable().describe("The gazetteer's id for it"),
    entity_text: z.string().describe("The words that stand for it"),
    ...looseSpan,
  })
  .meta({ id: "Party", description: "Who does it, or to whom" });

export const citationSchema = z
  .object({
    url: z.string().nullable(),
    title: z.string().nullable(),
    publication: z.string().nullable().describe("The outlet"),
    date: daySchema.nullable(),
  })
  .meta({ id: "Citation", description: "The report that a line rests on" });
