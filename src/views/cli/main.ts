/**
 * The command line: arguments in, an exit code out. Every error is told in one
 * shape on standard error (errors.ts); what commands there are is in program.ts.
 */
import { type Command, CommanderError, InvalidArgumentError } from "commander";
import { VERSION } from "../../pipeline/version.ts";
import { sayError, usageFault } from "./errors.ts";
import { EXIT } from "./exit-codes.ts";
import { createProgram } from "./program.ts";
import { openTerminal, outputColumns, type Terminal } from "./terminal.ts";

/** Runs the command and sets the exit code of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  let exitCode: number = EXIT.ok;
  const program = createProgram(VERSION, async (command, run) => {
    const options = command.optsWithGlobals();
    const terminal = openTerminal(colourOf(options));
    try {
      exitCode = await run(options as never, terminal);
    } catch (error) {
      exitCode = sayError(
        terminal,
        error instanceof InvalidArgumentError ? usageFault(error.message) : error,
      );
    }
  });
  throughout(program, (command) => {
    command.exitOverride();
    command.configureOutput({
      outputError: (text, write) => write(`${text.trim()}\n`),
      getOutHelpWidth: outputColumns,
      getErrHelpWidth: outputColumns,
    });
  });
  try {
    if (argv.length <= 2) {
      program.outputHelp({ error: true });
      process.exitCode = EXIT.usage;
      return;
    }
    await program.parseAsync([...argv]);
  } catch (error) {
    if (!(error instanceof CommanderError)) exitCode = sayError(openTerminal(), error);
    else exitCode = error.exitCode === 0 ? EXIT.ok : usage(openTerminal(), error);
  }
  process.exitCode = exitCode;
  // A source that still waits for input must not hold a command that has ended.
  process.stdout.write("", () => process.exit(exitCode));
}

function usage(terminal: Terminal, error: CommanderError): number {
  if (error.code !== "commander.help") terminal.say("See `chancery --help` and `chancery help COMMAND`.\n");
  return EXIT.usage;
}

function throughout(command: Command, act: (command: Command) => void): void {
  act(command);
  for (const child of command.commands) throughout(child, act);
}

function colourOf(options: { readonly color?: boolean }): "auto" | "always" | "never" {
  if (options.color === undefined) return "auto";
  return options.color ? "always" : "never";
}
