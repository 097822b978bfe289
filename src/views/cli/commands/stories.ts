/** `chancery stories`: reports of the same happening, with how many lines of reporting tell it. */
import type { StoryFilter } from "../../../record/types.ts";
import { storyJson } from "../../json/story-json.ts";
import { withLinkedRecord } from "../linked-record.ts";
import { eachLine, isFiltered, sayMore } from "../lists.ts";
import { storyText } from "../show/link-lists.ts";
import { counted } from "../show/printable.ts";
import type { Terminal } from "../terminal.ts";
import { type EventOptions, eventFilterOf } from "./events.ts";

export async function storiesCommand(options: EventOptions, terminal: Terminal): Promise<number> {
  const filter: StoryFilter = eventFilterOf(options);
  return await withLinkedRecord(options, terminal, async (record) => {
    const csv = options.csv ? await import("../csv.ts") : null;
    const { STORY_COLUMNS } = await import("../link-csv.ts");
    if (csv) await terminal.out(csv.csvHeading(STORY_COLUMNS));
    const listed = await eachLine(
      options,
      (request) => record.listStories(filter, request),
      async (line) => {
        if (options.json)
          return await terminal.out(`${JSON.stringify(storyJson(line.story, line.reports))}\n`);
        if (csv) return await terminal.out(csv.csvLine(STORY_COLUMNS, line));
        await terminal.out(storyText(line, terminal));
      },
    );
    if (!options.json && !options.csv)
      terminal.say(
        listed.count > 0
          ? terminal.sayPaint.dim(
              `\n${listed.count === 1 ? "1 story" : `${listed.count} stories`}. One told briefly: chancery digest ID\n`,
            )
          : isFiltered(filter)
            ? "No story matches. Leave a filter out, or see all with `chancery stories`.\n"
            : `The record holds no story: ${counted(0, "report")}. Read some: chancery read FILE…\n`,
      );
    sayMore(terminal, listed);
    return 0;
  });
}
