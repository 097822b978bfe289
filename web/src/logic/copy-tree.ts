/** Reports and the copies between them in, who copied whom out: each report under the one that it copies most of. */
import type { Copy } from "../api/types.ts";

export interface CopyNode {
  readonly reportId: string;
  /** What it copies of the report above it; null for an origin. */
  readonly copy: Copy | null;
  readonly below: readonly CopyNode[];
}

/** The origins, each with those that copied it.
 * @param reportIds earliest first */
export function copyTree(reportIds: readonly string[], copies: readonly Copy[]): CopyNode[] {
  const known = new Set(reportIds);
  const above = new Map<string, Copy>();
  for (const copy of copies) {
    const { earlier, later } = copy;
    if (copy.quotation || !known.has(earlier.report_id) || !known.has(later.report_id)) continue;
    const best = above.get(later.report_id);
    if (best === undefined || length(copy) > length(best)) above.set(later.report_id, copy);
  }
  const node = (reportId: string, seen: readonly string[]): CopyNode => ({
    reportId,
    copy: above.get(reportId) ?? null,
    below: reportIds
      .filter((id) => above.get(id)?.earlier.report_id === reportId && !seen.includes(id))
      .map((id) => node(id, [...seen, id])),
  });
  return reportIds.filter((id) => !above.has(id)).map((id) => node(id, [id]));
}

function length({ later }: Copy): number {
  return later.end - later.start;
}
