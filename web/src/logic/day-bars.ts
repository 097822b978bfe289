/** Counts of days put into bins, each with what of it belongs to which quad, for bars above and below a line. */
import { type Bin, binNext, binStart, type TimeScale } from "./time-scale.ts";

export interface DayCount {
  readonly day: string;
  readonly quad: number;
  readonly count: number;
}

export interface QuadBar {
  readonly start: string;
  /** First day after it. */
  readonly end: string;
  /** Count of each quad, from 1 to 4. */
  readonly counts: readonly [number, number, number, number];
}

/** The bins in which something lies, in order. */
export function dayBars(counts: readonly DayCount[], bin: Bin): QuadBar[] {
  const bars = new Map<string, [number, number, number, number]>();
  for (const { day, quad, count } of counts) {
    const start = binStart(day, bin);
    const sums = bars.get(start) ?? [0, 0, 0, 0];
    sums[quad - 1]! += count;
    bars.set(start, sums);
  }
  return [...bars]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([start, sums]) => ({ start, end: binNext(start, bin), counts: sums }));
}

/** The tallest side of all bars: the measure of their heights. */
export function tallestSide(bars: readonly QuadBar[]): number {
  return Math.max(1, ...bars.flatMap(({ counts: [a, b, c, d] }) => [a + b, c + d]));
}

export interface BarPiece {
  readonly quad: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Rectangles of a bar around the line of days: deeds nearest to it, words outside. */
export function barPieces(bar: QuadBar, scale: TimeScale, half: number, tallest: number): BarPiece[] {
  const x = scale.x(bar.start);
  const width = Math.max(1, scale.x(bar.end) - x - Math.min(1, scale.dayWidth / 4));
  const pieces: BarPiece[] = [];
  for (const [sign, order] of [
    [-1, [2, 1]],
    [1, [4, 3]],
  ] as const) {
    let reached = 1;
    for (const quad of order) {
      const height = (bar.counts[quad - 1]! / tallest) * (half - 1);
      if (height > 0) pieces.push({ quad, x, y: sign < 0 ? -reached - height : reached, width, height });
      reached += height;
    }
  }
  return pieces;
}
