/**
 * Linking in a process of its own, with the flags of V8 that the command sets
 * (bin/flags.js), so that its processor time and memory are those of the program
 * alone and not of the bench that generates and stores the reports.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { memoryOf } from "../memory-of.ts";
import { ownMs } from "./processor-time.ts";

export class Linker {
  readonly #child: ChildProcess;
  readonly #ended: Promise<never>;

  /** @param place of the record, which is made by then */
  constructor(place: string) {
    this.#child = fork(fileURLToPath(import.meta.url), [place]);
    this.#ended = once(this.#child, "exit").then(() => {
      throw new Error("the process that links has ended");
    });
    this.#ended.catch(() => {});
  }

  /** Links what is left to do: processor time of its process that it took, in milliseconds. */
  async link(): Promise<number> {
    const told = new Promise<number>((resolve) => {
      this.#child.once("message", (tookMs) => resolve(tookMs as number));
    });
    this.#child.send("link");
    return await Promise.race([told, this.#ended]);
  }

  /** The most memory that its process ever held, in megabytes. */
  get peakMb(): number {
    return Math.round(memoryOf(this.#child.pid, "VmHWM") ?? Number.NaN);
  }

  async close(): Promise<void> {
    const ended = once(this.#child, "exit");
    this.#child.disconnect();
    await ended;
  }
}

/** What runs in the process: links whenever it is told to. */
async function serve(place: string): Promise<void> {
  const { COMPILER_FLAGS, HEAP_FLAGS } = await import("../../bin/flags.js");
  for (const flag of [...HEAP_FLAGS, ...COMPILER_FLAGS]) setFlagsFromString(flag);
  const { letHeapsGrow } = await import("../../src/views/cli/heap.ts");
  const { linkRecord } = await import("../../src/pipeline/index.ts");
  const { openRecord } = await import("../../src/record/index.ts");
  const record = await openRecord(place);
  letHeapsGrow();
  process.on("message", async () => {
    const before = ownMs();
    await linkRecord(record);
    process.send!(ownMs() - before);
  });
  process.on("disconnect", () => void record.close());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve(process.argv[2]!);
