/** Sizes of the parser's network, which its model file carries, and its table of distances. */
export interface NetworkSizes {
  /** Numbers per row of the table of words. */
  readonly width: number;
  readonly layers: number;
  /** Units of each direction of a layer. */
  readonly hidden: number;
  /** Numbers by which arcs are judged. */
  readonly arc: number;
  /** Numbers by which labels are judged. */
  readonly label: number;
  readonly labels: number;
}

/** Number of classes of distance between a word and its head, with direction. */
export const DISTANCES = 24;

/** Class of the distance from word `dependent` to head `head` (places in the sentence; the root is at 0). */
export function distanceBucket(dependent: number, head: number): number {
  if (head === 0) return 0;
  const d = head - dependent;
  const size = d < 0 ? -d : d;
  const step =
    size < 6 ? size : size < 8 ? 6 : size < 11 ? 7 : size < 16 ? 8 : size < 24 ? 9 : size < 40 ? 10 : 11;
  return d < 0 ? step : step + 11;
}
