/** `chancery quarantine` with export and replay: arguments and options, as program.ts has those of the other commands. */
import type { Command } from "commander";
import { addJson, wholeNumber } from "./options.ts";
import type { Acting, Make } from "./program.ts";

const EXAMPLES = `  chancery quarantine
  chancery quarantine replay                    try all of them again
  chancery quarantine export > apart.jsonl      with their content, in the form that read takes`;

/** Adds the command and what is done with what is quarantined. */
export function addQuarantine(command: Make, act: Acting): void {
  const quarantine = addJson(
    command("quarantine", "List the inputs that made a step fail; write them out, try them again", EXAMPLES),
  );
  quarantine
    .option("--limit <count>", "at most so many (default: 200 on screen, all with --json)", wholeNumber)
    .option("--after <cursor>", "go on from where the last list ended")
    .action(async (_options, self: Command) =>
      act(self, async (options, terminal) => {
        const { quarantineCommand } = await import("./commands/quarantine.ts");
        return await quarantineCommand(options, terminal);
      }),
    );
  quarantine
    .command("export [id...]")
    .description("Write them out with their content as JSON Lines that read takes")
    .action(async (ids: string[], _options, self: Command) =>
      act(self, async (options, terminal) => {
        const { quarantineExportCommand } = await import("./commands/quarantine-again.ts");
        return await quarantineExportCommand(ids, options, terminal);
      }),
    );
  addJson(quarantine.command("replay [id...]").description("Try them again with the present program")).action(
    async (ids: string[], _options, self: Command) =>
      act(self, async (options, terminal) => {
        const { quarantineReplayCommand } = await import("./commands/quarantine-again.ts");
        return await quarantineReplayCommand(ids, options, terminal);
      }),
  );
}
