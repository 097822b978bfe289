/** `chancery timeline`: the events of two parties by day with their scores, and how cooperation and conflict went. */
import { loadOntology } from "../../../knowledge/ontology.ts";
import type { EventLine } from "../../../record/types.ts";
import { eventJson } from "../../json/event-json.ts";
import { checkTypes } from "../check-types.ts";
import { withLinkedRecord } from "../linked-record.ts";
import { eachLine, sayMore } from "../lists.ts";
import { timelineText } from "../show/timeline.ts";
import type { Terminal } from "../terminal.ts";
import { type EventOptions, eventFilterOf } from "./events.ts";

export async function timelineCommand(options: EventOptions, terminal: Terminal): Promise<number> {
  const ontology = loadOntology();
  checkTypes(options.type ?? [], ontology);
  const filter = { factuality: "actual" as const, ...eventFilterOf(options) };
  return await withLinkedRecord(options, terminal, async (record) => {
    const lines: EventLine[] = [];
    const listed = await eachLine(
      options,
      (request) => record.listEvents(filter, request),
      async (line) => {
        if (options.json)
          return await terminal.out(`${JSON.stringify(eventJson(line.event, line.first, ontology))}\n`);
        lines.push(line);
      },
    );
    if (options.json) return 0;
    if (lines.length === 0) {
      terminal.say("No event matches. Name two parties: chancery timeline --between USA RUS\n");
      return 0;
    }
    await terminal.out(timelineText(lines, options.between ?? [], terminal, ontology));
    sayMore(terminal, listed);
    return 0;
  });
}
