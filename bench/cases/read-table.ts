/**
 * A table of cases/tables in, its rows out, each with its id and its cells by
 * column name. Cells are checked by bench/cases/tables.test.ts, not here.
 */
import { readFileSync } from "node:fs";
import { knowledgePath } from "../../src/knowledge/dir.ts";

export type CaseRow<Column extends string> = Readonly<Record<Column, string>>;

/** Where the table lies.
 * @param name file name without its ending */
export function tablePath(name: string): string {
  return knowledgePath("..", "cases", "tables", `${name}.tsv`);
}

/** The table's column names and rows, cells as written.
 * @throws Error where a line has more or fewer cells than the first */
export function readTable<Column extends string>(
  name: string,
  columns: readonly Column[],
): readonly CaseRow<Column>[] {
  const [head, ...lines] = readFileSync(tablePath(name), "utf8").trimEnd().split("\n");
  if (head !== columns.join("\t")) throw new Error(`${name}.tsv has the columns ${head}`);
  return lines.map((line, i) => {
    const cells = line.split("\t");
    if (cells.length !== columns.length) throw new Error(`${name}.tsv:${i + 2} has ${cells.length} cells`);
    return Object.fromEntries(columns.map((column, k) => [column, cells[k]])) as CaseRow<Column>;
  });
}

export const MODALITY_COLUMNS = [
  "id",
  "family",
  "text",
  "event",
  "factuality",
  "content_event",
  "why",
] as const;

export const EVENT_COLUMNS = [
  "id",
  "half",
  "text",
  "event",
  "mode",
  "actor_codes",
  "actor_sectors",
  "recipient_codes",
  "recipient_sectors",
  "why",
] as const;

export const PARTY_COLUMNS = [
  "id",
  "family",
  "date",
  "text",
  "event",
  "actor_codes",
  "actor_sectors",
  "recipient_codes",
  "recipient_sectors",
  "actor_names",
  "recipient_names",
  "why",
] as const;

export type ModalityRow = CaseRow<(typeof MODALITY_COLUMNS)[number]>;
export type EventRow = CaseRow<(typeof EVENT_COLUMNS)[number]>;
export type PartyRow = CaseRow<(typeof PARTY_COLUMNS)[number]>;
