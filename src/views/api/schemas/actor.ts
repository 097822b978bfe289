/** The form of an actor (views/json/actor-json.ts), as a schema. */
import { z } from "zod";
import { daySchema } from "./common.ts";

const term = z
  .object({
    person_id: z.string(),
    person: z.string().nullable(),
    office: z.string().describe("Such as `foreign-minister`"),
    title: z.string(),
    code: z.string(),
    body_id: z.string(),
    body: z.string().nullable(),
    sector: z.string(),
    start: daySchema.nullable(),
    end: daySchema.nullable(),
    seen: daySchema.nullable().describe("Last day that the source vouches for, where the end is open"),
  })
  .meta({ id: "Term", description: "A term of office" });

export const actorSchema = z
  .object({
    id: z.string().describe("The gazetteer's id, such as `state/RUS` or `person/Q7747`"),
    kind: z.enum(["state", "territory", "organisation", "person", "place"]),
    name: z.string(),
    code: z.string().nullable(),
    sector: z.string().nullable(),
    state: z.string().nullable().describe("Code of the state that it belongs to"),
    outlet: z.boolean(),
    names: z.array(z.object({ name: z.string(), use: z.string() })),
    terms: z
      .array(term)
      .describe("Of a person: all known, latest first; of a state or body: who held its offices"),
  })
  .meta({ id: "Actor", description: "What is known of an actor, whether or not a report names it" });
