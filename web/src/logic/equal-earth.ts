/**
 * Longitude and latitude to a flat map on which areas are true to each other.
 * @see Šavrič, Patterson, Jenny: The Equal Earth map projection, 2018
 */
const A = [1.340264, -0.081106, 0.000893, 0.003796] as const;
const M = Math.sqrt(3) / 2;
/** Half the width and height of the whole world in units of the projection. */
const HALF_WIDTH = 2.7066299836960748;
const HALF_HEIGHT = 1.3173627591574133;

/** Width of the map in its own units. */
export const MAP_WIDTH = 2000;
/** Height of the map in its own units. */
export const MAP_HEIGHT = Math.round((MAP_WIDTH * HALF_HEIGHT) / HALF_WIDTH);

/** The point of the map, x to the right and y down. */
export function equalEarth(lon: number, lat: number): readonly [x: number, y: number] {
  const t = Math.asin(M * Math.sin((lat * Math.PI) / 180));
  const t2 = t * t;
  const t6 = t2 * t2 * t2;
  const x =
    (((lon * Math.PI) / 180) * Math.cos(t)) / (M * (A[0] + 3 * A[1] * t2 + t6 * (7 * A[2] + 9 * A[3] * t2)));
  const y = t * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2));
  const scale = MAP_WIDTH / (2 * HALF_WIDTH);
  return [round((x + HALF_WIDTH) * scale), round((HALF_HEIGHT - y) * scale)];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
