/** Counting on a synthetic wire day: events, their mentions and their independent lines against the truth. */
import type { Linking } from "../../src/linking/index.ts";
import type { Figure } from "../types.ts";
import { bCubed } from "./score-clusters.ts";
import { wireDay } from "./wire-day.ts";

const DAY = { events: 200, reports: 5000, seed: 11, day: "2017-03-06", days: 5 };

export async function measureCounting(linking: Linking, short: boolean): Promise<Figure[]> {
  const size = short ? { ...DAY, events: 40, reports: 600 } : DAY;
  const truth = wireDay(size);
  const linked = await linking.linkReports(truth.reports);
  const found = new Map(
    linked.events.flatMap((event) => event.mentions.map((id) => [id, event.id] as const)),
  );
  const lines = linked.events.reduce((sum, event) => sum + event.lines, 0);
  const end = short ? "-short" : "";
  return [
    share(
      `linking/count-events-off${end}`,
      Math.abs(linked.events.length - truth.events) / truth.events,
      false,
    ),
    share(`linking/count-events-b3${end}`, bCubed(truth.eventOf, found).f1, true),
    share(`linking/count-lines-off${end}`, Math.abs(lines - truth.lines) / truth.lines, false),
  ];
}

function share(name: string, value: number, higherIsBetter: boolean): Figure {
  return { name, value, unit: "", higherIsBetter };
}
