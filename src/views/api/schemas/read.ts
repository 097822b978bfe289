/** Reads over the API: what is asked, how it gets on, what is quarantined. */
import { z } from "zod";
import { daySchema } from "./common.ts";
import { problemSchema } from "./problem.ts";

const account = z
  .object({ read: z.int(), stored: z.int(), duplicate: z.int(), refused: z.int(), quarantined: z.int() })
  .meta({ id: "Account", description: "read = stored + duplicate + refused + quarantined" });

export const readSchema = z
  .object({
    id: z.string(),
    status: z.enum(["waiting", "running", "done", "stopped", "failed"]),
    sources: z.array(z.string()).describe("Names of files and addresses"),
    asked_at: z.string(),
    ended_at: z.string().nullable(),
    run: z.string().nullable().describe("The run in the record"),
    account,
    mentions: z.int().describe("Mentions that the stored reports hold"),
    problem: problemSchema.nullable().describe("Why it failed"),
  })
  .meta({ id: "Read", description: "A read that was asked for over the API" });

export type ReadJson = z.output<typeof readSchema>;

const inputEnd = z
  .object({
    origin: z.string(),
    outcome: z.enum(["stored", "duplicate", "refused", "quarantined"]),
    report_id: z.string().nullable(),
    mentions: z.int(),
    warnings: z.array(z.string()),
    error: z
      .object({ code: z.string(), message: z.string().nullable(), advice: z.string().nullable() })
      .optional(),
  })
  .meta({ id: "InputEnd", description: "How one input ended, told when it is on the disk" });

export const readEventSchema = z
  .discriminatedUnion("kind", [
    z.object({ number: z.int(), kind: z.literal("input"), input: inputEnd }),
    z.object({ number: z.int(), kind: z.literal("end"), read: readSchema }),
  ])
  .meta({ id: "ReadEvent" });

export type ReadEvent = z.output<typeof readEventSchema>;

export const readAddressesSchema = z
  .strictObject({
    addresses: z
      .array(z.url({ protocol: /^https?$/ }).max(4_000))
      .min(1)
      .max(1_000)
      .describe("Pages, feeds, sitemaps; http and https only"),
    feed_only: z.boolean().optional().describe("Take what feeds carry; fetch none of their pages"),
    site: z.boolean().optional().describe("Read the reports that the sitemaps of the sites name"),
    since: daySchema.optional(),
    until: daySchema.optional(),
    limit: z.int().min(1).max(50_000).optional().describe("Of each feed or site at most so many"),
  })
  .meta({ id: "ReadAddresses" });

export const readFilesSchema = z
  .object({ file: z.array(z.string()).describe("One part for each file, with its name") })
  .meta({ id: "ReadFiles" });

export const quarantineSchema = z
  .object({
    id: z.string(),
    origin: z.string(),
    stage: z.string(),
    code: z.string(),
    message: z.string(),
    input_hash: z.string(),
    tries: z.int(),
    put_at: z.string(),
  })
  .meta({ id: "Quarantined", description: "An input that made a step fail" });

export const feedSchema = z
  .object({
    url: z.string().describe("As it was added"),
    address: z.string().describe("Where it is asked for now"),
    feed_only: z.boolean(),
    added_at: z.string(),
    polled_at: z.string().nullable(),
    due_at: z.string(),
    failures: z.int().describe("Failures in a row"),
    gone: z.boolean().describe("Gone for good: it is not asked any more"),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
  })
  .meta({ id: "WatchedFeed", description: "A feed that `chancery watch` polls" });

export const stepSchema = z
  .object({
    id: z.string(),
    room: z.string(),
    does: z.string(),
    reads: z.array(z.string()),
    writes: z.array(z.string()),
  })
  .meta({ id: "Step" });
