/** `chancery watch` with its list: arguments and options, as program.ts has those of the other commands. */
import type { Command } from "commander";
import { WATCH_EXAMPLES } from "./examples.ts";
import { addActors, addJson, wholeNumber } from "./options.ts";
import type { Acting, Make } from "./program.ts";
import { addNetwork } from "./web-options.ts";

/** Adds the command and what is done to its list. */
export function addWatch(command: Make, act: Acting): void {
  const watch = addActors(
    addJson(addNetwork(command("watch", "Poll the feeds of the list and read what is new", WATCH_EXAMPLES))),
  );
  watch
    .option("--once", "end after one round of the feeds that are due")
    .option("--interval <minutes>", "between two polls of a feed (default: 15)", wholeNumber)
    .option("--workers <count>", "worker threads (default: one for each core)", wholeNumber)
    .option("--quiet", "only what is new")
    .action(async (_options, self: Command) =>
      act(self, async (options, terminal) => {
        const { watchCommand } = await import("./commands/watch.ts");
        return await watchCommand(options, terminal);
      }),
    );
  addJson(
    addNetwork(watch.command("add <url...>").description("Put feeds on the list")).option(
      "--feed-only",
      "take what the feeds carry; fetch none of their pages",
    ),
  ).action(async (urls: string[], _options, self: Command) =>
    act(self, async (options, terminal) => {
      const { watchAddCommand } = await import("./commands/watch-list.ts");
      return await watchAddCommand(urls, options, terminal);
    }),
  );
  addJson(watch.command("remove <url...>").description("Take feeds off the list; their reports stay")).action(
    async (urls: string[], _options, self: Command) =>
      act(self, async (options, terminal) => {
        const { watchRemoveCommand } = await import("./commands/watch-list.ts");
        return await watchRemoveCommand(urls, options, terminal);
      }),
  );
  addJson(watch.command("list").description("Show the feeds, when each was asked, and what failed"))
    .option("--limit <count>", "at most so many (default: 200 on screen, all with --json)", wholeNumber)
    .option("--after <cursor>", "go on from where the last list ended")
    .action(async (_options, self: Command) =>
      act(self, async (options, terminal) => {
        const { watchListCommand } = await import("./commands/watch-list.ts");
        return await watchListCommand(options, terminal);
      }),
    );
}
