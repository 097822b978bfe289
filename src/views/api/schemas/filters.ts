/**
 * The filters of lists as query parameters, under the names of the command
 * line's options: strings in, the record's filters out. What cannot be read is
 * a problem that names the parameter.
 */
import { z } from "zod";
import { edgeDay } from "../../days.ts";

/** Longest value of a filter that is looked at; longer ones are refused. */
const LONGEST = 2_000;

const words = (description: string) => z.string().min(1).max(LONGEST).describe(description);

export function day(edge: "first" | "last", description: string) {
  return z
    .string()
    .transform((text, context) => {
      const whole = edgeDay(text, edge);
      if (whole !== null) return whole;
      context.addIssue("A day is written YYYY-MM-DD, such as 2017-08-10.");
      return z.NEVER;
    })
    .meta({ description, example: "2017-08-10" });
}

const list = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** A whole number of at least 1, as text. */
export const wholeNumber = (description: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}$/, "It must be a whole number from 1.")
    .transform(Number)
    .describe(description);

export const yes = (description: string) =>
  z
    .enum(["true", "false", "1", "0", ""])
    .transform((text) => text !== "false" && text !== "0")
    .describe(description);

export const reportFilters = {
  since: day("first", "From this day on: YYYY, YYYY-MM or YYYY-MM-DD").optional(),
  until: day("last", "Up to this day, inclusive").optional(),
  report: words("Of this report: id, beginning of an id, given id or URL").optional(),
  outlet: words("Published by this outlet").optional(),
  search: words('With all of these words; "…" for words in a row').optional(),
  all_versions: yes("Versions that a later one replaced, too").optional(),
  story: words("Of this story: its id, or the beginning of it").optional(),
  read_since: z
    .string()
    .max(40)
    .transform((text, context) => {
      const moment = new Date(text);
      if (/^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(moment.getTime())) return moment.toISOString();
      context.addIssue("A moment is written 2017-08-10T12:00:00Z, or as a day.");
      return z.NEVER;
    })
    .meta({ description: "Read into the record after this moment", example: "2017-08-10T12:00:00Z" })
    .optional(),
};

export const mentionFilters = {
  ...reportFilters,
  actor: words("Done by: a code (RUS), a gazetteer id, or a whole name").optional(),
  recipient: words("Done to: a code, a gazetteer id, or a whole name").optional(),
  between: z
    .string()
    .max(LONGEST)
    .transform((text, context) => {
      const [one, other, ...more] = list(text);
      if (one !== undefined && other !== undefined && more.length === 0) return [one, other] as const;
      context.addIssue("It takes two, parted by a comma: USA,RUS.");
      return z.NEVER;
    })
    .meta({ description: "Between these two, in either direction", example: "USA,RUS" })
    .optional(),
  place: words("Where it happened: a state's code (SYR), a place's id, or its name").optional(),
  type: z
    .string()
    .max(LONGEST)
    .transform((text, context) => {
      const types = list(text);
      if (types.length > 0) return types;
      context.addIssue("It takes an event type, such as SANCTION.");
      return z.NEVER;
    })
    .meta({
      description: "Of this event type, or type and mode; several parted by commas",
      example: "SANCTION/expel,THREATEN",
    })
    .optional(),
  event: words("Of this event: its id, or the beginning of it").optional(),
  factuality: z
    .enum(["actual", "future", "hypothetical", "negation", "historical"])
    .describe("Only what the words give as")
    .optional(),
};

/** Most lines of one page. */
export const MOST_LINES = 1_000;
export const ORDINARY_LINES = 50;

export const paging = {
  limit: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "It must be a whole number from 1.")
    .transform(Number)
    .meta({
      description: `Lines at most. A page of JSON or a feed holds 1 to ${MOST_LINES} (default ${ORDINARY_LINES}); CSV and JSON Lines go on to the end where no limit is given`,
      example: "50",
    })
    .optional(),
  after: z
    .string()
    .max(LONGEST)
    .describe("Go on from here: `next` of the page before; not for feeds")
    .optional(),
  format: z
    .enum(["json", "jsonl", "csv", "atom", "feed"])
    .describe("The form of the answer; without it the Accept header decides")
    .optional(),
};
