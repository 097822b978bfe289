/** `chancery mentions`: the timeline of who did what to whom, each line with its sentence. */
import { loadOntology } from "../../../knowledge/ontology.ts";
import { type OpenRecord, openRecord } from "../../../record/index.ts";
import type { MentionFilter } from "../../../record/types.ts";
import { mentionJson } from "../../json/mention-json.ts";
import { checkTypes } from "../check-types.ts";
import { eachLine, isFiltered, type Listed, sayMore } from "../lists.ts";
import { filterOf, type ListOptions } from "../options.ts";
import { dayOf, mentionText } from "../show/mention-list.ts";
import { counted } from "../show/printable.ts";
import type { Terminal } from "../terminal.ts";

export async function mentionsCommand(options: ListOptions, terminal: Terminal): Promise<number> {
  const record = await openRecord(options.record, { mustExist: true });
  try {
    const ontology = loadOntology();
    checkTypes(options.type ?? [], ontology);
    const filter = filterOf(options);
    const csv = options.csv ? await import("../csv.ts") : null;
    const columns = csv?.mentionColumns(ontology) ?? [];
    if (csv) await terminal.out(csv.csvHeading(columns));
    let day: string | null = options.after === undefined ? null : "";
    const listed = await eachLine(
      options,
      (request) => record.listMentions(filter, request),
      async (line) => {
        if (options.json) return await terminal.out(`${JSON.stringify(mentionJson(line, ontology))}\n`);
        if (csv) return await terminal.out(csv.csvLine(columns, line));
        await terminal.out(mentionText(line, day, terminal, ontology));
        day = dayOf(line);
      },
    );
    if (!options.json && !options.csv) await sayEnd(record, filter, listed, terminal);
    sayMore(terminal, listed);
    return 0;
  } finally {
    await record.close();
  }
}

async function sayEnd(
  record: OpenRecord,
  filter: MentionFilter,
  listed: Listed,
  terminal: Terminal,
): Promise<void> {
  const { sayPaint: paint } = terminal;
  if (listed.count > 0) {
    const all = listed.next === null ? listed.count : await record.countMentions(filter);
    const what =
      listed.next === null ? counted(all, "mention") : `${listed.count} of ${counted(all, "mention")}`;
    terminal.say(paint.dim(`\n${what}. Why one is there: chancery explain ID\n`));
    return;
  }
  if (isFiltered(filter)) {
    terminal.say("No mention matches. Leave a filter out, or see all with `chancery mentions`.\n");
    return;
  }
  const { lines } = await record.listReports({}, { limit: 1 });
  terminal.say(
    lines.length === 0
      ? `The record ${record.where} is empty. Read some reports: chancery read FILE…\n`
      : "No event was found in the reports of this record. See what was considered: chancery explain REPORT\n",
  );
}
