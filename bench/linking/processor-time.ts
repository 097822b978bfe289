/**
 * Processor time, in milliseconds: of this process, of the processes of a
 * PostgreSQL server that work for it, and of a fixed piece of work, which tells
 * how much everything costs on the machine at the moment.
 */
import { readdirSync, readFileSync } from "node:fs";

/** Processor time of all threads of this process by now. */
export function ownMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of each process of a server that was seen by now: one that ends takes nothing back. */
const served = new Map<string, number>();

/** Processor time by now of the server's processes that serve this database (of this machine alone); 0 for a file. */
export function serverMs(place: string): number {
  if (!/^postgres(ql)?:/.test(place)) return 0;
  const database = new URL(place).pathname.slice(1);
  for (const pid of readdirSync("/proc")) {
    if (!/^\d+$/.test(pid)) continue;
    const [program, , name] = textOf(`/proc/${pid}/cmdline`).split(" ");
    // nanoseconds on the processor, then others (docs.kernel.org/scheduler/sched-stats.html)
    if (program === "postgres:" && name === database)
      served.set(`${database} ${pid}`, Number(textOf(`/proc/${pid}/schedstat`).split(" ")[0]) / 1e6);
  }
  let sum = 0;
  for (const [name, ms] of served) if (name.startsWith(`${database} `)) sum += ms;
  return sum;
}

/** What a process says of itself; "" where it has ended. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

const STEPS = 400_000;
const KEYS = 0xffff;

/** Processor time of a fixed piece of work: look-ups all over a table. */
export function pieceMs(): number {
  const before = ownMs();
  const seen = new Map<number, number>();
  for (let at = 0, key = 0; at < STEPS; at++) {
    key = (Math.imul(key, 31) + at) | 0;
    seen.set(key & KEYS, at);
  }
  return ownMs() - before;
}
