/**
 * Columns of CSV for a list that has none of its own: the schema of a line in,
 * a column for each field out. An object becomes a column for each of its
 * fields, a list one cell with its members parted by semicolons.
 */
import { z } from "zod";
import type { Columns } from "../cli/csv.ts";

type Cell = string | number | null;
type Json = Readonly<Record<string, unknown>>;

/** What names a member of a list, in the order of choice. */
const NAMING = ["id", "value", "name", "code", "entity_text", "text"] as const;
/** Lists of parties are named by what a person reads. */
const PARTY_NAMING = ["name", "code", "entity_text"] as const;

/** The columns of lines that hold to the schema. */
export function flatColumns<Line>(schema: z.ZodType, json: (line: Line) => unknown): Columns<Line> {
  return columnsOf(schema, []).map(([name, path]) => [
    name,
    (line) => cellOf(path.reduce<unknown>((value, key) => (value as Json | null)?.[key] ?? null, json(line))),
  ]);
}

function columnsOf(schema: z.ZodType, path: readonly string[]): [string, readonly string[]][] {
  const bare = bareOf(schema);
  if (!(bare instanceof z.ZodObject)) return [[path.join("_"), path]];
  return Object.entries(bare.shape).flatMap(([key, part]) => columnsOf(part as z.ZodType, [...path, key]));
}

function bareOf(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return bareOf(schema.unwrap() as z.ZodType);
  return schema;
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((member) => String(memberOf(member) ?? "")).join(";");
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "number" ? value : String(value);
}

function memberOf(member: unknown): unknown {
  if (typeof member !== "object" || member === null) return member;
  const held = member as Json;
  const order = "sector" in held ? PARTY_NAMING : NAMING;
  const name = order.find((each) => held[each] !== null && held[each] !== undefined);
  if (name === undefined) return null;
  const value = held[name];
  return typeof value === "object" ? JSON.stringify(value) : value;
}
