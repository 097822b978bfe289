/**
 * How long the answers of a large record take that pages and clients ask for:
 * searches, filters, the brush of a timeline, facets, front pages and pairs, over
 * mentions and over events, at a million mentions (20,000 with --short), on SQLite and, where
 * CHANCERY_TEST_POSTGRES names a server, on PostgreSQL. Each figure is the 95th
 * percentile of a fixed series of calls, some of which find nothing, in
 * processor time, the server's too where it runs on this machine; else time on
 * the clock. The record is made once and kept, for that takes minutes. Then what
 * many connections at once take (connections.ts).
 */
import { Fault } from "../../src/base/index.ts";
import { type OpenRecord, openRecord } from "../../src/record/index.ts";
import type { EventFilter } from "../../src/record/types.ts";
import type { Figure, MeasureOptions } from "../types.ts";
import { holdConnections } from "./connections.ts";
import { places } from "./places.ts";
import { type Ask, SERIES } from "./series.ts";
import { type ServerTime, watchServer } from "./server-time.ts";

const LARGE = 1_000_000;
const SHORT = 20_000;
/** The quickest of so many is taken: the others waited for other work of the machine. */
const REPEATS = 3;
/** So long may a question take on PostgreSQL. */
const BROKEN_OFF_MS = 1_000;
/** Times on a shared machine swing by so much. */
const MARGIN = 1;

/** The 95th percentile of each series, in milliseconds. */
export async function measure({ short }: Pick<MeasureOptions, "short">): Promise<Figure[]> {
  const mentions = short ? SHORT : LARGE;
  const end = short ? "-short" : "";
  const figures: Figure[] = [];
  for (const [name, target] of await places(mentions, short)) {
    const record = await openRecord(target, { readOnly: true });
    const server = record.kind === "postgres" ? await watchServer(target) : null;
    try {
      for (const [series, ms] of await allSeries(record, server))
        figures.push({
          name: `api/${name}-${series}${end}`,
          value: Math.round(ms * 10) / 10,
          unit: "ms",
          higherIsBetter: false,
          margin: MARGIN,
        });
    } finally {
      await server?.close();
      await record.close();
    }
  }
  if (!short) figures.push(...(await connectionFigures()));
  return figures;
}

async function connectionFigures(): Promise<Figure[]> {
  const held = await holdConnections();
  if (held === null) return [];
  const figure = (name: string, value: number, unit: string): Figure => ({
    name: `api/connections-${name}`,
    value: Math.round(value),
    unit,
    higherIsBetter: false,
    margin: MARGIN,
  });
  return [figure("memory", held.rssMb, "MB"), figure("slowest-answer", held.slowestMs, "ms")];
}

async function allSeries(record: OpenRecord, server: ServerTime | null): Promise<[string, number][]> {
  const found: [string, number][] = [];
  for (const [name, ask, filtersOf] of SERIES)
    found.push([`${name}-p95`, await p95(record, server, ask, filtersOf())]);
  return found;
}

async function p95(
  record: OpenRecord,
  server: ServerTime | null,
  ask: Ask,
  series: readonly EventFilter[],
): Promise<number> {
  const times: number[] = [];
  for (const filter of series) {
    let best = Number.POSITIVE_INFINITY;
    for (let n = 0; n < REPEATS; n += 1)
      best = Math.min(best, await timeOf(server, () => ask(record, filter)));
    times.push(best);
  }
  times.sort((a, b) => a - b);
  return times[Math.ceil(times.length * 0.95) - 1] ?? 0;
}

/** Processor time of this process and of the server; on the clock where the server's cannot be seen. In milliseconds. */
async function timeOf(server: ServerTime | null, act: () => Promise<unknown>): Promise<number> {
  const before = server === null ? 0 : await server.spent();
  const began = performance.now();
  const own = process.cpuUsage();
  try {
    await act();
  } catch (error) {
    // On a busy machine the clock ends a question that has not had a processor for long.
    if (error instanceof Fault && error.code === "record/too-slow") return BROKEN_OFF_MS;
    throw error;
  }
  const clock = performance.now() - began;
  const { user, system } = process.cpuUsage(own);
  const after = server === null ? 0 : await server.spent();
  return before === null || after === null ? clock : (user + system) / 1_000 + after - before;
}
