/** Points of time with their numbers of events in, the first day from which on there are not too many out. */
export interface CountedPoint {
  readonly start: string;
  readonly events: number;
}

/** Start of the longest last stretch that holds at most so many events; the last point alone where it holds more. */
export function latestStretch(points: readonly CountedPoint[], most: number): string | null {
  let sum = 0;
  let from: string | null = null;
  for (const { start, events } of points.toReversed()) {
    sum += events;
    if (sum > most && from !== null) return from;
    from = start;
  }
  return from;
}
