/**
 * What the record costs: processor time to store a report, and the time that
 * lists and searches take in a record of 50,000 mentions. Entries are made by
 * hand (22 sentences, 10 mentions each), so that no other stage is measured.
 * Run alone with `node bench/record/index.ts`.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenRecord, openRecord } from "../../src/record/index.ts";
import { entry, item, party } from "../../src/record/testing/entries.ts";
import type { MentionFilter } from "../../src/record/types.ts";
import type { Figure, MeasureOptions } from "../types.ts";

const MENTIONS = 10;
const BATCH = 50;
/** Times on a shared machine swing by so much. */
const MARGIN = 0.5;
const CODES = ["KEN", "GHA", "USA", "RUS", "CHN", "FRA", "IND", "BRA"];
const SENTENCE =
  "The foreign ministers of Kenya and Ghana met in Accra on Friday to speak about trade and peace.";
const TEXT = Array.from({ length: 22 }, (_, n) => `${n + 1} ${SENTENCE}`).join(" ");

/** Cost of storing, size, and times of lists. */
export async function measure(
  { short }: Pick<MeasureOptions, "short"> = { short: false },
): Promise<Figure[]> {
  const reports = short ? 1000 : 5000;
  const end = short ? "-short" : "";
  const folder = mkdtempSync(join(tmpdir(), "chancery-bench-record-"));
  const path = join(folder, "bench.db");
  try {
    const record = await openRecord(path);
    const storeMs = await fill(record, reports);
    const figures = [
      lower(`record/store-cpu${end}`, storeMs, "ms"),
      ...(await lists(record)).map(([name, ms]) => lower(`record/${name}${end}`, ms, "ms")),
    ];
    await record.close();
    return [
      ...figures,
      lower(`record/size${end}`, statSync(path).size / reports / 1024, "KiB a report", 0.1),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lower(name: string, value: number, unit: string, margin = MARGIN): Figure {
  return { name, value: Math.round(value * 100) / 100, unit, higherIsBetter: false, margin };
}

/** Processor time for one report, in milliseconds. */
async function fill(record: OpenRecord, reports: number): Promise<number> {
  const run = await record.startRun("bench", []);
  let cpu = 0;
  for (let first = 0; first < reports; first += BATCH) {
    const items = Array.from({ length: BATCH }, (_, n) => item(entryOf(first + n)));
    const before = process.cpuUsage();
    await record.write(run, items);
    const { user, system } = process.cpuUsage(before);
    cpu += (user + system) / 1000;
  }
  return cpu / reports;
}

function entryOf(n: number) {
  const code = (at: number) => CODES[at % CODES.length] as string;
  const mentions = Array.from({ length: MENTIONS }, (_, m) => ({
    word: "met",
    at: m,
    trigger: { start: m * 10, end: m * 10 + 3 },
    date: `2017-${String(1 + ((n + m) % 12)).padStart(2, "0")}-${String(1 + (n % 28)).padStart(2, "0")}`,
    actor: [party(code(n), "one side")],
    recipient: [party(code(n + m + 1), "the other side")],
  }));
  return entry(`Report ${n}. ${TEXT}`, { date: "2017-06-01", title: `Report ${n}` }, mentions);
}

async function lists(record: OpenRecord): Promise<[string, number][]> {
  const filters: Record<string, MentionFilter> = {
    "list-all": {},
    "list-actor": { actor: "KEN" },
    "list-between": { between: ["USA", "RUS"] },
    "list-search": { search: "accra" },
    "list-days": { since: "2017-05-01", until: "2017-05-07" },
  };
  const times: [string, number][] = [];
  for (const [name, filter] of Object.entries(filters)) {
    let best = Number.POSITIVE_INFINITY;
    for (let n = 0; n < 5; n += 1) {
      const began = performance.now();
      const { lines } = await record.listMentions(filter, { limit: 200 });
      if (lines.length !== 200) throw new Error(`${name} gave ${lines.length} lines`);
      best = Math.min(best, performance.now() - began);
    }
    times.push([name, best]);
  }
  return times;
}

if (import.meta.main) console.table(await measure());
