/**
 * A folder of real pages read in one command, reading and coding together on two
 * workers: pages a second on the clock, and processor time of the whole command
 * for one page, which says more where the machine is shared; most memory held;
 * pages that were quarantined. The account must add up, or the bench breaks.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { memoryOf } from "../memory-of.ts";
import type { Figure, MeasureOptions } from "../types.ts";

const COMMAND = fileURLToPath(new URL("../../bin/chancery.js", import.meta.url));
const FOLDERS = [
  "pages/article-extraction-dev/html",
  "pages/boilerplate-dev/pages",
  "pages/pubdate-dev/pages",
];
const DATA = fileURLToPath(new URL("../../../shared/data", import.meta.url));
/** Of a tick of the kernel's clock, in milliseconds. */
const TICK_MS = 10;
/** Speed on a shared machine swings by so much. */
const MARGIN = 0.4;

export const corpus = [
  "pages/article-extraction-dev/ground-truth.json",
  "pages/boilerplate-dev/gold.jsonl",
  "pages/pubdate-dev/gold.jsonl",
];

interface Account {
  readonly read: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly quarantined: number;
}

/** Speed, processor time, memory, and what was set apart; without the sample, for all pages take seconds. */
export async function measure({ data }: Pick<MeasureOptions, "data"> = { data: DATA }): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-pages-"));
  try {
    const { account, ms, cpuMs, peakMb } = await readPages(data, folder);
    const { read, stored, duplicate, refused, quarantined } = account;
    if (read !== stored + duplicate + refused + quarantined || read < 245)
      throw new Error(`the account does not add up: ${JSON.stringify(account)}`);
    const figure = (name: string, value: number, unit: string, margin?: number): Figure => ({
      name: `pages/${name}`,
      value: Math.round(value * 10) / 10,
      unit,
      higherIsBetter: name === "speed",
      ...(margin === undefined ? {} : { margin }),
    });
    return [
      { ...figure("speed", (read / ms) * 1000, "pages/s", MARGIN), best: "25 (bar)" },
      figure("time", cpuMs / read, "ms CPU a page", MARGIN),
      ...(peakMb === null ? [] : [figure("peak-memory", peakMb, "MB", 0.15)]),
      figure("quarantined", quarantined, "pages"),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readPages(data: string, cwd: string) {
  const args = [COMMAND, "read", ...FOLDERS.map((name) => join(data, name)), "--workers", "2", "--json"];
  const before = childTicks();
  const began = performance.now();
  const child = spawn(process.execPath, args, { cwd });
  child.stderr.resume();
  let [out, peakMb] = ["", null as number | null];
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb ?? 0, memoryOf(child.pid, "VmHWM") ?? 0) || null;
  }, 50);
  await new Promise((resolve) => child.on("close", resolve));
  clearInterval(watch);
  const ms = performance.now() - began;
  const { account } = JSON.parse(out.trimEnd().split("\n").at(-1) ?? "{}") as { account: Account };
  return { account, ms, cpuMs: (childTicks() - before) * TICK_MS, peakMb };
}

/** Processor time of all children that have ended, in ticks: cutime and cstime of proc(5). */
function childTicks(): number {
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return Number(fields[13]) + Number(fields[14]);
}

if (import.meta.main) console.table(await measure());
