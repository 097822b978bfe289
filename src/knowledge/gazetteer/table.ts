/**
 * Tab-separated tables of knowledge/gazetteer: file in, rows of cells out.
 *
 * The first line names the columns; every further line is one entry. A cell
 * that holds a list parts its items by "|". What the cells mean is left to the
 * files that use them; knowledge/schema/gazetteer-*.json says it for checks.
 */
import { readFileSync } from "node:fs";
import { Fault } from "../../base/fault.ts";
import { knowledgePath } from "../dir.ts";
import { lettersOf } from "./byte-text.ts";
import { gazetteerFaults } from "./faults.ts";

export type Row = readonly string[];

/** Bytes of the table (byte-text.ts), whose head must be exactly `columns`.
 * @throws {@link Fault} `knowledge/gazetteer-table` when the file is missing or its head differs */
export function readBytes(file: string, columns: readonly string[]): string {
  let text: string;
  try {
    text = readFileSync(knowledgePath("gazetteer", file), "latin1");
  } catch (cause) {
    throw new Fault(gazetteerFaults.table, `The gazetteer's table ${file} cannot be read.`, { cause });
  }
  if (!text.startsWith(`${columns.join("\t")}\n`))
    throw new Fault(
      gazetteerFaults.table,
      `The head of the gazetteer's table ${file} is not the expected one.`,
    );
  return text;
}

/** The same as letters. */
export function readText(file: string, columns: readonly string[]): string {
  return lettersOf(readBytes(file, columns));
}

/** Rows of the table, whose head must be exactly `columns`.
 * @throws {@link Fault} `knowledge/gazetteer-table` when the file is missing or its head differs */
export function readTable(file: string, columns: readonly string[]): Row[] {
  const lines = readText(file, columns).split("\n").slice(1);
  return lines.filter((line) => line !== "").map((line) => line.split("\t"));
}

/** Items of a list cell; none for an empty one. */
export function listOf(cell: string | undefined): string[] {
  return cell === undefined || cell === "" ? [] : cell.split("|");
}
