/** Entries of ledgers as comma-separated values: one line each, several values of one cell parted by semicolons. */
import type { EntryParty, LedgerEntry } from "../../linking/types.ts";
import { type Columns, csvHeading, csvLine } from "./csv.ts";

const of = (entry: LedgerEntry, role: EntryParty["role"]) =>
  entry.parties
    .flatMap(({ value }) => (value.role === role ? [value.code ?? value.name ?? ""] : []))
    .join(";");

/** Columns of entries, in order. */
export const ENTRY_COLUMNS: Columns<LedgerEntry> = [
  ["id", ({ id }) => id],
  ["ledger", ({ ledger }) => ledger],
  ["kind", ({ kind }) => kind],
  ["by", (entry) => of(entry, "by")],
  ["on", (entry) => of(entry, "on")],
  ["parties", (entry) => of(entry, "party")],
  ["names", ({ parties }) => parties.flatMap(({ value }) => value.name ?? []).join(";")],
  ["guarantors", (entry) => of(entry, "guarantor")],
  ["mediators", (entry) => of(entry, "mediator")],
  ["about", ({ about }) => about[0]?.value ?? null],
  ["instrument", ({ instrument }) => instrument?.value ?? null],
  ["place", ({ place }) => place?.value ?? null],
  ["figures", ({ figures }) => figures.map(({ value }) => `${value.value} ${value.unit}`).join(";")],
  ["conditions", ({ conditions }) => conditions.map(({ value }) => value).join(";")],
  ["date", ({ date }) => date],
  ["enddate", ({ endDate }) => endDate],
  ["status", ({ life }) => life.at(-1)?.step ?? null],
  ["life", ({ life }) => life.map(({ step, date }) => `${step} ${date ?? "?"}`).join(";")],
  ["in_answer_to", ({ inAnswerTo }) => inAnswerTo.map(({ to }) => to).join(";")],
  ["answered_by", ({ answeredBy }) => answeredBy.map(({ to }) => to).join(";")],
  ["disagreements", ({ disagreements }) => disagreements.map(({ field }) => field).join(";")],
  ["reports", ({ reports }) => reports.length],
  ["outlets", ({ outlets }) => outlets],
  ["lines", ({ lines }) => lines],
];

/** The line with the names of the columns. */
export const entryHeading = (): string => csvHeading(ENTRY_COLUMNS);

/** The line of the entry. */
export const entryCsv = (entry: LedgerEntry): string => csvLine(ENTRY_COLUMNS, entry);
