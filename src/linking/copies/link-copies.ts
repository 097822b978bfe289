/**
 * A worded report and an index in, its copies of earlier reports and later
 * reports' copies of it out. Of the reports that share keys with it those that
 * cover most of them are compared; which of two is the earlier follows their days, then ids.
 */

import type { WordedReport } from "../text/read-report.ts";
import type { Copy, KeyHits, LinkIndex, LinkReport, ReportKeys } from "../types.ts";
import { type CopySettings, copiesBetween } from "./find-copies.ts";

export interface CopySearch extends CopySettings {
  readonly mostPerKey: number;
  /** Keys that two reports must share to be compared. */
  readonly leastSharedKeys: number;
  readonly mostCandidates: number;
}

/** True where `a` comes before `b`: by day, then by id; reports without a day come last. */
export function comesBefore(a: Pick<LinkReport, "id" | "date">, b: Pick<LinkReport, "id" | "date">): boolean {
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
  const chosen = coverKeys(hits, worded.report.id, search);
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

/** Reports that together hold most of the keys: the one with most, then the one with most of what is left (a page may be
 * put together from several). Of two with as many the earlier counts. */
function coverKeys(hits: readonly KeyHits[], ownId: string, search: CopySearch): string[] {
  const keysOf = new Map<string, { day: number; keys: Set<number> }>();
  for (const { key, reports } of hits) {
    for (const { reportId, day } of reports) {
      if (reportId === ownId) continue;
      const known = keysOf.get(reportId);
      if (known === undefined) {
        keysOf.set(reportId, { day: day ?? Number.POSITIVE_INFINITY, keys: new Set([key]) });
      } else known.keys.add(key);
    }
  }
  const left = [...keysOf]
    .filter(([, { keys }]) => keys.size >= search.leastSharedKeys)
    .sort(([a, x], [b, y]) => (x.day === y.day ? (a < b ? -1 : 1) : x.day - y.day));
  const covered = new Set<number>();
  const chosen: string[] = [];
  while (chosen.length < search.mostCandidates) {
    let best: [string, number] = ["", search.leastSharedKeys - 1];
    for (const [id, { keys }] of left) {
      if (keys.size <= best[1] || chosen.includes(id)) continue;
      let fresh = 0;
      for (const key of keys) if (!covered.has(key)) fresh++;
      if (fresh > best[1]) best = [id, fresh];
    }
    if (best[0] === "") break;
    chosen.push(best[0]);
    for (const key of keysOf.get(best[0])!.keys) covered.add(key);
  }
  return chosen;
}
