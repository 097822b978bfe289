/** `chancery statements`: who said what, those of the same words as one line; with an id, one of them in full. */
import { openRecord } from "../../../record/index.ts";
import { statementListJson } from "../../json/statement-json.ts";
import { eachLine, isFiltered, sayMore } from "../lists.ts";
import { type StatementListOptions, statementFilterOf } from "../options.ts";
import { counted } from "../show/printable.ts";
import { statementDetail } from "../show/statement-detail.ts";
import { statementDay, statementText } from "../show/statement-list.ts";
import type { Terminal } from "../terminal.ts";

type Record = Awaited<ReturnType<typeof openRecord>>;

export async function statementsCommand(
  id: string | null,
  options: StatementListOptions,
  terminal: Terminal,
): Promise<number> {
  const record = await openRecord(options.record, { mustExist: true });
  try {
    if (id === null) await list(record, options, terminal);
    else await detail(record, id, options, terminal);
    return 0;
  } finally {
    await record.close();
  }
}

async function list(record: Record, options: StatementListOptions, terminal: Terminal): Promise<void> {
  const filter = statementFilterOf(options);
  const csv = options.csv ? await import("../csv.ts") : null;
  if (csv) await terminal.out(csv.csvHeading(csv.STATEMENT_COLUMNS));
  let day: string | null = options.after === undefined ? null : "";
  const listed = await eachLine(
    options,
    (request) => record.listStatements(filter, request),
    async (line) => {
      if (options.json) return await terminal.out(`${JSON.stringify(statementListJson(line))}\n`);
      if (csv) return await terminal.out(csv.csvLine(csv.STATEMENT_COLUMNS, line));
      await terminal.out(statementText(line, day, terminal));
      day = statementDay(line);
    },
  );
  if (!options.json && !options.csv) {
    const { sayPaint: paint } = terminal;
    if (listed.count > 0) {
      const all = listed.next === null ? listed.count : await record.countStatements(filter);
      const what =
        listed.next === null ? counted(all, "statement") : `${listed.count} of ${counted(all, "statement")}`;
      terminal.say(paint.dim(`\n${what}. One in full: chancery statements ID\n`));
    } else if (isFiltered(filter))
      terminal.say("No statement matches. Leave a filter out, or see all with `chancery statements`.\n");
    else
      terminal.say(
        `The record ${record.where} holds no statement. Read some reports: chancery read FILE…; those of an older record get theirs by chancery recode.\n`,
      );
  }
  sayMore(terminal, listed);
}

async function detail(
  record: Record,
  id: string,
  options: StatementListOptions,
  terminal: Terminal,
): Promise<void> {
  const line = await record.getStatement(id);
  if (options.json) return await terminal.out(`${JSON.stringify(statementListJson(line))}\n`);
  const stored = await record.getReport(line.reportId);
  const known = await record.mentionsOf(line.reportId);
  const mentions = known.filter((mention) => line.mentions.includes(mention.id));
  await terminal.out(statementDetail(line, stored, mentions, terminal));
}
