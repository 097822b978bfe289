/**
 * A worded report and an index in, its copies of earlier reports and later
 * reports' copies of it out. Of the reports that share keys with it those with
 * most are compared; which of two is the earlier follows their days, then ids.
 */

import type { WordedReport } from "../text/read-report.ts";
import type { Copy, LinkIndex, LinkReport, ReportKeys } from "../types.ts";
import { type CopySettings, copiesBetween } from "./find-copies.ts";

export interface CopySearch extends CopySettings {
  readonly mostPerKey: number;
  /** Keys that two reports must share to be compared. */
  readonly leastSharedKeys: number;
  readonly mostCandidates: number;
}

/** True where `a` comes before `b`: by day, then by id; reports without a day come last. */
export function comesBefore(a: LinkReport, b: LinkReport): boolean {
  const dayA = a.date ?? "9999";
  const dayB = b.date ?? "9999";
  return dayA === dayB ? a.id < b.id : dayA < dayB;
}

/** Copies between a report and those of the index. */
export async function linkCopies(
  worded: WordedReport,
  keys: ReportKeys,
  index: LinkIndex,
  wordedOf: (report: LinkReport) => WordedReport,
  search: CopySearch,
): Promise<Copy[]> {
  const hits = await index.find({ kind: "copy", keys: keys.copy, days: null, mostPerKey: search.mostPerKey });
  const shared = new Map<string, number>();
  for (const { reportId } of hits) shared.set(reportId, (shared.get(reportId) ?? 0) + 1);
  const chosen = [...shared]
    .filter(([id, count]) => count >= search.leastSharedKeys && id !== worded.report.id)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, search.mostCandidates)
    .map(([id]) => id);
  const copies: Copy[] = [];
  for (const other of await index.reports(chosen)) {
    const otherWorded = wordedOf(other);
    const [earlier, later] = comesBefore(other, worded.report)
      ? [otherWorded, worded]
      : [worded, otherWorded];
    copies.push(...copiesBetween(earlier, later, search));
  }
  return copies;
}
