/** The forms of entries of ledgers (views/json/entry-json.ts), as schemas, and their filters. */
import { z } from "zod";
import { citationSchema, daySchema, offset, spanSchema } from "./common.ts";
import { day, mentionFilters } from "./filters.ts";

const clues = z.array(z.string()).describe("Ids of the clues that say so");

const party = z
  .object({
    code: z.string().nullable(),
    sector: z.string().nullable(),
    name: z.string().nullable(),
    id: z.string().nullable(),
    office: z.string().nullable(),
    clues,
  })
  .meta({ id: "LedgerParty" });

const value = z.object({ text: z.string(), clues }).meta({ id: "LedgerValue" });

const step = z
  .object({
    step: z.string(),
    date: daySchema.nullable(),
    enddate: daySchema.nullable(),
    date_basis: z.string().nullable(),
    for_date: daySchema.nullable(),
    by: z.array(z.string()),
    alleged_by: z.array(z.string()),
    reports: z.array(z.string()),
    lines: z.int(),
    clues,
  })
  .meta({ id: "LifeStep", description: "A step of its life" });

const tie = z
  .object({ id: z.string(), basis: z.enum(["stated", "implied"]), clues })
  .meta({ id: "LedgerTie" });

const told = z
  .object({ value: z.string(), clues, reports: z.array(z.string()) })
  .meta({ id: "LedgerVersion", description: "What some reports say where others differ" });

const entry = {
  id: z.string(),
  ledger: z.enum(["measure", "agreement", "contact", "inquiry"]),
  kind: z.string().nullable(),
  by: z.array(party).optional(),
  on: z.array(party).optional(),
  parties: z.array(party).optional(),
  guarantors: z.array(party).optional(),
  mediators: z.array(party).optional(),
  about: z.array(value),
  instrument: value.nullable(),
  place: value.nullable(),
  figures: z.array(z.object({ value: z.number(), unit: z.string(), clues })),
  conditions: z.array(value),
  status: z.string().nullable().describe("The latest step"),
  life: z.array(step),
  in_answer_to: z.array(tie),
  answered_by: z.array(tie),
  disagreements: z.array(z.object({ field: z.string(), values: z.array(told) })),
  date: daySchema.nullable(),
  enddate: daySchema.nullable(),
  reports: z.array(z.string()),
  outlets: z.int(),
  lines: z.int(),
  sanction: z
    .looseObject({ id: z.string(), schema: z.string() })
    .optional()
    .describe("As FollowTheMoney has it"),
};

export const entrySchema = z
  .object(entry)
  .meta({ id: "LedgerEntry", description: "A measure, an agreement, a contact or an inquiry with its life" });

const source = z
  .object({
    id: z.string(),
    report_id: z.string(),
    step: z.string().nullable().describe("Null where it tells of no step"),
    text: z.string(),
    text_info: spanSchema,
    trigger: z.object({ start: offset, end: offset }),
    mentions: z.array(z.string()),
    rule: z.string(),
    cite_info: citationSchema,
  })
  .meta({ id: "Clue", description: "A sentence that says something of the entry" });

export const entryDetailSchema = z
  .object({ ...entry, sources: z.array(source) })
  .meta({ id: "LedgerEntryDetail" });

const words = (description: string) => z.string().min(1).max(2_000).describe(description).optional();

/** The filters of the commands' options (views/cli/options.ts), under the same names. */
export const ledgerFilters = {
  since: day("first", "With a step from this day on: YYYY, YYYY-MM or YYYY-MM-DD").optional(),
  until: day("last", "Begun up to this day, inclusive").optional(),
  actor: words("Imposed, signed, met or investigated by: a code (RUS), a gazetteer id, or a whole name"),
  recipient: words("On or with: a code, a gazetteer id, or a whole name"),
  between: mentionFilters.between,
  type: z
    .string()
    .max(2_000)
    .transform((text, context) => {
      const types = text.split(",").flatMap((part) => part.trim() || []);
      if (types.length > 0) return types;
      context.addIssue("It takes a kind or a step, such as sanctions or suspended.");
      return z.NEVER;
    })
    .meta({
      description:
        "Of this kind (sanctions, ceasefire) or with this latest step (suspended); several parted by commas",
      example: "sanctions,suspended",
    })
    .optional(),
  report: words("Told by this report: id, beginning of an id, given id or URL"),
  outlet: words("Told by this outlet"),
  search: words("With all of these words in what it is about, its instrument or place"),
};
