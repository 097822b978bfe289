/** Events in, marks for a map out: for each place its coordinates and how much cooperation and conflict happened there. */
import type { EventLine } from "../api/types.ts";

export interface MapMark {
  /** Place or state by which it is found again. */
  readonly key: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly cooperation: number;
  readonly conflict: number;
}

export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

/** Marks, the largest first, and the number of events without a place.
 * @param project the point of coordinates
 * @param stateAt the point of a state by its code */
export function mapMarks(
  events: readonly EventLine[],
  project: (lon: number, lat: number) => readonly [number, number],
  stateAt: (code: string) => MapPoint | null,
): { readonly marks: readonly MapMark[]; readonly placeless: number } {
  const marks = new Map<
    string,
    { key: string; name: string; x: number; y: number; cooperation: number; conflict: number }
  >();
  let placeless = 0;
  for (const { event_loc: place, quad_code } of events) {
    const point = place === null ? null : pointOf(place, project, stateAt);
    if (place === null || point === null) {
      placeless++;
      continue;
    }
    const mark = marks.get(place.name) ?? {
      key: place.name,
      name: place.name,
      ...point,
      cooperation: 0,
      conflict: 0,
    };
    if (quad_code <= 2) mark.cooperation++;
    else mark.conflict++;
    marks.set(place.name, mark);
  }
  const total = (mark: MapMark) => mark.cooperation + mark.conflict;
  return { marks: [...marks.values()].sort((a, b) => total(b) - total(a)), placeless };
}

function pointOf(
  place: NonNullable<EventLine["event_loc"]>,
  project: (lon: number, lat: number) => readonly [number, number],
  stateAt: (code: string) => MapPoint | null,
): MapPoint | null {
  if (place.lat !== null && place.lon !== null) {
    const [x, y] = project(place.lon, place.lat);
    return { x, y };
  }
  return place.code === null ? null : stateAt(place.code);
}
