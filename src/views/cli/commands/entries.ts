/** `chancery measures`, `agreements`, `contacts`, `inquiries`: a ledger as a list, or one entry as a short history. */
import type { LedgerKind } from "../../../coding/types.ts";
import type { LedgerEntry } from "../../../linking/types.ts";
import { type OpenRecord, openRecord } from "../../../record/index.ts";
import type { LedgerFilter } from "../../../record/types.ts";
import { entryDetailJson, entryJson } from "../../json/entry-json.ts";
import { eachLine, isFiltered, sayMore } from "../lists.ts";
import { filterOf, type ListOptions } from "../options.ts";
import { entryHistory, entryText } from "../show/entry-list.ts";
import { counted } from "../show/printable.ts";
import type { Terminal } from "../terminal.ts";

const PLURAL = {
  measure: "measures",
  agreement: "agreements",
  contact: "contacts",
  inquiry: "inquiries",
} as const;

/** The ledger, or the one entry whose id begins so. */
export async function entriesCommand(
  ledger: LedgerKind,
  id: string | undefined,
  options: ListOptions,
  terminal: Terminal,
): Promise<number> {
  const record = await openRecord(options.record, { mustExist: true });
  try {
    if (id !== undefined) {
      const { entry, clues } = await record.findEntry(ledger, id);
      await terminal.out(
        options.json
          ? `${JSON.stringify(entryDetailJson(entry, clues))}\n`
          : entryHistory(entry, clues, await tiedTo(entry, record), terminal),
      );
      return 0;
    }
    const { factuality: _factuality, allVersions: _versions, ...filter } = filterOf(options);
    const csv = options.csv ? await import("../entry-csv.ts") : null;
    if (csv) await terminal.out(csv.entryHeading());
    const listed = await eachLine(
      options,
      (request) => listOf(record, ledger)(filter, request),
      async ({ entry }) => {
        if (options.json) return await terminal.out(`${JSON.stringify(entryJson(entry))}\n`);
        await terminal.out(csv ? csv.entryCsv(entry) : entryText(entry, terminal));
      },
    );
    if (!options.json && !options.csv) await sayEnd(record, ledger, filter, listed.count, terminal);
    sayMore(terminal, listed);
    return 0;
  } finally {
    await record.close();
  }
}

/** The measures that it answers or that answer it, by id. */
async function tiedTo(
  { inAnswerTo, answeredBy }: LedgerEntry,
  record: OpenRecord,
): Promise<ReadonlyMap<string, LedgerEntry>> {
  const tied = new Map<string, LedgerEntry>();
  for (const { to } of [...inAnswerTo, ...answeredBy])
    tied.set(to, (await record.findEntry("measure", to)).entry);
  return tied;
}

function listOf(record: OpenRecord, ledger: LedgerKind): OpenRecord["listMeasures"] {
  if (ledger === "measure") return record.listMeasures;
  if (ledger === "agreement") return record.listAgreements;
  return ledger === "contact" ? record.listContacts : record.listInquiries;
}

async function sayEnd(
  record: OpenRecord,
  ledger: LedgerKind,
  filter: LedgerFilter,
  count: number,
  { say, sayPaint }: Terminal,
): Promise<void> {
  const plural = PLURAL[ledger];
  if (count > 0) {
    const all = await record.countEntries(ledger, filter);
    const shown = all === count ? "" : `${count} of `;
    say(
      sayPaint.dim(
        `\n${shown}${all === 1 ? counted(1, ledger) : `${all} ${plural}`}. Its history: chancery ${plural} ID\n`,
      ),
    );
  } else if (isFiltered(filter))
    say(`No ${ledger} matches. Leave a filter out, or see all with \`chancery ${plural}\`.\n`);
  else
    say(
      `The record ${record.where} holds no ${plural}. Reports read by an older Chancery get theirs with \`chancery recode\`.\n`,
    );
}
