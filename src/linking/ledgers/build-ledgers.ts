/**
 * All placed clues in, the four ledgers out: the one entry of this folder. The
 * same clues give the same entries with the same ids in whatever order they come.
 */
import { contentId } from "../../base/ids.ts";
import { fieldsOf } from "./fields-of.ts";
import { joinStrands } from "./join-strands.ts";
import { lifeOf, unique } from "./life-of.ts";
import { strandsOf } from "./strands.ts";
import { tiesOf } from "./ties.ts";
import type { LedgerEntry, LedgerLinkTools, LedgerTie, PlacedClue } from "./types.ts";

/** The entries of all ledgers, in order of their first days. */
export function buildLedgers(placed: readonly PlacedClue[], tools: LedgerLinkTools): LedgerEntry[] {
  const groups = joinStrands(strandsOf(placed, tools), tools);
  const bare = groups
    .map((strands) =>
      describe(
        strands.flatMap(({ clues }) => clues),
        tools,
      ),
    )
    .filter(({ life }) => life.length > 0);
  const clues = new Map(placed.map((one) => [one.id, one]));
  const ties = tiesOf(bare, clues, tools.settings);
  const back = new Map<string, LedgerTie[]>();
  for (const [from, list] of ties)
    for (const tie of list) back.set(tie.to, [...(back.get(tie.to) ?? []), { ...tie, to: from }]);
  return bare
    .map((entry) => ({
      ...entry,
      inAnswerTo: ties.get(entry.id) ?? [],
      answeredBy: (back.get(entry.id) ?? []).toSorted((a, b) => (a.to < b.to ? -1 : 1)),
    }))
    .toSorted((a, b) =>
      (a.date ?? "") < (b.date ?? "") ? -1 : (a.date ?? "") > (b.date ?? "") ? 1 : a.id < b.id ? -1 : 1,
    );
}

function describe(
  clues: readonly PlacedClue[],
  tools: LedgerLinkTools,
): Omit<LedgerEntry, "inAnswerTo" | "answeredBy"> {
  const sorted = clues.toSorted(byReport);
  const { ledger } = sorted[0]!.clue;
  const { life, disagreements } = lifeOf(sorted);
  const fields = fieldsOf(ledger, sorted, tools);
  const dates = life.flatMap(({ date }) => date ?? []);
  return {
    id: contentId("l", sorted[0]!.id),
    ledger,
    ...fields,
    life,
    disagreements: [...fields.disagreements, ...disagreements],
    clues: sorted.map(({ id }) => id),
    reports: unique(sorted.map(({ reportId }) => reportId)),
    outlets: new Set(sorted.flatMap(({ outlet }) => outlet ?? [])).size,
    lines: new Set(sorted.map(({ line }) => line)).size,
    date: dates[0] ?? null,
    endDate: dates.at(-1) ?? null,
  };
}

function byReport(a: PlacedClue, b: PlacedClue): number {
  const day = ({ reportDay }: PlacedClue) => reportDay ?? "9999";
  if (day(a) !== day(b)) return day(a) < day(b) ? -1 : 1;
  if (a.reportId !== b.reportId) return a.reportId < b.reportId ? -1 : 1;
  return a.clue.trigger.start - b.clue.trigger.start || (a.id < b.id ? -1 : 1);
}
