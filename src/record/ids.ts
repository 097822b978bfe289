/**
 * Ids of what the record holds, made of content alone: the same input has the
 * same ids on every machine and in every order of reading.
 *
 * A mention's id rests on its report and its trigger, not on what the rules say
 * of it, so that coding again with other rules changes the mention and keeps its id.
 * A statement's id rests on its report and the span of what is said.
 */
import { contentId } from "../base/index.ts";
import type { LedgerClue, Mention, Statement } from "../coding/types.ts";
import type { Report } from "../reading/types.ts";

/** What all versions of a report share: its URL, else outlet and given id, else its own id. */
export function seriesOf(report: Pick<Report, "id" | "url" | "outlet" | "givenId">): string {
  if (report.url !== null) return contentId("series", "url", report.url);
  if (report.givenId !== null) return contentId("series", "given", report.outlet ?? "", report.givenId);
  return report.id;
}

/** One id for each mention, in their order. Several on one trigger are told apart by their order. */
export function mentionIds(reportId: string, mentions: readonly Mention[]): string[] {
  const seen = new Map<string, number>();
  return mentions.map(({ trigger }) => {
    const place = `${trigger.start}:${trigger.end}`;
    const nth = seen.get(place) ?? 0;
    seen.set(place, nth + 1);
    return contentId("m", reportId, place, String(nth));
  });
}

/** One id for each statement, in their order: it rests on where its words stand. */
export function statementIds(reportId: string, statements: readonly Statement[]): string[] {
  return statements.map(({ content }) => contentId("w", reportId, `${content.start}:${content.end}`));
}

/** The ids of a report's clues, in their order: from the report and the place of the words. */
export function clueIds(reportId: string, clues: readonly LedgerClue[]): string[] {
  const seen = new Map<string, number>();
  return clues.map(({ ledger, step, trigger, day, on }) => {
    const key = `${ledger} ${step ?? ""} ${trigger.start} ${day?.date ?? ""} ${on[0]?.code ?? ""}`;
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return contentId("k", reportId, times === 0 ? key : `${key} ${times}`);
  });
}

/** The id of an input that is quarantined. */
export function quarantineId(origin: string, inputHash: string): string {
  return contentId("q", origin, inputHash);
}

/** A new id for a run; sorts by its time. */
export function runId(startedAt: string, random: string): string {
  return `run_${startedAt.replace(/[^0-9]/g, "").slice(0, 17)}_${random}`;
}
