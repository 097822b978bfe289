/**
 * Clues of a record in, its ledgers out: what has changed since the last time and
 * all that hangs together with it, or everything anew. Both give the same entries.
 */
import type { Span } from "../../base/types.ts";
import { loadLedgerKnowledge } from "../../knowledge/ledgers.ts";
import { loadLinkingKnowledge } from "../../knowledge/linking.ts";
import { buildLedgers, clueKeys, ledgerTools, type PlacedClue, placeClues } from "../../linking/index.ts";
import type { LedgerLinkTools } from "../../linking/types.ts";
import type { OpenRecord } from "../../record/index.ts";
import type { CluedReport } from "../../record/types.ts";
import { openLinking } from "../linking/link-record.ts";

export interface Entered {
  /** Reports whose clues were looked at. */
  readonly reports: number;
  readonly entries: number;
}

let tools: LedgerLinkTools | null = null;

/** What was entered.
 * @param all everything anew (default: what has changed) */
export async function enterLedgers(record: OpenRecord, all = false): Promise<Entered> {
  const { ledgers } = record;
  const changed = all ? await ledgers.withClues() : await ledgers.toEnter();
  if (changed.length === 0) return { reports: 0, entries: 0 };
  tools ??= ledgerTools(loadLedgerKnowledge(), loadLinkingKnowledge());
  const own = tools;
  const fresh = await ledgers.reports(changed);
  const keysOf = (report: CluedReport): readonly string[] =>
    placed(report, OWN_LINES).flatMap((clue) => clueKeys(clue, own));
  const none: readonly string[] = [];
  const bare = changed.filter((id) => !fresh.some((report) => report.id === id));
  await ledgers.putKeys(
    new Map([
      ...fresh.map((report) => [report.id, keysOf(report)] as const),
      ...bare.map((id) => [id, none] as const),
    ]),
  );
  const together = all ? changed : await ledgers.hangingTogether(changed);
  const reports = await ledgers.reports(together);
  const lines = await linesOf(record, together);
  const clues = reports.flatMap((report) => placed(report, lines));
  const entries = buildLedgers(clues, own);
  await ledgers.putEntries(
    together,
    entries,
    new Map(clues.map(({ id, reportId }) => [id, reportId])),
    new Map(reports.map(({ id, storyId }) => [id, storyId])),
  );
  return { reports: together.length, entries: entries.length };
}

type LineOf = (reportId: string, sentence: Span) => string;

/** Each report its own line: for keys, which know of none. */
const OWN_LINES: LineOf = (reportId) => reportId;

/** Lines of reporting of the sentences of these reports, by their copies and credits. */
async function linesOf(record: OpenRecord, reportIds: readonly string[]): Promise<LineOf> {
  const scope = await record.links((store) => store.lineScope(reportIds));
  if (scope.copies.length === 0 && scope.credits.length === 0) return OWN_LINES;
  const { reports, copies, credits, storyOf } = scope;
  return openLinking().parts.findLines(reports, copies, credits, (id) => storyOf.get(id) ?? id).ofSentence;
}

function placed(report: CluedReport, lineOf: LineOf): PlacedClue[] {
  const { id, date, outlet, storyId, mentions, clues } = report;
  const around = {
    storyOf: () => storyId,
    lineOf,
  };
  return placeClues(
    { id, date, outlet, mentions },
    clues.map(({ clue }) => clue),
    clues.map((one) => one.id),
    around,
  );
}
