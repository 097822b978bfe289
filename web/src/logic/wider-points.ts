/** Points of a relation in, fewer and wider ones out: scores are averaged by their events, and what holds none stays a gap. */
import { type Bin, binNext, binStart } from "./time-scale.ts";

export interface ScorePoint {
  readonly start: string;
  /** First day after it. */
  readonly end: string;
  readonly events: number;
  /** Null where nothing is known. */
  readonly score: number | null;
}

/** The points put into bins; a bin narrower than a point leaves it as it is. */
export function widerPoints(points: readonly ScorePoint[], bin: Bin): ScorePoint[] {
  const bins = new Map<string, ScorePoint[]>();
  for (const point of points) {
    const start = binStart(point.start, bin);
    bins.set(start, [...(bins.get(start) ?? []), point]);
  }
  return [...bins].map(([start, same]) => {
    const events = same.reduce((sum, point) => sum + point.events, 0);
    const total = same.reduce((sum, point) => sum + point.events * (point.score ?? 0), 0);
    const last = same.at(-1)?.end ?? start;
    const end = binNext(start, bin);
    return { start, end: end > last ? end : last, events, score: events === 0 ? null : total / events };
  });
}
