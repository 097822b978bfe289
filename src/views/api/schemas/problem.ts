/** What every error answers with (RFC 9457). */
import { z } from "zod";

export const problemSchema = z
  .object({
    type: z.string().describe("A name of this kind of problem, for programs"),
    title: z.string(),
    status: z.int().describe("The HTTP status"),
    code: z.string().describe("`room/reason`, such as `record/not-found`; the same as on the command line"),
    detail: z.string().describe("What happened and where"),
    advice: z.string().nullable().describe("What to do next"),
  })
  .meta({ id: "Problem" });

export type ProblemJson = z.infer<typeof problemSchema>;
