/** `chancery contradictions`: what reports of one event disagree about, with both sentences. */
import { loadOntology } from "../../../knowledge/ontology.ts";
import type { ContradictionFilter } from "../../../record/types.ts";
import { contradictionJson } from "../../json/contradiction-json.ts";
import { checkTypes } from "../check-types.ts";
import { withLinkedRecord } from "../linked-record.ts";
import { eachLine, sayMore } from "../lists.ts";
import { contradictionText } from "../show/link-lists.ts";
import type { Terminal } from "../terminal.ts";
import { type EventOptions, eventFilterOf } from "./events.ts";

export interface ContradictionOptions extends EventOptions {
  readonly kind?: ContradictionFilter["kind"];
}

export async function contradictionsCommand(
  options: ContradictionOptions,
  terminal: Terminal,
): Promise<number> {
  checkTypes(options.type ?? [], loadOntology());
  const filter: ContradictionFilter = {
    ...eventFilterOf(options),
    ...(options.kind === undefined ? {} : { kind: options.kind }),
  };
  return await withLinkedRecord(options, terminal, async (record) => {
    const csv = options.csv ? await import("../csv.ts") : null;
    const { CONTRADICTION_COLUMNS } = await import("../link-csv.ts");
    if (csv) await terminal.out(csv.csvHeading(CONTRADICTION_COLUMNS));
    const listed = await eachLine(
      options,
      (request) => record.listContradictions(filter, request),
      async (line) => {
        if (options.json)
          return await terminal.out(`${JSON.stringify(contradictionJson(line.contradiction))}\n`);
        if (csv) return await terminal.out(csv.csvLine(CONTRADICTION_COLUMNS, line));
        await terminal.out(contradictionText(line, terminal));
      },
    );
    if (listed.count === 0 && !options.json && !options.csv) terminal.say("No contradiction was found.\n");
    sayMore(terminal, listed);
    return 0;
  });
}
