/**
 * Two reports and the passages that the later one copies in, rows for a page out
 * that shows them side by side: copied passages face each other, what only one
 * has stands alone. Each side, read down, is its text.
 */
import type { Copy } from "../api/types.ts";

export interface AlignedRow {
  /** Stretch of the left text; null where the right one stands alone. */
  readonly left: { readonly start: number; readonly end: number } | null;
  readonly right: { readonly start: number; readonly end: number } | null;
  /** The copy that they are, where they face each other. */
  readonly copy: Copy | null;
}

interface Pair {
  readonly copy: Copy;
  readonly left: { readonly start: number; readonly end: number };
  readonly right: { readonly start: number; readonly end: number };
}

/** The rows in order.
 * @param leftId id of the report on the left; copies in either direction between the two count */
export function alignReports(
  leftId: string,
  leftLength: number,
  rightId: string,
  rightLength: number,
  copies: readonly Copy[],
): AlignedRow[] {
  const rows: AlignedRow[] = [];
  let [left, right] = [0, 0];
  for (const pair of inBothOrders(pairsOf(leftId, rightId, copies))) {
    rows.push(...alone(left, pair.left.start, right, pair.right.start));
    rows.push({ left: pair.left, right: pair.right, copy: pair.copy });
    left = pair.left.end;
    right = pair.right.end;
  }
  return [...rows, ...alone(left, leftLength, right, rightLength)];
}

function pairsOf(leftId: string, rightId: string, copies: readonly Copy[]): Pair[] {
  return copies.flatMap((copy) => {
    const [earlier, later] = [copy.earlier, copy.later];
    if (earlier.report_id === leftId && later.report_id === rightId)
      return [{ copy, left: earlier, right: later }];
    if (earlier.report_id === rightId && later.report_id === leftId)
      return [{ copy, left: later, right: earlier }];
    return [];
  });
}

/** The longest run of pairs that stand in the same order on both sides: a passage that was moved cannot face its origin. */
function inBothOrders(pairs: readonly Pair[]): Pair[] {
  const sorted = [...pairs].sort((a, b) => a.left.start - b.left.start);
  const runs: Pair[][] = [];
  for (const pair of sorted) {
    const before = runs.filter(
      (run) => run.at(-1)!.right.end <= pair.right.start && run.at(-1)!.left.end <= pair.left.start,
    );
    const longest = before.sort((a, b) => b.length - a.length)[0] ?? [];
    runs.push([...longest, pair]);
  }
  return runs.sort((a, b) => b.length - a.length)[0] ?? [];
}

function alone(leftFrom: number, leftTo: number, rightFrom: number, rightTo: number): AlignedRow[] {
  const left = leftTo > leftFrom ? { start: leftFrom, end: leftTo } : null;
  const right = rightTo > rightFrom ? { start: rightFrom, end: rightTo } : null;
  return left === null && right === null ? [] : [{ left, right, copy: null }];
}
