/** The commands of linking: arguments and options, as program.ts has those of the other commands. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CountBy, CountPeriod } from "../../record/types.ts";
import {
  CONTRADICTIONS_EXAMPLES,
  COPIES_EXAMPLES,
  CORRECT_EXAMPLES,
  COUNTS_EXAMPLES,
  DECIDE_EXAMPLES,
  DECISIONS_EXAMPLES,
  DIGEST_EXAMPLES,
  EVENTS_EXAMPLES,
  STORIES_EXAMPLES,
  TIMELINE_EXAMPLES,
} from "./examples.ts";
import { addJson, addMentionFilters, addReportFilters, wholeNumber } from "./options.ts";
import type { Acting, Make } from "./program.ts";

const STANDINGS = ["reported", "confirmed", "denied", "planned", "done", "retracted"];
const minLines = () =>
  new Option("--min-lines <count>", "told by so many independent lines of reporting at least").argParser(
    wholeNumber,
  );
const standing = () => new Option("--standing <kind>", "only events that stand so").choices(STANDINGS);

/** Adds the lists and tallies of what links the record. */
export function addLinks(command: Make, act: Acting): void {
  const list = (made: Command, load: () => Promise<Act>) =>
    made.action(async (_options, self: Command) =>
      act(self, async (options, terminal) => (await load())(options, terminal)),
    );
  list(
    addMentionFilters(
      command("events", "List events, each counted once, with who tells them", EVENTS_EXAMPLES),
    )
      .addOption(minLines())
      .addOption(standing()),
    async () => (await import("./commands/events.ts")).eventsCommand,
  );
  list(
    addMentionFilters(command("stories", "List stories: reports of the same happening", STORIES_EXAMPLES))
      .addOption(minLines())
      .addOption(standing()),
    async () => (await import("./commands/stories.ts")).storiesCommand,
  );
  list(
    addReportFilters(
      command("copies", "List passages that stand in an earlier report, too", COPIES_EXAMPLES),
    ).addOption(new Option("--kind <kind>", "only these").choices(["verbatim", "edited"])),
    async () => (await import("./commands/copies.ts")).copiesCommand,
  );
  list(
    addMentionFilters(
      command("contradictions", "List what reports of one event disagree about", CONTRADICTIONS_EXAMPLES),
    )
      .addOption(minLines())
      .addOption(standing())
      .addOption(new Option("--kind <kind>", "only these").choices(["figure", "date", "party", "denied"])),
    async () => (await import("./commands/contradictions.ts")).contradictionsCommand,
  );
  list(
    addMentionFilters(command("counts", "Tally events by who, what and when", COUNTS_EXAMPLES))
      .addOption(
        new Option("--by <list>", "of actor, recipient, type and one of day, week, month, year")
          .argParser(countBy)
          .default({ by: ["actor", "recipient"], period: "month" }, "actor,recipient,month"),
      )
      .option("--zero-fill", "give periods in which nothing happened, too")
      .addOption(minLines())
      .addOption(standing()),
    async () => (await import("./commands/counts.ts")).countsCommand,
  );
  list(
    addMentionFilters(command("timeline", "Draw the events of two parties over time", TIMELINE_EXAMPLES))
      .addOption(minLines())
      .addOption(standing()),
    async () => (await import("./commands/timeline.ts")).timelineCommand,
  );
  addJson(command("digest <story>", "Tell a story in sentences of its reports", DIGEST_EXAMPLES))
    .option("--sentences <count>", "at most so many (default: 5)", wholeNumber)
    .action(async (story: string, _options, self: Command) =>
      act(self, async (options, terminal) => {
        const { digestCommand } = await import("./commands/digest.ts");
        return await digestCommand(story, options, terminal);
      }),
    );
  addDecisions(command, act);
}

type Act = (options: never, terminal: Parameters<Parameters<Acting>[1]>[1]) => Promise<number>;

function addDecisions(command: Make, act: Acting): void {
  for (const verdict of ["join", "split"] as const)
    addJson(
      command(
        `${verdict} <one> <other>`,
        verdict === "join"
          ? "Decide that two events, mentions, stories or reports are one"
          : "Decide that two events, mentions, stories or reports are not one",
        DECIDE_EXAMPLES,
      ),
    )
      .option("--note <words>", "why")
      .action(async (one: string, other: string, _options, self: Command) =>
        act(self, async (options, terminal) => {
          const { decideCommand } = await import("./commands/decisions.ts");
          return await decideCommand(verdict, one, other, options, terminal);
        }),
      );
  addJson(
    command(
      "correct <mention> [event]",
      "Decide what a mention is: another type, or no event",
      CORRECT_EXAMPLES,
    ),
  )
    .option("--no-event", "the words tell no event")
    .option("--note <words>", "why")
    .action(async (mention: string, event: string | undefined, _options, self: Command) =>
      act(self, async (options, terminal) => {
        const { correctCommand } = await import("./commands/decisions.ts");
        return await correctCommand(mention, event ?? null, options, terminal);
      }),
    );
  const decisions = addJson(
    command("decisions", "List what persons decided; import and drop decisions", DECISIONS_EXAMPLES),
  ).action(async (_options, self: Command) =>
    act(self, async (options, terminal) => {
      const { decisionsCommand } = await import("./commands/decisions.ts");
      return await decisionsCommand(options, terminal);
    }),
  );
  decisions
    .command("import <file>")
    .description("Take decisions over from JSON Lines, as `decisions --json` prints them")
    .action(async (file: string, _options, self: Command) =>
      act(self, async (options, terminal) => {
        const { importDecisionsCommand } = await import("./commands/decisions.ts");
        return await importDecisionsCommand(file, options, terminal);
      }),
    );
  decisions
    .command("drop <id...>")
    .description("Take decisions back")
    .action(async (ids: string[], _options, self: Command) =>
      act(self, async (options, terminal) => {
        const { dropDecisionsCommand } = await import("./commands/decisions.ts");
        return await dropDecisionsCommand(ids, options, terminal);
      }),
    );
  command("relink", "Link the whole record anew; decisions stay", "  chancery relink").action(
    async (_options, self: Command) =>
      act(self, async (options, terminal) => {
        const { relinkCommand } = await import("./commands/relink.ts");
        return await relinkCommand(options, terminal);
      }),
  );
}

const PERIODS = ["day", "week", "month", "year"];
const GROUPS = ["actor", "recipient", "type"];

function countBy(value: string): { by: CountBy[]; period: CountPeriod | null } {
  const words = value.split(/[,\s]+/).filter((word) => word !== "");
  const wrong = words.find((word) => !GROUPS.includes(word) && !PERIODS.includes(word));
  const periods = words.filter((word) => PERIODS.includes(word));
  if (wrong !== undefined || periods.length > 1 || words.length === 0)
    throw new InvalidArgumentError(
      `${wrong ?? "It"} is not of: ${[...GROUPS, ...PERIODS].join(", ")} (one period at most).`,
    );
  return {
    by: GROUPS.filter((group) => words.includes(group)) as CountBy[],
    period: (periods[0] ?? null) as CountPeriod | null,
  };
}
