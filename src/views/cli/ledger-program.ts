/** The commands of the ledgers with their arguments, options and examples. */
import type { LedgerKind } from "../../coding/types.ts";
import { addEntryFilters, addJson } from "./options.ts";
import type { Acting, Make } from "./program.ts";

const LEDGERS: readonly (readonly [
  ledger: LedgerKind,
  usage: string,
  summary: string,
  examples: readonly string[],
])[] = [
  [
    "measure",
    "measures [id]",
    "List sanctions, tariffs, bans, expulsions, closures; one with its history",
    ["measures --between USA RUS", "measures --type sanctions --since 2017"],
  ],
  [
    "agreement",
    "agreements [id]",
    "List treaties, truces, memoranda, pacts; one with its history",
    ["agreements --type ceasefire", "agreements --actor TUR"],
  ],
  [
    "contact",
    "contacts [id]",
    "List meetings, visits, calls, held or planned; one with its history",
    ["contacts --actor RUS --since 2017-08", "contacts --type planned"],
  ],
  [
    "inquiry",
    "inquiries [id]",
    "List investigations and cases at courts; one with its history",
    ["inquiries --recipient RUS", "inquiries --type verdict"],
  ],
];

/** Adds the commands of the ledgers. */
export function addLedgers(command: Make, act: Acting): void {
  for (const [ledger, usage, summary, examples] of LEDGERS)
    addEntryFilters(command(usage, summary, examples.map((one) => `  chancery ${one}`).join("\n"))).action(
      async (id: string | undefined, _options, self) =>
        act(self, async (options, terminal) => {
          const { entriesCommand } = await import("./commands/entries.ts");
          return await entriesCommand(ledger, id, options, terminal);
        }),
    );
  addJson(command("ledgers", "Enter what has changed into the ledgers", "  chancery ledgers --rebuild"))
    .option("--rebuild", "make all entries anew from the record")
    .action(async (_options, self) =>
      act(self, async (options, terminal) => {
        const { ledgersCommand } = await import("./commands/ledgers.ts");
        return await ledgersCommand(options, terminal);
      }),
    );
}
