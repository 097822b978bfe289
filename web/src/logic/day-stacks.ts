/**
 * Events of a line of days as marks: those of one day stand on each other,
 * cooperation above the line, conflict below, side by side where a day is wide
 * enough. What has more lines of reporting is larger.
 */
import type { TimeScale } from "./time-scale.ts";

export interface StackedEvent {
  readonly id: string;
  readonly day: string;
  readonly quad: number;
  readonly lines: number;
}

export interface StackedMark<Event> {
  readonly event: Event;
  /** From the left edge. */
  readonly x: number;
  /** From the line of days; above it is negative. */
  readonly y: number;
  readonly radius: number;
}

const GAP = 2;
/** Space between the line of days and the first mark. */
const LIFT = 6;
const SMALLEST = 3;
const LARGEST_TO_TRY = 6;

/** Radius of a mark: area grows with the lines. */
export function markRadius(lines: number, one: number): number {
  return Math.min(one * 3.2, one * Math.sqrt(Math.max(1, lines)));
}

/** Marks of all events, as large as fits; null where they do not fit at all and must be drawn as bars.
 * @param half height above and below the line */
export function dayStacks<Event extends StackedEvent>(
  events: readonly Event[],
  scale: TimeScale,
  half: number,
): StackedMark<Event>[] | null {
  const sides = new Map<string, Event[]>();
  for (const event of events) {
    const side = `${event.day} ${event.quad <= 2 ? "up" : "down"}`;
    const list = sides.get(side) ?? [];
    list.push(event);
    sides.set(side, list);
  }
  for (let one = LARGEST_TO_TRY; one >= SMALLEST; one -= 0.5) {
    const marks = [...sides.values()].flatMap((list) => stack(list, scale, one));
    if (marks.every(({ y, radius }) => Math.abs(y) + radius <= half)) return marks;
  }
  return null;
}

/** Rows of as many marks as the day is wide; the largest nearest to the line. */
function stack<Event extends StackedEvent>(
  list: readonly Event[],
  scale: TimeScale,
  one: number,
): StackedMark<Event>[] {
  const sorted = [...list].sort((a, b) => b.lines - a.lines || b.quad - a.quad);
  const marks: StackedMark<Event>[] = [];
  let height = LIFT;
  for (let at = 0; at < sorted.length; ) {
    const row: { event: Event; radius: number }[] = [];
    let width = 0;
    do {
      const radius = markRadius(sorted[at]!.lines, one);
      row.push({ event: sorted[at]!, radius });
      width += 2 * radius + GAP;
      at++;
    } while (at < sorted.length && width + 2 * markRadius(sorted[at]!.lines, one) <= scale.dayWidth - 4);
    const tallest = Math.max(...row.map(({ radius }) => radius));
    const sign = row[0]!.event.quad <= 2 ? -1 : 1;
    let x = scale.x(row[0]!.event.day) + (scale.dayWidth - width + GAP) / 2;
    for (const { event, radius } of row) {
      marks.push({ event, x: x + radius, y: sign * (height + tallest), radius });
      x += 2 * radius + GAP;
    }
    height += 2 * tallest + GAP;
  }
  return marks;
}
