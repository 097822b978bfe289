/** `chancery quarantine`: the inputs that made a step fail, with the reason and how to try them again. */
import { openRecord } from "../../../record/index.ts";
import { quarantineJson } from "../../json/report-json.ts";
import { eachLine, sayMore } from "../lists.ts";
import type { ListOptions } from "../options.ts";
import { printable } from "../show/printable.ts";
import type { Terminal } from "../terminal.ts";

export async function quarantineCommand(options: ListOptions, terminal: Terminal): Promise<number> {
  const record = await openRecord(options.record, { mustExist: true });
  const { paint } = terminal;
  try {
    const listed = await eachLine(
      options,
      (request) => record.listQuarantine(request),
      async (line) => {
        if (options.json) return await terminal.out(`${JSON.stringify(quarantineJson(line))}\n`);
        const { id, origin, stage, code, message, tries, inputHash, putAt } = line;
        await terminal.out(
          `${paint.bold(printable(origin))}\n  ${paint.yellow(code)} in ${stage}, tries: ${tries}. ${printable(message)}\n` +
            `  ${paint.dim(`since ${putAt}, input ${inputHash.slice(0, 16)}`)}\n` +
            `  again: chancery quarantine replay ${id}\n`,
        );
      },
    );
    if (listed.count === 0 && !options.json)
      terminal.say("Nothing is quarantined: every input went through or was refused.\n");
    sayMore(terminal, listed);
    return 0;
  } finally {
    await record.close();
  }
}
