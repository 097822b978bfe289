/**
 * How fast and how large: text to mentions with two worker threads, the whole
 * command `read` with the record over reports of 500 words and over real pages,
 * its peak memory, and the time that commands take to start. Run alone with
 * `node bench/speed/index.ts`; `--pages` reads the pages alone.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inOrder } from "../../src/pipeline/in-order.ts";
import { createPool, STAGES } from "../../src/pipeline/index.ts";
import { memoryOf } from "../memory-of.ts";
import type { Figure, MeasureOptions } from "../types.ts";
import { realReports, syntheticReports } from "./reports.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));
const COMMAND = fileURLToPath(new URL("../../bin/chancery.js", import.meta.url));
const DATA = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const WORKERS = 2;
const DAY = "2017-08-10";
/** Reports that all copy from one another: linking them costs more with each. */
const COPYING = 200;
/** petrarch2 with CoreNLP, as its README says: over 1,000 reports an hour. */
const BEST = "0.3 (petrarch2 with CoreNLP)";
/** Speed on a shared machine swings by so much. */
const MARGIN = 0.4;

/** Reports a second, memory, starts. */
export async function measure(
  { data, short }: MeasureOptions = { data: DATA, short: false },
): Promise<Figure[]> {
  const count = short ? 200 : 1000;
  const texts = syntheticReports(EXAMPLES, count);
  const coding = await codingSpeed(texts);
  const figures = [
    speed("speed/coding", coding.reportsPerSecond, BEST),
    lower("speed/coding-cpu", coding.cpuMs, "ms a report"),
  ];
  const raw = join(data, "raw", "insight-crime.jsonl.gz");
  if (!short && existsSync(raw)) {
    const reports = realReports(raw, 800);
    const real = await codingSpeed(reports);
    figures.push(speed("speed/coding-real", real.reportsPerSecond, BEST));
    figures.push(lower("speed/coding-real-cpu", real.cpuMs, "ms a report"));
    figures.push(...(await reading("speed/read-real", reports)));
  }
  // Sentences from one small pool: every report copies from every other, and what hangs together is all of them.
  figures.push(...(await reading("speed/read", texts.slice(0, COPYING))));
  if (!short) figures.push(...(await pagesRun(data)));
  const starts: readonly (readonly [string, readonly string[]])[] = [
    ["speed/start-steps", ["steps"]],
    ["speed/start-mentions", ["mentions", "--limit", "1"]],
    ["speed/start-parse", ["parse"]],
    ["speed/start-explain", ["explain", "r_"]],
  ];
  const folder = await smallRecord(texts.slice(0, 5));
  try {
    for (const [name, args] of starts)
      figures.push(lower(name, await startMs(await filled(args, folder), folder), "ms"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}

/** Reports into a record, links included: reports a second on the clock, memory. */
async function reading(name: string, texts: readonly string[]): Promise<Figure[]> {
  const read = await readRun("in.jsonl", jsonLines(texts));
  const figures = [speed(name, texts.length / read.seconds)];
  if (read.peakMb !== null) figures.push(lower(`${name}-peak-memory`, read.peakMb, "MB", 0.15));
  return figures;
}

function speed(name: string, value: number, best?: string): Figure {
  const rounded = Math.round(value * 10) / 10;
  const figure = { name, value: rounded, unit: "reports/s", higherIsBetter: true, margin: MARGIN };
  return best === undefined ? figure : { ...figure, best };
}

function lower(name: string, value: number, unit: string, margin = MARGIN): Figure {
  return { name, value: Math.round(value), unit, higherIsBetter: false, margin };
}

/** Text to mentions, the start of the workers left out: reports a second on the clock, and processor time of all
 * threads for one report, which says more where the machine is shared. */
async function codingSpeed(texts: readonly string[]): Promise<{ reportsPerSecond: number; cpuMs: number }> {
  const pool = createPool({ workers: WORKERS, stages: STAGES, coder: "bench", cpuLimitMs: 20_000 });
  const code = (text: string) => {
    const request = { id: null, text, date: DAY, actor: null, recipient: null };
    return pool.run({ kind: "filter", request } as const);
  };
  try {
    await Promise.all(texts.slice(0, 20).map(code));
    const began = performance.now();
    const cpu = process.cpuUsage();
    const results = inOrder(each(texts), WORKERS * 8, code);
    for (;;) {
      const one = await results.next(60_000);
      if (one === undefined) break;
      if (one !== null && !one.ok) throw new Error(`a report failed: ${one.code} ${one.message}`);
    }
    const { user, system } = process.cpuUsage(cpu);
    return {
      reportsPerSecond: (texts.length / (performance.now() - began)) * 1000,
      cpuMs: (user + system) / 1000 / texts.length,
    };
  } finally {
    await pool.close();
  }
}

async function* each(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}

/** A folder of real pages, read and coded into a record by one command: its time on the clock, its processor time,
 * its memory, start of the workers and linking included. */
async function pagesRun(data: string): Promise<Figure[]> {
  const pages = join(data, "pages");
  if (!existsSync(pages)) return [];
  const count = readdirSync(pages, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.html?(?:\.gz)?$/.test(name),
  ).length;
  const { seconds, cpuMs, peakMb } = await readRun(pages);
  return [
    { ...speed("speed/pages", count / seconds), unit: "pages/s" },
    ...(cpuMs === null ? [] : [lower("speed/pages-cpu", cpuMs / count, "ms a page")]),
    ...(peakMb === null ? [] : [lower("speed/pages-peak-memory", peakMb, "MB", 0.15)]),
  ];
}

interface ReadRun {
  readonly seconds: number;
  /** Processor time of all threads and most memory held; null where the system does not say. */
  readonly cpuMs: number | null;
  readonly peakMb: number | null;
}

/** The command `read` from start to end.
 * @param content what is written under the source's name before; absent: the source is there */
async function readRun(source: string, content?: string): Promise<ReadRun> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-speed-"));
  try {
    if (content !== undefined) writeFileSync(join(folder, source), content);
    const child = spawn(process.execPath, [COMMAND, "read", source, "--workers", String(WORKERS)], {
      cwd: folder,
    });
    child.stdout.resume();
    child.stderr.resume();
    let [peakMb, cpuMs]: [number | null, number | null] = [null, null];
    const watch = setInterval(() => {
      peakMb = Math.max(peakMb ?? 0, memoryOf(child.pid, "VmHWM") ?? 0) || null;
      cpuMs = cpuOf(child.pid) ?? cpuMs;
    }, 50);
    const began = performance.now();
    const code = await new Promise((resolve) => child.on("close", resolve));
    clearInterval(watch);
    if (code !== 0) throw new Error(`read ended with ${code}`);
    return { seconds: (performance.now() - began) / 1000, cpuMs, peakMb };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor time that the process has used by now, in milliseconds; null where the system does not say. */
function cpuOf(pid: number | undefined): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    // utime and stime in ticks of 10 ms (proc(5)).
    return (Number(fields[11]) + Number(fields[12])) * 10 || null;
  } catch {
    return null;
  }
}

function jsonLines(texts: readonly string[]): string {
  return texts.map((text, n) => `${JSON.stringify({ id: `bench-${n}`, date: DAY, text })}\n`).join("");
}

async function smallRecord(texts: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-start-"));
  writeFileSync(join(folder, "in.jsonl"), jsonLines(texts));
  await run(["read", "in.jsonl"], folder);
  return folder;
}

/** The arguments with the id of a report of the record, where one is wanted. */
async function filled(args: readonly string[], folder: string): Promise<readonly string[]> {
  if (!args.includes("r_")) return args;
  const { out } = await run(["reports", "--json", "--limit", "1"], folder);
  return args.map((arg) =>
    arg === "r_" ? (JSON.parse(out.split("\n")[0] ?? "") as { id: string }).id : arg,
  );
}

/** The best of seven runs, in milliseconds. */
async function startMs(args: readonly string[], folder: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let n = 0; n < 7; n += 1) best = Math.min(best, (await run(args, folder)).ms);
  return best;
}

async function run(args: readonly string[], cwd: string): Promise<{ out: string; ms: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd });
  child.stdin.end("Kenya and Ghana met on Friday.");
  child.stderr.resume();
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  await new Promise((resolve) => child.on("close", resolve));
  return { out, ms: performance.now() - began };
}

if (import.meta.main)
  console.table(process.argv.includes("--pages") ? await pagesRun(DATA) : await measure());
