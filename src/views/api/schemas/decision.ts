/** What a person decides, as schemas (views/json/decision-json.ts). */
import { z } from "zod";

const id = z.string().min(1).max(200);
const note = z.string().max(2_000).nullable().optional().describe("Why");

export const decisionInputSchema = z
  .discriminatedUnion("verdict", [
    z.strictObject({ verdict: z.literal("join"), a: id, b: id, note }),
    z.strictObject({ verdict: z.literal("split"), a: id, b: id, note }),
    z.strictObject({
      verdict: z.literal("code"),
      a: id,
      event: z.string().max(80).describe("An event type, or type and mode: `SANCTION/expel`"),
      note,
    }),
    z.strictObject({ verdict: z.literal("no-event"), a: id, note }),
  ])
  .meta({
    id: "DecisionInput",
    description:
      "`join` and `split` take two ids of reports, stories, mentions or events; `code` and `no-event` one of a mention",
  });

export const decisionSchema = z
  .object({
    id: z.string(),
    kind: z.enum(["story", "event", "mention"]),
    verdict: z.enum(["join", "split", "code", "no-event"]),
    a: z.string(),
    b: z.string().nullable(),
    value: z
      .object({ event: z.string(), mode: z.array(z.string()), factuality: z.string().optional() })
      .nullable(),
    note: z.string().nullable(),
    decided_at: z.string(),
  })
  .meta({
    id: "Decision",
    description: "What a person decided; it stands above the machine and survives `recode`",
  });
