/**
 * The commands with their arguments, options, help and examples. What a command
 * does is loaded only when it is called, so that each starts at once.
 */
import { Command } from "commander";
import {
  BACKUP_EXAMPLES,
  CODE_EXAMPLES,
  DOCTOR_EXAMPLES,
  EXIT_CODES,
  EXPLAIN_EXAMPLES,
  EXTRACT_EXAMPLES,
  FORGET_EXAMPLES,
  LINK_EXAMPLES,
  MENTIONS_EXAMPLES,
  PARSE_EXAMPLES,
  READ_EXAMPLES,
  RECODE_EXAMPLES,
  REPORTS_EXAMPLES,
  RESTORE_EXAMPLES,
  SERVE_EXAMPLES,
  STATEMENTS_EXAMPLES,
  TOKEN_EXAMPLES,
  TOP_EXAMPLES,
} from "./examples.ts";
import { groupCommands, HELP, OTHER_COMMANDS } from "./help.ts";
import { addLedgers } from "./ledger-program.ts";
import { addLinks } from "./link-program.ts";
import {
  addActors,
  addGlobalOptions,
  addJson,
  addMentionFilters,
  addReportFilters,
  addStatementFilters,
  portNumber,
  wholeNumber,
} from "./options.ts";
import { addQuarantine } from "./quarantine-program.ts";
import { wrap } from "./show/printable.ts";
import { outputColumns, type Terminal } from "./terminal.ts";
import { addWatch } from "./watch-program.ts";
import { addNetwork, addWebOptions } from "./web-options.ts";

/** Runs a command's action with its arguments and all its options. */
export type Act = (run: (options: never, terminal: Terminal) => Promise<number>) => Promise<void>;

/** The program.
 * @param act runs what a command does, with its options and the terminal */
export function createProgram(
  version: string,
  act: (command: Command, run: (options: never, terminal: Terminal) => Promise<number>) => Promise<void>,
): Command {
  const program = new Command("chancery");
  program
    .description(
      "Reads news reports into a sourced record of international affairs: who did what to whom, when, and according to whom.",
    )
    .version(version, "-V, --version", "the version")
    .helpOption("-h, --help", "this help")
    .commandsGroup(OTHER_COMMANDS)
    .helpCommand("help [command]", "the help of a command")
    .configureHelp(HELP)
    .showSuggestionAfterError(true)
    .addHelpText("after", () => `${TOP_EXAMPLES}\n${wrap(EXIT_CODES, outputColumns()).join("\n")}\n`);
  addGlobalOptions(program);
  const command = (usage: string, summary: string, examples: string) => {
    const made = program.command(usage).summary(summary).description(summary);
    return made.addHelpText("after", `\nExamples:\n${examples}\n`);
  };

  addActors(
    addJson(addWebOptions(command("read <source...>", "Read reports into the record", READ_EXAMPLES)))
      .option(
        "--strict",
        "exit with 3 when an input was refused or quarantined (else 0; 1 when none could be used)",
      )
      .option("--workers <count>", "worker threads (default: one for each core)", wholeNumber)
      .option("--quiet", "no progress line and no hints"),
  ).action(async (sources: string[], _options, self: Command) =>
    act(self, async (options, terminal) => {
      const { readCommand } = await import("./commands/read.ts");
      return await readCommand(sources, options, terminal);
    }),
  );

  addWatch(command, act);
  addLinks(command, act);

  addReportFilters(command("reports", "List the reports of the record", REPORTS_EXAMPLES)).action(
    async (_options, self: Command) =>
      act(self, async (options, terminal) => {
        const { reportsCommand } = await import("./commands/reports.ts");
        return await reportsCommand(options, terminal);
      }),
  );

  addMentionFilters(
    command("mentions", "List who did what to whom, each with its sentence", MENTIONS_EXAMPLES),
  ).action(async (_options, self: Command) =>
    act(self, async (options, terminal) => {
      const { mentionsCommand } = await import("./commands/mentions.ts");
      return await mentionsCommand(options, terminal);
    }),
  );

  addStatementFilters(
    command("statements [id]", "List who said what; with an id, one statement in full", STATEMENTS_EXAMPLES),
  ).action(async (id: string | undefined, _options, self: Command) =>
    act(self, async (options, terminal) => {
      const { statementsCommand } = await import("./commands/statements.ts");
      return await statementsCommand(id ?? null, options, terminal);
    }),
  );
  addLedgers(command, act);

  addActors(
    addJson(
      command(
        "explain <id> [other]",
        "Show why: the sentence, its tree, the rules that won; of two ids, why they are one or not",
        EXPLAIN_EXAMPLES,
      ),
    )
      .option("--tree", "draw the trees of all sentences of a report, too")
      .option("--no-tree", "no tree"),
  ).action(async (id: string, other: string | undefined, _options, self: Command) =>
    act(self, async (options, terminal) => {
      if (other !== undefined) {
        const { explainLinkCommand } = await import("./commands/explain-link.ts");
        return await explainLinkCommand(id, other, options, terminal);
      }
      const { explainCommand } = await import("./commands/explain.ts");
      return await explainCommand(id, options, terminal);
    }),
  );

  addServing(command, act);
  addFilters(command, act);
  addKeeping(command, act);
  groupCommands(program);
  return program;
}

export type Make = (usage: string, summary: string, examples: string) => Command;
export type Acting = Parameters<typeof createProgram>[1];

