/**
 * Events between two parties in, the course of their relation out: for each bin
 * of days the mean score with its number of events, and null where nothing was
 * told, so that a chart shows a gap and no line across it; and for each type how
 * often one did it to the other.
 */
import type { EventLine, Party } from "../api/types.ts";
import { type Bin, binNext, binStart } from "./time-scale.ts";

export interface SeriesPoint {
  readonly start: string;
  /** First day after it. */
  readonly end: string;
  /** Mean score, -10 to 10; null where no event has one. */
  readonly score: number | null;
  readonly events: number;
}

/** One point a bin from the first to the last event. */
export function pairSeries(events: readonly EventLine[], bin: Bin): SeriesPoint[] {
  const dated = events.filter(({ date, factuality }) => date !== null && factuality === "actual");
  if (dated.length === 0) return [];
  const bins = new Map<string, number[]>();
  for (const { date, event_scale } of dated) {
    const start = binStart(date!, bin);
    bins.set(start, [...(bins.get(start) ?? []), ...(event_scale === null ? [] : [event_scale])]);
  }
  const starts = [...bins.keys()].sort();
  const points: SeriesPoint[] = [];
  for (let start = starts[0]!; start <= starts.at(-1)!; start = binNext(start, bin)) {
    const scores = bins.get(start) ?? [];
    const score = scores.length === 0 ? null : scores.reduce((sum, value) => sum + value, 0) / scores.length;
    points.push({ start, end: binNext(start, bin), score, events: scores.length });
  }
  return points;
}

export interface TypeShare {
  readonly type: string;
  readonly quad: number;
  /** Done by the first to the second. */
  readonly forth: number;
  /** Done by the second to the first. */
  readonly back: number;
  /** Done together, or with both on one side. */
  readonly both: number;
}

/** How often each type stands between the two, most first. */
export function typeShares(events: readonly EventLine[], first: string, second: string): TypeShare[] {
  const shares = new Map<string, { type: string; quad: number; forth: number; back: number; both: number }>();
  for (const { event, quad_code, actor, recipient } of events) {
    const share = shares.get(event) ?? { type: event, quad: quad_code, forth: 0, back: 0, both: 0 };
    const [aDoes, bDoes] = [isIn(actor, first), isIn(actor, second)];
    if (aDoes && !bDoes && isIn(recipient, second)) share.forth++;
    else if (bDoes && !aDoes && isIn(recipient, first)) share.back++;
    else share.both++;
    shares.set(event, share);
  }
  const total = ({ forth, back, both }: TypeShare) => forth + back + both;
  return [...shares.values()].sort((a, b) => total(b) - total(a) || (a.type < b.type ? -1 : 1));
}

function isIn(side: readonly Party[], who: string): boolean {
  return side.some(({ code, id, name }) => code === who || id === who || name === who);
}
