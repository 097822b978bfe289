/**
 * A ring that crosses the date line in, rings that lie on one side of it out:
 * on a flat map the two ends of the world are far apart. A ring around a pole
 * goes along the edge of the map as it is.
 */
import type { Ring } from "./read-topology.ts";

type Point = readonly [lon: number, lat: number];
const HALF_TURN = 180;

/** The ring, or its pieces. */
export function cutAtDateLine(ring: Ring): Ring[] {
  const crosses = ring.some(
    ([lon], index) => Math.abs(lon - ring[(index + 1) % ring.length]![0]) > HALF_TURN,
  );
  const polar = ring.some(([, lat]) => Math.abs(lat) > 89);
  if (!crosses || polar) return [ring];
  const whole = unwrapped(ring);
  const pieces = [-2, -1, 0, 1, 2].map((turn) => {
    const moved = whole.map(([lon, lat]): Point => [lon + turn * 2 * HALF_TURN, lat]);
    return clipped(
      clipped(moved, HALF_TURN, (lon) => lon <= HALF_TURN),
      -HALF_TURN,
      (lon) => lon >= -HALF_TURN,
    );
  });
  return pieces.filter((piece) => piece.length > 2);
}

/** Each point near to the one before it, whatever its longitude becomes. */
function unwrapped(ring: Ring): Point[] {
  let before = ring[0]?.[0] ?? 0;
  return ring.map(([lon, lat]): Point => {
    const turns = Math.round((before - lon) / (2 * HALF_TURN));
    before = lon + turns * 2 * HALF_TURN;
    return [before, lat];
  });
}

/** What of the ring lies inside, cut along a meridian (Sutherland and Hodgman, 1974). */
function clipped(ring: readonly Point[], meridian: number, inside: (lon: number) => boolean): Point[] {
  return ring.flatMap((point, index) => {
    const next = ring[(index + 1) % ring.length]!;
    const kept = inside(point[0]) ? [point] : [];
    if (inside(point[0]) === inside(next[0])) return kept;
    const share = (meridian - point[0]) / (next[0] - point[0]);
    const edge: Point = [meridian, point[1] + share * (next[1] - point[1])];
    return [...kept, edge];
  });
}
