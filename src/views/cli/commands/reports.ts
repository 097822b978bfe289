/** `chancery reports`: the reports of the record, in the order of their days. */
import { openRecord } from "../../../record/index.ts";
import { reportJson } from "../../json/report-json.ts";
import { eachLine, isFiltered, sayMore } from "../lists.ts";
import { filterOf, type ListOptions } from "../options.ts";
import { reportHeading, reportText } from "../show/report-list.ts";
import type { Terminal } from "../terminal.ts";

export async function reportsCommand(options: ListOptions, terminal: Terminal): Promise<number> {
  const record = await openRecord(options.record, { mustExist: true });
  try {
    const filter = filterOf(options);
    const csv = options.csv ? await import("../csv.ts") : null;
    if (csv) await terminal.out(csv.csvHeading(csv.REPORT_COLUMNS));
    let first = true;
    const listed = await eachLine(
      options,
      (request) => record.listReports(filter, request),
      async (line) => {
        if (options.json) return await terminal.out(`${JSON.stringify(reportJson(line))}\n`);
        if (csv) return await terminal.out(csv.csvLine(csv.REPORT_COLUMNS, line));
        if (first) await terminal.out(reportHeading(terminal));
        first = false;
        await terminal.out(reportText(line, terminal));
      },
    );
    if (listed.count === 0 && !options.json && !options.csv)
      terminal.say(
        isFiltered(filter)
          ? "No report matches. Leave a filter out, or see all with `chancery reports`.\n"
          : `The record ${record.where} holds no report yet. Read some: chancery read FILE…\n`,
      );
    sayMore(terminal, listed);
    return 0;
  } finally {
    await record.close();
  }
}
