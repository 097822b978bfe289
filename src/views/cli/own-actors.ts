/**
 * `--actors FILE` of the commands that code: the actors of the user's own out of the files that were named.
 * Each line that was not taken is told with its number on standard error; the rest counts.
 */
import type { OwnActors } from "../../knowledge/actors/types.ts";
import { openActorsFiles } from "../../pipeline/index.ts";
import type { ActorsOptions } from "./options.ts";
import { counted, printable } from "./show/printable.ts";
import type { Terminal } from "./terminal.ts";

/** Lines that are told one by one; the rest is counted. */
const TOLD = 20;

/** The actors of the files, or null where none was named.
 * @throws {@link Fault} `pipeline/no-actors` where a file cannot be read */
export async function readOwnActors(options: ActorsOptions, terminal: Terminal): Promise<OwnActors | null> {
  if (options.actors === undefined) return null;
  const { actors, problems } = await openActorsFiles(options.actors);
  for (const { file, line, message } of problems.slice(0, TOLD))
    terminal.say(
      `${terminal.sayPaint.yellow("actors")} ${printable(file)} line ${line}: ${printable(message)}.\n`,
    );
  if (problems.length > TOLD) terminal.say(`… and ${counted(problems.length - TOLD, "more line")}.\n`);
  if (actors.entries.length + actors.agents.length === 0)
    terminal.say(
      `${terminal.sayPaint.yellow("actors")} No line of ${options.actors.map(printable).join(", ")} gave one.\n`,
    );
  return actors;
}
