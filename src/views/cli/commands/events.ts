/** `chancery events`: what happened, each event once, with its standing and who tells it. */
import { loadOntology } from "../../../knowledge/ontology.ts";
import type { EventFilter } from "../../../record/types.ts";
import { eventJson } from "../../json/event-json.ts";
import { checkTypes } from "../check-types.ts";
import { withLinkedRecord } from "../linked-record.ts";
import { eachLine, isFiltered, sayMore } from "../lists.ts";
import { filterOf, type ListOptions } from "../options.ts";
import { eventDay, eventText } from "../show/event-list.ts";
import { counted } from "../show/printable.ts";
import type { Terminal } from "../terminal.ts";

export interface EventOptions extends ListOptions {
  readonly minLines?: number;
  readonly standing?: EventFilter["standing"];
}

/** The filter of events that the options ask for. */
export function eventFilterOf(options: EventOptions): EventFilter {
  const { minLines, standing } = options;
  return {
    ...filterOf(options),
    ...(minLines === undefined ? {} : { minLines }),
    ...(standing === undefined ? {} : { standing }),
  };
}

export async function eventsCommand(options: EventOptions, terminal: Terminal): Promise<number> {
  const ontology = loadOntology();
  checkTypes(options.type ?? [], ontology);
  const filter = eventFilterOf(options);
  return await withLinkedRecord(options, terminal, async (record) => {
    const csv = options.csv ? await import("../csv.ts") : null;
    const columns = options.csv ? (await import("../link-csv.ts")).eventColumns(ontology) : [];
    if (csv) await terminal.out(csv.csvHeading(columns));
    let day: string | null = options.after === undefined ? null : "";
    const listed = await eachLine(
      options,
      (request) => record.listEvents(filter, request),
      async (line) => {
        if (options.json)
          return await terminal.out(`${JSON.stringify(eventJson(line.event, line.first, ontology))}\n`);
        if (csv) return await terminal.out(csv.csvLine(columns, line));
        await terminal.out(eventText(line, day, terminal, ontology));
        day = eventDay(line);
      },
    );
    if (!options.json && !options.csv)
      terminal.say(
        listed.count > 0
          ? terminal.sayPaint.dim(
              `\n${counted(listed.count, "event")}. Who tells one: chancery mentions --event ID\n`,
            )
          : isFiltered(filter)
            ? "No event matches. Leave a filter out, or see all with `chancery events`.\n"
            : "The record holds no event. Read some reports: chancery read FILE…\n",
      );
    sayMore(terminal, listed);
    return 0;
  });
}
