/**
 * What linking costs in a record: processor time for one more report of 500
 * words (that of the server's processes counted in), beside that of a fixed piece
 * of work, and the most memory that the process that links held, as the record
 * grows by a generated stream of wire days, which this process makes and stores.
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
import { type OpenRecord, openRecord } from "../../src/record/index.ts";
import type { CodedEntry, RunItem } from "../../src/record/types.ts";
import type { Figure } from "../types.ts";
import { Linker } from "./linker.ts";
import { type NewsSentences, newsSentences } from "./news-words.ts";
import { pieceMs, serverMs } from "./processor-time.ts";
import { wireDay } from "./wire-day.ts";

/** Five days of a stream: 400 reports a day, of which four tell one event on the average. */
const STRETCH = { events: 500, reports: 2000, days: 5, sentences: 22 };
const BATCH = 400;
const FIRST_DAY = "2001-01-01";

export interface Cost {
  readonly reports: number;
  /** Processor time of linking for one report, over the last stretch. */
  readonly linkMs: number;
  /** Of it, that of the database's server. */
  readonly serverMs: number;
  /** Processor time of the fixed piece of work, between the batches of the stretch. */
  readonly pieceMs: number;
  /** The most memory that the process that links held by now. */
  readonly memoryMb: number;
}

/** A stream of reports into records, day after day. */
export class RecordFiller {
  readonly #further: NewsSentences | undefined;
  #items: RunItem[] = [];
  #stretch = 0;
  /** Reports that were given out by now. */
  stored: number;

  readonly #place: string;

  /** @param place of the records that are filled
   * @param further what reports go on with: words as common as in news, or (undefined) words that all of them share
   * @param begun reports of the stream that the record holds already, whole stretches of them */
  constructor(place: string, further: NewsSentences | undefined, begun = 0) {
    this.#place = place;
    this.#further = further;
    this.stored = begun;
    this.#stretch = begun / STRETCH.reports;
  }

  /** Stores reports and has them linked until there are so many, and tells the cost of the last of them. */
  async fill(record: OpenRecord, linker: Linker, reports: number): Promise<Cost> {
    const run = await record.startRun("bench", []);
    const last = Math.max(this.stored, reports - STRETCH.reports);
    const costs: [own: number, server: number, piece: number][] = [];
    let linked = 0;
    while (this.stored < reports) {
      const items = this.#next(Math.min(BATCH, reports - this.stored));
      await record.write(run, items);
      const server = serverMs(this.#place);
      const cost = [await linker.link(), serverMs(this.#place) - server] as const;
      this.stored += items.length;
      if (this.stored <= last) continue;
      costs.push([...cost, pieceMs()]);
      linked += items.length;
    }
    await record.endRun(run, "done");
    const sum = (which: 0 | 1 | 2) => costs.reduce((all, cost) => all + cost[which], 0);
    return {
      reports: this.stored,
      linkMs: (sum(0) + sum(1)) / linked,
      serverMs: sum(1) / linked,
      pieceMs: sum(2) / costs.length,
      memoryMb: linker.peakMb,
    };
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
  place: string,
  sizes: readonly number[],
  further: NewsSentences | undefined,
): Promise<Cost[]> {
  const record = await openRecord(place);
  const linker = new Linker(place);
  const filler = new RecordFiller(place, further);
  const costs: Cost[] = [];
  for (const size of sizes) costs.push(await filler.fill(record, linker, size));
  await linker.close();
  await record.close();
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

/** The cost as a line of a table. */
export function costLine({ reports, linkMs, serverMs: server, pieceMs: piece, memoryMb }: Cost): string {
  const ms = [linkMs, server].map((each) => `${each.toFixed(2)} ms`);
  return [reports, ...ms, `piece ${piece.toFixed(1)} ms`, `${memoryMb} MB`].join("\t");
}

/** Figures of a small record on SQLite. */
export async function measureRecordCost(short: boolean): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-bench-linking-"));
  try {
    const sizes = short ? [400, 2000] : [2000, 6000];
    const costs = await recordCosts(join(folder, "bench.db"), sizes, newsSentences());
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
  for (const cost of await recordCosts(place, sizes.map(Number), shared ? undefined : newsSentences()))
    console.log(costLine(cost));
}
