/**
 * How far a read has come: bytes of files taken in, inputs ended, the sizes of
 * the sources on the disk; out comes the progress line with what is read, the
 * rate and, where all sources are files, the share that is done and the time left.
 */
import { statSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { SourceProgress } from "../../../pipeline/types.ts";
import { printable } from "./printable.ts";
import type { Progress } from "./progress.ts";
import type { Tally } from "./tally.ts";

export interface Gauge {
  /** Notes bytes of a source that were taken in. */
  advance(progress: SourceProgress): void;
  /** Notes a file of a folder that is not read. */
  leaveAside(path: string): void;
  /** Notes an input that has ended, and shows the line. */
  count(origin: string, tally: Tally): void;
  /** Takes the line away for a message. */
  clear(): void;
  end(): void;
}

/** Before so much time nothing is said of the time left. */
const FIRST_GUESS_MS = 3_000;

/** A gauge over the sources as named.
 * @param now clock in milliseconds */
export function openGauge(
  sources: readonly string[],
  progress: Progress,
  signal: AbortSignal,
  now: () => number = Date.now,
): Gauge {
  const began = now();
  let [bytes, total, at] = [0, Number.NaN, ""];
  let counts = "";
  const over = new AbortController();
  if (progress.isShown)
    sizeOf(sources, AbortSignal.any([signal, over.signal])).then(
      (size) => {
        total = size;
      },
      () => {},
    );
  const show = () => {
    const share = bytes / total;
    const ms = now() - began;
    const left = ms >= FIRST_GUESS_MS && share > 0 && share <= 1 ? (ms / share) * (1 - share) : null;
    const done = Number.isFinite(share) ? `${Math.min(100, Math.floor(share * 100))} %` : "";
    const words = [done, counts, left === null ? "" : `${duration(left)} left`, printable(at)];
    progress.tell(words.filter((each) => each !== "").join(" · "));
  };
  return {
    advance(read) {
      bytes += read.bytes;
      at = read.at;
      if (progress.isShown) show();
    },
    leaveAside(path) {
      if (progress.isShown) bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    },
    count(origin, tally) {
      if (!progress.isShown) return;
      const rate = tally.done / Math.max(0.5, (now() - began) / 1000);
      counts = `${tally.done} read, ${tally.stored} stored, ${rate < 9.5 ? rate.toFixed(1) : Math.round(rate)} a second`;
      at = origin;
      show();
    },
    clear: () => progress.end(),
    end() {
      over.abort();
      progress.end();
    },
  };
}

/** A stretch of time for a person: `40 s`, `3 min`, `2 h 10 min`. */
export function duration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Bytes of the files named and below the folders named; not a number where something else is named. */
async function sizeOf(sources: readonly string[], signal: AbortSignal): Promise<number> {
  if (sources.some((source) => source === "-" || source.includes("://"))) return Number.NaN;
  const waiting = [...sources];
  let size = 0;
  for (let path = waiting.pop(); path !== undefined && !signal.aborted; path = waiting.pop()) {
    const found = await stat(path).catch(() => null);
    if (found === null) continue;
    if (found.isDirectory()) waiting.push(...(await readdir(path)).map((name) => join(path!, name)));
    else size += found.size;
  }
  return signal.aborted ? Number.NaN : size;
}
