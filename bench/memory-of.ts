/** Memory of another process on Linux, as its status file tells it (proc(5)). */
import { readFileSync } from "node:fs";

/** Megabytes: `VmHWM` is the most that it ever held, `VmRSS` what it holds; null where the system does not say. */
export function memoryOf(pid: number | undefined, what: "VmHWM" | "VmRSS"): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return null;
  }
}