function addServing(command: Make, act: Acting): void {
  addActors(addNetwork(command("serve", "Serve the record as pages and as an API", SERVE_EXAMPLES)))
    .option("--port <number>", "the port; 0 takes any that is free", portNumber, 4400)
    .option("--host <address>", "the address to listen on; another than loopback needs a token", "127.0.0.1")
    .option("--allow-host <name...>", "further names under which it may be asked")
    .option("--tokens <file>", "the file of tokens; named, a token is needed on loopback, too")
    .option("--workers <count>", "worker threads (default: one for each core)", wholeNumber)
    .action(async (_options, self: Command) =>
      act(self, async (options, terminal) => {
        const { serveCommand } = await import("./commands/serve.ts");
        return await serveCommand(options, terminal);
      }),
    );

  const token = command(
    "token",
    "Make, list and remove tokens for a server that others can reach",
    TOKEN_EXAMPLES,
  );
  const kept = (usage: string, summary: string) =>
    addJson(token.command(usage).description(summary)).option("--tokens <file>", "the file of tokens");
  kept("new <name>", "make a token; it is shown once").action(async (name: string, _options, self: Command) =>
    act(self, async (options, terminal) => {
      const { newToken } = await import("./commands/token.ts");
      return await newToken(name, options, terminal);
    }),
  );
  kept("list", "names of the tokens").action(async (_options, self: Command) =>
    act(self, async (options, terminal) => {
      const { listTokens } = await import("./commands/token.ts");
      return await listTokens(options, terminal);
    }),
  );
  kept("remove <name>", "remove a token").action(async (name: string, _options, self: Command) =>
    act(self, async (options, terminal) => {
      const { dropToken } = await import("./commands/token.ts");
      return await dropToken(name, options, terminal);
    }),
  );
}

function addFilters(command: Make, act: Acting): void {
  addWebOptions(
    command(
      "extract [file...]",
      "Print title, day, authors and text of pages as JSON Lines, without a record",
      EXTRACT_EXAMPLES,
    ),
  )
    .option("--workers <count>", "worker threads (default: one for each core)", wholeNumber)
    .action(async (files: string[], _options, self: Command) =>
      act(self, async (options, terminal) => {
        const { extractCommand } = await import("./commands/extract.ts");
        return await extractCommand(files, options, terminal);
      }),
    );

  command("parse [file...]", "Parse text from files or standard input to CoNLL-U", PARSE_EXAMPLES)
    .option("--tokenized", "the input is CoNLL-U; keep its sentences and words")
    .action(async (files: string[], _options, self: Command) =>
      act(self, async (options, terminal) => {
        const { parseCommand } = await import("./commands/parse.ts");
        return await parseCommand(files, options, terminal);
      }),
    );

  addActors(
    command(
      "code [file...]",
      "Code JSON Lines from files or standard input, without a record",
      CODE_EXAMPLES,
    ),
  )
    .option("--workers <count>", "worker threads (default: one for each core)", wholeNumber)
    .action(async (files: string[], _options, self: Command) =>
      act(self, async (options, terminal) => {
        const { codeCommand } = await import("./commands/code.ts");
        return await codeCommand(files, options, terminal);
      }),
    );

  addActors(
    command(
      "link [file...]",
      "Link JSON Lines: stories, events, copies and contradictions of them all",
      LINK_EXAMPLES,
    ),
  )
    .option("--workers <count>", "worker threads (default: one for each core)", wholeNumber)
    .action(async (files: string[], _options, self: Command) =>
      act(self, async (options, terminal) => {
        const { linkCommand } = await import("./commands/link.ts");
        return await linkCommand(files, options, terminal);
      }),
    );

  addActors(
    addReportFilters(
      command("recode", "Code the stored reports again and show what changes", RECODE_EXAMPLES),
    ),
  )
    .option("--dry-run", "only show what would change")
    .option("--workers <count>", "worker threads (default: one for each core)", wholeNumber)
    .action(async (_options, self: Command) =>
      act(self, async (options, terminal) => {
        const { recodeCommand } = await import("./commands/recode.ts");
        return await recodeCommand(options, terminal);
      }),
    );
}

function addKeeping(command: Make, act: Acting): void {
  addJson(
    command("forget <report...>", "Remove reports and all that rests on them alone", FORGET_EXAMPLES),
  ).action(async (ids: string[], _options, self: Command) =>
    act(self, async (options, terminal) => {
      const { forgetCommand } = await import("./commands/forget.ts");
      return await forgetCommand(ids, options, terminal);
    }),
  );

  addJson(
    command("backup <file>", "Write the whole record into one file, with hashes", BACKUP_EXAMPLES),
  ).action(async (file: string, _options, self: Command) =>
    act(self, async (options, terminal) => {
      const { backupCommand } = await import("./commands/backup.ts");
      return await backupCommand(file, options, terminal);
    }),
  );

  addJson(command("restore <file>", "Lay a backup into an empty record", RESTORE_EXAMPLES)).action(
    async (file: string, _options, self: Command) =>
      act(self, async (options, terminal) => {
        const { restoreCommand } = await import("./commands/backup.ts");
        return await restoreCommand(file, options, terminal);
      }),
  );

  addQuarantine(command, act);

  addJson(addNetwork(command("doctor", "Check the record and the machine", DOCTOR_EXAMPLES))).action(
    async (_options, self: Command) =>
      act(self, async (options, terminal) => {
        const { doctorCommand } = await import("./commands/doctor.ts");
        return await doctorCommand(options, terminal);
      }),
  );

  addJson(command("steps", "Print the steps from the world to the record", "  chancery steps")).action(
    async (_options, self: Command) =>
      act(self, async (options, terminal) => {
        const { stepsCommand } = await import("./commands/steps.ts");
        return await stepsCommand(options, terminal);
      }),
  );
}
