/**
 * What linking costs in a record: processor time for one more report of 500
 * words, and memory, as the record grows by a generated stream of wire days.
 * `node bench/linking/record-cost.ts PLACE 10000 30000 100000` fills the record
 * at PLACE (a file or a postgres:// URL, empty) and prints the curve of docs/linking.md;
 * with --shared-words all reports share their words, far more than in news.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays } from "../../src/base/index.ts";
import { splitSentences } from "../../src/linking/text/split-sentences.ts";
import type { LinkReport } from "../../src/linking/types.ts";
import { linkRecord } from "../../src/pipeline/index.ts";
import { type OpenRecord, openRecord } from "../../src/record/index.ts";
import type { CodedEntry, RunItem } from "../../src/record/types.ts";
import type { Figure } from "../types.ts";
import { type NewsSentences, newsSentences } from "./news-words.ts";
import { wireDay } from "./wire-day.ts";

/** Five days of a stream: 400 reports a day, of which four tell one event on the average. */
const STRETCH = { events: 500, reports: 2000, days: 5, sentences: 22 };
const BATCH = 400;
const FIRST_DAY = "2001-01-01";

interface Cost {
  readonly reports: number;
  /** Processor time of linking for one report, over the last stretch. */
  readonly linkMs: number;
  readonly memoryMb: number;
}

/** A stream of reports into records, day after day. */
export class RecordFiller {
  readonly #further: NewsSentences | undefined;
  #items: RunItem[] = [];
  #stretch = 0;
  /** Reports that were given out by now. */
  stored = 0;

  /** @param further what reports go on with: words as common as in news, or (undefined) words that all of them share */
  constructor(further: NewsSentences | undefined) {
    this.#further = further;
  }

  /** Stores and links reports until there are so many, and tells the cost of the last of them. */
  async fill(record: OpenRecord, reports: number): Promise<Cost> {
    const run = await record.startRun("bench", []);
    const last = Math.max(this.stored, reports - STRETCH.reports);
    let linkMs = 0;
    let linked = 0;
    while (this.stored < reports) {
      const items = this.#next(Math.min(BATCH, reports - this.stored));
      await record.write(run, items);
      const before = process.cpuUsage();
      await linkRecord(record);
      const { user, system } = process.cpuUsage(before);
      this.stored += items.length;
      if (this.stored <= last) continue;
      linkMs += (user + system) / 1000;
      linked += items.length;
    }
    await record.endRun(run, "done");
    const memoryMb = Math.round(process.memoryUsage().rss / 2 ** 20);
    return { reports: this.stored, linkMs: linkMs / linked, memoryMb };
  }

  #next(count: number): RunItem[] {
    if (this.#items.length === 0) {
      const day = addDays(FIRST_DAY, this.#stretch * STRETCH.days);
      const further = this.#further && { further: this.#further };
      const { reports } = wireDay({ ...STRETCH, seed: this.#stretch + 1, day, ...further });
      this.#items = reports.map((report) => itemOf(report, this.#stretch));
      this.#stretch++;
    }
    return this.#items.splice(0, count);
  }
}

/** Fills the record and tells the cost at each size. */
async function recordCosts(
  record: OpenRecord,
  sizes: readonly number[],
  further: NewsSentences | undefined,
): Promise<Cost[]> {
  const filler = new RecordFiller(further);
  const costs: Cost[] = [];
  for (const size of sizes) costs.push(await filler.fill(record, size));
  return costs;
}

function itemOf(report: LinkReport, stretch: number): RunItem {
  const id = `r_${String(stretch).padStart(5, "0")}${report.id}`;
  const sentences = splitSentences(report.text).map(({ start, end }) => ({
    start,
    end,
    paragraph: 0,
    cut: null,
  }));
  const entry: CodedEntry = {
    report: {
      id,
      givenId: id,
      url: null,
      outlet: report.outlet,
      title: report.title,
      authors: [],
      date: report.date,
      dateBasis: "given",
      dateSpan: null,
      language: "en",
      text: report.text,
      sections: [{ kind: "body", start: 0, end: report.text.length }],
      datelines: [],
      origin: "bench",
      bytesHash: id,
    },
    sentences,
    mentions: report.mentions.map(({ id: _id, ...mention }) => mention),
    statements: [],
    clues: [],
    times: [],
    skippedSentences: 0,
    coder: "bench",
  };
  return { kind: "coded", entry, inputHash: id };
}

/** Figures of a small record on SQLite. */
export async function measureRecordCost(short: boolean): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-bench-linking-"));
  try {
    const record = await openRecord(join(folder, "bench.db"));
    const sizes = short ? [400, 2000] : [2000, 6000];
    const costs = await recordCosts(record, sizes, newsSentences());
    await record.close();
    const end = short ? "-short" : "";
    const lower = { unit: "ms", higherIsBetter: false, margin: 0.6 };
    return [{ name: `linking/record-ms-per-report${end}`, value: costs.at(-1)!.linkMs, ...lower }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith("record-cost.ts") === true) {
  const shared = process.argv.includes("--shared-words");
  const [place = "", ...sizes] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
  const record = await openRecord(place);
  const further = shared ? undefined : newsSentences();
  for (const { reports, linkMs, memoryMb } of await recordCosts(record, sizes.map(Number), further))
    console.log(`${reports}\t${linkMs.toFixed(2)} ms\t${memoryMb} MB`);
  await record.close();
}
