/**
 * The chancery command as a process of its own, for tests: arguments and input
 * in, output and exit code out. By default the stages are the stand-ins of the
 * pipeline's tests, so that no models are needed.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

export const COMMAND = fileURLToPath(new URL("../../../../bin/chancery.js", import.meta.url));
const STAND_IN = new URL("../../../pipeline/testing/stand-in-stages.ts", import.meta.url).href;

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Standard output read as JSON Lines. */
  json(): Record<string, unknown>[];
}

export interface RunOptions {
  readonly cwd: string;
  readonly input?: string;
  readonly env?: Record<string, string>;
  /** Use the real stages (default false). */
  readonly real?: boolean;
}

/** The process, running. */
export function startChancery(args: readonly string[], options: RunOptions): ChildProcess {
  const { CHANCERY_RECORD: _record, FORCE_COLOR: _colour, ...env } = process.env;
  return spawn(process.execPath, [COMMAND, ...args], {
    cwd: options.cwd,
    env: { ...env, NO_COLOR: "1", ...(options.real ? {} : { CHANCERY_STAGES: STAND_IN }), ...options.env },
    stdio: ["pipe", "pipe", "pipe"],
  });
}

/** What the command printed and how it ended. */
export async function runChancery(args: readonly string[], options: RunOptions): Promise<Ran> {
  const child = startChancery(args, options);
  child.stdin?.on("error", () => {});
  child.stdin?.end(options.input ?? "");
  const ended = new Promise<number | null>((resolve) => child.on("close", (code) => resolve(code)));
  const [out, err, code] = await Promise.all([text(child.stdout!), text(child.stderr!), ended]);
  const json = () =>
    out
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
  return { code, out, err, json };
}

/** Runs `act` with an empty folder that is taken away afterwards. */
export async function inFolder<T>(act: (cwd: string) => Promise<T>): Promise<T> {
  const cwd = mkdtempSync(join(tmpdir(), "chancery-cli-"));
  try {
    return await act(cwd);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** JSON Lines of reports made by the stand-in's rules: two mentions each. */
export function reportLines(count: number, first = 0): string {
  return Array.from({ length: count }, (_, n) => {
    const id = first + n;
    const day = `2020-01-${String((id % 28) + 1).padStart(2, "0")}`;
    const text = `Report ${id} says so. Kenya and Ghana met in Accra on Friday. They spoke.`;
    return `${JSON.stringify({ id: `n${id}`, url: `https://example.org/${id}`, date: day, text })}\n`;
  }).join("");
}
