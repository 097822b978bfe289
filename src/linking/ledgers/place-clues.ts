/**
 * Clues of reports in, placed clues out: each with its id, the story and the line
 * of its sentence, and the mentions that its words carry.
 */
import type { Span } from "../../base/types.ts";
import type { LedgerClue } from "../../coding/types.ts";
import type { LinkMention, LinkReport } from "../types.ts";
import type { PlacedClue } from "./types.ts";

/** What linking made of the reports that the clues stand in. */
export interface ClueSurroundings {
  /** Story of a report; null where it has none. */
  storyOf(reportId: string): string | null;
  /** Line of reporting of a sentence of a report. */
  lineOf(reportId: string, sentence: Span): string;
}

/** The placed clues of one report. */
export function placeClues(
  report: Pick<LinkReport, "id" | "date" | "outlet"> & {
    readonly mentions: readonly Pick<LinkMention, "id" | "sentence" | "trigger">[];
  },
  clues: readonly LedgerClue[],
  ids: readonly string[],
  around: ClueSurroundings,
): PlacedClue[] {
  return clues.map((clue, index) => {
    const mentions = report.mentions.filter((mention) => carries(mention, clue));
    return {
      id: ids[index]!,
      clue,
      reportId: report.id,
      reportDay: report.date,
      outlet: report.outlet,
      storyId: around.storyOf(report.id),
      line: around.lineOf(report.id, clue.sentenceSpan),
      mentions: mentions.map(({ id }) => id),
    };
  });
}

/** The mention's trigger is that of the clue, or the noun that it is about. */
function carries(
  { sentence, trigger }: Pick<LinkMention, "sentence" | "trigger">,
  clue: LedgerClue,
): boolean {
  const meets = (span: { start: number; end: number } | null) =>
    span !== null && span.start < trigger.end && trigger.start < span.end;
  return sentence === clue.sentence && (meets(clue.trigger) || meets(clue.thing));
}
