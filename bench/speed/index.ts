/**
 * How fast and how large: text to mentions with two worker threads, the whole
 * command `read` with the record, its peak memory, and the time that commands
 * take to start. Reports have 500 words. Run alone with `node bench/speed/index.ts`.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inOrder } from "../../src/pipeline/in-order.ts";
import { createPool, STAGES } from "../../src/pipeline/index.ts";
import type { Figure, MeasureOptions } from "../types.ts";
import { realReports, syntheticReports } from "./reports.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));
const COMMAND = fileURLToPath(new URL("../../bin/chancery.js", import.meta.url));
const DATA = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const WORKERS = 2;
const DAY = "2017-08-10";
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
    const real = await codingSpeed(realReports(raw, 800));
    figures.push(speed("speed/coding-real", real.reportsPerSecond, BEST));
    figures.push(lower("speed/coding-real-cpu", real.cpuMs, "ms a report"));
  }
  const read = await readRun(texts);
  figures.push(speed("speed/read", read.reportsPerSecond));
  if (read.peakMb !== null) figures.push(lower("speed/read-peak-memory", read.peakMb, "MB", 0.15));
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

/** The command `read` from start to end. */
async function readRun(
  texts: readonly string[],
): Promise<{ reportsPerSecond: number; peakMb: number | null }> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-speed-"));
  try {
    writeFileSync(join(folder, "in.jsonl"), jsonLines(texts));
    const child = spawn(process.execPath, [COMMAND, "read", "in.jsonl", "--workers", String(WORKERS)], {
      cwd: folder,
    });
    child.stdout.resume();
    child.stderr.resume();
    let peakMb: number | null = null;
    const watch = setInterval(() => {
      peakMb = Math.max(peakMb ?? 0, peakOf(child.pid) ?? 0) || null;
    }, 50);
    const began = performance.now();
    const code = await new Promise((resolve) => child.on("close", resolve));
    clearInterval(watch);
    if (code !== 0) throw new Error(`read ended with ${code}`);
    return { reportsPerSecond: (texts.length / (performance.now() - began)) * 1000, peakMb };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Most memory that the process ever held, in MB; null where the system does not say. */
function peakOf(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
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

if (import.meta.main) console.table(await measure());
