/** `chancery counts`: how many events there are, by who, what and when. */
import { loadOntology } from "../../../knowledge/ontology.ts";
import type { CountLine, CountQuery } from "../../../record/types.ts";
import { countJson } from "../../json/count-json.ts";
import { checkTypes } from "../check-types.ts";
import { withLinkedRecord } from "../linked-record.ts";
import { fit } from "../show/printable.ts";
import type { Terminal } from "../terminal.ts";
import { type EventOptions, eventFilterOf } from "./events.ts";

export interface CountOptions extends EventOptions {
  readonly by: Pick<CountQuery, "by" | "period">;
  readonly zeroFill?: boolean;
}

const ON_SCREEN = 200;
const FIGURES = ["events", "mentions", "reports", "lines"] as const;

export async function countsCommand(options: CountOptions, terminal: Terminal): Promise<number> {
  checkTypes(options.type ?? [], loadOntology());
  const { by, period } = options.by;
  return await withLinkedRecord(options, terminal, async (record) => {
    const query = { by, period, zeroFill: options.zeroFill === true };
    const lines = await record.counts(query, eventFilterOf(options));
    const whole = options.json === true || options.csv === true;
    const shown = lines.slice(0, options.limit ?? (whole ? lines.length : ON_SCREEN));
    if (options.json) {
      for (const line of shown) await terminal.out(`${JSON.stringify(countJson(line, period))}\n`);
      return 0;
    }
    if (options.csv) {
      const { csvHeading, csvLine } = await import("../csv.ts");
      const { countColumns } = await import("../link-csv.ts");
      const columns = countColumns([...(period === null ? [] : ["period"]), ...by]);
      await terminal.out(csvHeading(columns));
      for (const line of shown) await terminal.out(csvLine(columns, line));
      return 0;
    }
    if (lines.length === 0) terminal.say("No event matches.\n");
    else await terminal.out(table(shown, options.by, terminal));
    if (shown.length < lines.length)
      terminal.say(`${shown.length} of ${lines.length} groups. For more give a higher --limit.\n`);
    return 0;
  });
}

function table(
  lines: readonly CountLine[],
  { by, period }: CountOptions["by"],
  { paint }: Pick<Terminal, "paint">,
): string {
  const heads = [...(period === null ? [] : [period]), ...by];
  const cells = (line: CountLine) => [
    ...(period === null ? [] : [line.period === "" ? "no day" : (line.period ?? "")]),
    ...by.map((name) => line[name] || "?"),
  ];
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...lines.map((line) => cells(line)[at]!.length)),
  );
  const row = (words: readonly string[], figures: readonly (string | number)[]) =>
    `${[...words.map((word, at) => fit(word, widths[at]!)), ...figures.map((figure) => String(figure).padStart(8))].join("  ")}\n`;
  return [
    paint.dim(row(heads, FIGURES)),
    ...lines.map((line) =>
      row(
        cells(line),
        FIGURES.map((name) => line[name]),
      ),
    ),
  ].join("");
}
