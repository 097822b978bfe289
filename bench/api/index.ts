/**
 * How long the lists of a large record take that pages and clients ask for:
 * searches, filters, the brush of a timeline, over mentions and over events, at
 * a million mentions (20,000 with --short), on SQLite and, where
 * CHANCERY_TEST_POSTGRES names a server, on PostgreSQL. Each figure is the 95th
 * percentile of a fixed series of calls, some of which find nothing, in
 * processor time, the server's too where it runs on this machine; else time on
 * the clock. The record is made once and kept, for that takes minutes.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../src/record/db.ts";
import { type OpenRecord, openRecord } from "../../src/record/index.ts";
import { SCHEMA_VERSION } from "../../src/record/migrations/index.ts";
import type { EventFilter } from "../../src/record/types.ts";
import type { Figure, MeasureOptions } from "../types.ts";
import { fillEvents } from "./fill-events.ts";
import { CODES, chance, fillLarge, wordOf } from "./large-record.ts";
import { type ServerTime, watchServer } from "./server-time.ts";

const LARGE = 1_000_000;
const SHORT = 20_000;
const CALLS = 100;
const LIMIT = 50;
/** The quickest of so many is taken: the others waited for other work of the machine. */
const REPEATS = 3;
/** Times on a shared machine swing by so much. */
const MARGIN = 1;

type Ask = (record: OpenRecord, filter: EventFilter) => Promise<unknown>;

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
  return figures;
}

const lists: Ask = (each, filter) => each.listMentions(filter, { limit: LIMIT });
const events: Ask = (each, filter) => each.listEvents(filter, { limit: LIMIT });
const days: Ask = (each, filter) => each.eventDays(filter);

/** What is asked, and with which filters. */
export const SERIES: readonly (readonly [name: string, ask: Ask, filters: () => EventFilter[]])[] = [
  ["search", lists, searches],
  ["search-events", events, searches],
  ["filter", lists, filters],
  ["filter-events", events, filters],
  ["brush", days, brushes],
  ["brush-list", events, brushes],
];

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
  await act();
  const clock = performance.now() - began;
  const { user, system } = process.cpuUsage(own);
  const after = server === null ? 0 : await server.spent();
  return before === null || after === null ? clock : (user + system) / 1_000 + after - before;
}

function made(seed: number, one: (next: () => number, n: number) => EventFilter): EventFilter[] {
  const next = chance(seed);
  return Array.from({ length: CALLS }, (_, n) => one(next, n));
}

/** One word to three, frequent and rare, some in a row, some with a party, some that nothing has. */
function searches(): EventFilter[] {
  return made(11, (next, n) => {
    const words = Array.from({ length: 1 + (n % 3) }, () => wordOf(Math.floor(20_000 ** next())));
    if (n % 10 === 9) return { search: `${words.join(" ")} nowhere` };
    if (n % 10 === 8) return { search: words.join(" "), actor: codeOf(next) };
    return { search: n % 5 === 4 ? `"${words.join(" ")}"` : words.join(" ") };
  });
}

function filters(): EventFilter[] {
  return made(12, (next, n) => {
    const [one, other] = [codeOf(next), codeOf(next)];
    const since = dayOf(next);
    const ways: EventFilter[] = [
      { actor: one },
      { recipient: one },
      { between: [one, other] },
      { between: [one, other], types: ["CONCEDE"] },
      { actor: one, recipient: other, since },
      { types: ["SANCTION"], since },
      { types: ["ASSAULT", "COERCE"], until: since },
      { since },
      { actor: "XXX" },
      { outlet: "Outlet 3", since },
    ];
    return ways[n % ways.length] ?? {};
  });
}

/** Stretches of a week to two years, one in three for one actor. */
function brushes(): EventFilter[] {
  return made(13, (next, n) => {
    const since = dayOf(next);
    const until = new Date(Date.parse(since) + (7 + next() * 720) * 86_400_000).toISOString().slice(0, 10);
    return n % 3 === 0 ? { since, until, actor: codeOf(next) } : { since, until };
  });
}

function codeOf(next: () => number): string {
  return CODES[Math.floor(CODES.length ** next()) - 1] ?? "USA";
}

function dayOf(next: () => number): string {
  return new Date(Date.UTC(2010, 0, 1) + Math.floor(next() * 3_600) * 86_400_000).toISOString().slice(0, 10);
}

/** The records to measure, filled. */
async function places(mentions: number, short: boolean): Promise<[string, string][]> {
  const found: [string, string][] = [["sqlite", await sqlitePlace(mentions, short)]];
  const server = process.env.CHANCERY_TEST_POSTGRES;
  if (server !== undefined && server !== "") found.push(["postgres", await postgresPlace(server, mentions)]);
  return found;
}

/** Changes when what fills the record does. */
function version(mentions: number): string {
  const code = ["large-record.ts", "fill-events.ts"].map((file) =>
    readFileSync(new URL(file, import.meta.url)),
  );
  const hash = createHash("sha256").update(Buffer.concat(code)).digest("hex").slice(0, 8);
  return `${mentions}-${SCHEMA_VERSION}-${hash}`;
}

async function sqlitePlace(mentions: number, short: boolean): Promise<string> {
  const cache = new URL("../../.cache/", import.meta.url).pathname;
  mkdirSync(cache, { recursive: true });
  const path = join(
    short ? mkdtempSync(join(tmpdir(), "chancery-bench-api-")) : cache,
    `large-${version(mentions)}.db`,
  );
  if (short) process.on("exit", () => rmSync(join(path, ".."), { recursive: true, force: true }));
  if (existsSync(path)) return path;
  const fresh = `${path}.new`;
  for (const tail of ["", "-wal", "-shm"]) rmSync(`${fresh}${tail}`, { force: true });
  await fill(fresh, mentions);
  renameSync(fresh, path);
  return path;
}

async function postgresPlace(server: string, mentions: number): Promise<string> {
  const { default: pg } = await import("pg");
  const name = `chancery_large_${version(mentions).replaceAll("-", "_")}`;
  const target = new URL(server);
  target.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount === 1) return target.href;
    await client.query(`drop database if exists ${name}_new with (force)`);
    await client.query(`create database ${name}_new`);
    target.pathname = `/${name}_new`;
    await fill(target.href, mentions);
    await client.query(`alter database ${name}_new rename to ${name}`);
  } finally {
    await client.end();
  }
  target.pathname = `/${name}`;
  return target.href;
}

async function fill(target: string, mentions: number): Promise<void> {
  const record = await openRecord(target);
  await fillLarge(record, mentions);
  await record.close();
  const database = await openDatabase(target);
  await fillEvents(database);
  await database.kysely.destroy();
}
