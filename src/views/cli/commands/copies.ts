/** `chancery copies`: passages that stand in an earlier report too, with both places. */
import type { CopyFilter } from "../../../record/types.ts";
import { copyJson } from "../../json/copy-json.ts";
import { withLinkedRecord } from "../linked-record.ts";
import { eachLine, sayMore } from "../lists.ts";
import { filterOf, type ListOptions } from "../options.ts";
import { copyText } from "../show/link-lists.ts";
import type { Terminal } from "../terminal.ts";

export interface CopyOptions extends ListOptions {
  readonly kind?: CopyFilter["kind"];
}

export async function copiesCommand(options: CopyOptions, terminal: Terminal): Promise<number> {
  const filter: CopyFilter = {
    ...filterOf(options),
    ...(options.kind === undefined ? {} : { kind: options.kind }),
  };
  return await withLinkedRecord(options, terminal, async (record) => {
    const csv = options.csv ? await import("../csv.ts") : null;
    const { COPY_COLUMNS } = await import("../link-csv.ts");
    if (csv) await terminal.out(csv.csvHeading(COPY_COLUMNS));
    const listed = await eachLine(
      options,
      (request) => record.listCopies(filter, request),
      async (line) => {
        const textOf = ({ reportId }: { reportId: string }) =>
          reportId === line.earlier.report.id ? line.earlier.text : line.later.text;
        if (options.json) return await terminal.out(`${JSON.stringify(copyJson(line.copy, textOf))}\n`);
        if (csv) return await terminal.out(csv.csvLine(COPY_COLUMNS, line));
        await terminal.out(copyText(line, terminal));
      },
    );
    if (listed.count === 0 && !options.json && !options.csv) terminal.say("No copy was found.\n");
    sayMore(terminal, listed);
    return 0;
  });
}
