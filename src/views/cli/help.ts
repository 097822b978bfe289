/** How the help looks: commands under headings and above the options, for they are what most look for. */
import { type Command, Help, type HelpConfiguration } from "commander";

export const OTHER_COMMANDS = "Without a record:";
/** Headings of the help, with the commands under each. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  "Read into the record:": ["read", "watch", "quarantine", "forget"],
  "See what is in it:": [
    ...["events", "stories", "mentions", "statements", "reports", "copies", "contradictions"],
    ...["measures", "agreements", "contacts", "inquiries", "counts", "timeline", "digest", "explain"],
  ],
  "Decide for yourself:": ["join", "split", "correct", "decisions"],
  "Make it anew:": ["recode", "relink", "ledgers"],
  "Give it to others:": ["serve", "token"],
  [OTHER_COMMANDS]: ["extract", "parse", "code", "link", "steps", "help"],
  "Keep it:": ["backup", "restore", "doctor"],
};
const ORDER = Object.values(GROUPS).flat();

export const HELP: HelpConfiguration = {
  showGlobalOptions: true,
  minWidthToWrap: 20,
  formatHelp: commandsFirst,
  subcommandTerm: (command) => [command.name(), ...argumentsOf(command)].join(" "),
  visibleCommands: (command) =>
    new Help().visibleCommands(command).toSorted((a, b) => ORDER.indexOf(a.name()) - ORDER.indexOf(b.name())),
};

/** Puts each command under its heading. */
export function groupCommands(program: Command): void {
  for (const [heading, names] of Object.entries(GROUPS))
    for (const command of program.commands) if (names.includes(command.name())) command.helpGroup(heading);
}

function argumentsOf(command: Command): string[] {
  return command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
}

function commandsFirst(command: Command, helper: Help): string {
  const sections = Help.prototype.formatHelp.call(helper, command, helper).trimEnd().split("\n\n");
  const isOptions = (section: string) => /^(?:Global )?Options:/.test(section);
  const sorted = [...sections.filter((each) => !isOptions(each)), ...sections.filter(isOptions)];
  return `${sorted.join("\n\n")}\n`;
}
