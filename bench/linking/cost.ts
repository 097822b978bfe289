/**
 * What linking one more report of 500 words costs: processor time of one core for reading
 * and linking it, with indexes of growing size. Run alone with sizes as
 * arguments it prints the curve of docs/linking.md:
 * `node bench/linking/cost.ts 10000 100000 1000000`.
 */
import { dayFromNumber } from "../../src/base/index.ts";
import { loadLinkingKnowledge } from "../../src/knowledge/linking.ts";
import { createLinking, type Linking } from "../../src/linking/index.ts";
import type { WordCounts } from "../../src/linking/types.ts";
import type { Figure } from "../types.ts";
import { SortedIndex } from "./sorted-index.ts";
import { wireDay } from "./wire-day.ts";

const BASE = { events: 100, reports: 2000, day: "2001-01-01", days: 5, sentences: 22 };
const TIMED = 400;
const COUNTS: WordCounts = { reports: 0, of: () => 0 };

/** Milliseconds of one core for a report, with an index of so many. */
export async function costOf(linking: Linking, size: number): Promise<{ read: number; link: number }> {
  const base = wireDay({ ...BASE, seed: 3 }).reports.map((report) => linking.read(report, COUNTS));
  const index = new SortedIndex(base, size);
  const last = dayFromNumber(SortedIndex.lastDay(base, size));
  const fresh = wireDay({ ...BASE, events: 50, seed: 3, day: last }).reports;
  const warm = fresh.slice(0, 100);
  for (const report of warm) await linking.linkReport(linking.read(report, COUNTS), index);
  const timed = fresh.slice(100, 100 + TIMED);
  const begun = process.cpuUsage();
  const reads = timed.map((report) => linking.read(report, COUNTS));
  const between = process.cpuUsage(begun);
  for (const read of reads) await linking.linkReport(read, index);
  const whole = process.cpuUsage(begun);
  const ms = (usage: NodeJS.CpuUsage) => (usage.user + usage.system) / 1000 / TIMED;
  return { read: ms(between), link: ms(whole) - ms(between) };
}

export async function measureCost(linking: Linking, short: boolean): Promise<Figure[]> {
  const sizes = short ? [2_000, 20_000] : [10_000, 100_000];
  const costs: number[] = [];
  for (const size of sizes) {
    const { read, link } = await costOf(linking, size);
    costs.push(read + link);
  }
  const end = short ? "-short" : "";
  return [
    { name: `linking/ms-per-report${end}`, value: costs[1]!, unit: "ms", higherIsBetter: false, margin: 0.6 },
    {
      name: `linking/cost-growth-tenfold${end}`,
      value: costs[1]! / costs[0]!,
      unit: "",
      higherIsBetter: false,
      margin: 0.6,
    },
  ];
}

if (process.argv[1]?.endsWith("cost.ts") === true) {
  const linking = createLinking(loadLinkingKnowledge());
  for (const size of process.argv.slice(2).map(Number)) {
    const { read, link } = await costOf(linking, size);
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    console.log(`${size}\tread ${read.toFixed(2)} ms\tlink ${link.toFixed(2)} ms\t${memory} MB`);
  }
}
