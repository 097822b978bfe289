/**
 * Bytes of a document in, its texts out, opened in a thread of its own under a cap of memory and a watchdog over
 * its processor time, so that no document stops or breaks the reading of the others.
 *
 * The thread is kept for the next document and ends by itself with the process.
 */
import { Worker } from "node:worker_threads";
import type { FromDocumentWorker, ToDocumentWorker } from "./document-worker.ts";
import type { DocumentKind, OpenedDocument } from "./types.ts";

export interface DocumentReader {
  open(kind: DocumentKind, bytes: Buffer): Promise<OpenedDocument>;
  close(): Promise<void>;
}

const HEAP_MB = 256;
/** SAFETY: 2 s of processor time a document; longer ones get more, in proportion. PDF.js loads in that time, too. */
const CPU_LIMIT_MS = 2_000;
const ORDINARY_BYTES = 1024 * 1024;
const WATCH_MS = 100;
/** A thread that stands still is given up, too. */
const WALL_FACTOR = 30;

/** A reader without a thread yet; it starts with the first document.
 * @param cpuLimitMs processor time of a document of ordinary size (default 2000) */
export function createDocumentReader(cpuLimitMs: number = CPU_LIMIT_MS): DocumentReader {
  let worker: Worker | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const start = () => {
    const file = import.meta.url.endsWith(".ts") ? "./document-worker.ts" : "./document-worker.js";
    const made = new Worker(new URL(file, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      // What a library says of a document is not for the terminal.
      stdout: true,
      stderr: true,
    });
    made.unref();
    return made;
  };
  const drop = async () => {
    const gone = worker;
    worker = null;
    await gone?.terminate();
  };
  return {
    open(kind, bytes) {
      const opened = turn.then(async () => {
        worker ??= start();
        const limitMs = cpuLimitMs * Math.max(1, bytes.length / ORDINARY_BYTES);
        const result = await openWith(worker, { kind, bytes: Uint8Array.from(bytes) }, limitMs);
        if (!result.ok && BROKEN.has(result.code)) await drop();
        return result;
      });
      turn = opened.catch(() => {});
      return opened;
    },
    close: drop,
  };
}

/** Faults after which the thread is no good any more. */
const BROKEN: ReadonlySet<string> = new Set(["sources/too-slow", "sources/too-hungry"]);

function openWith(worker: Worker, asked: ToDocumentWorker, limitMs: number): Promise<OpenedDocument> {
  return new Promise((resolve) => {
    let startedCpuMs: number | null = null;
    const from = Date.now();
    const end = (opened: OpenedDocument) => {
      clearInterval(watch);
      worker.off("message", hear);
      worker.off("error", fail);
      worker.off("exit", leave);
      worker.unref();
      resolve(opened);
    };
    const hear = (message: FromDocumentWorker) => {
      if (message.told === "started") startedCpuMs = message.cpuMs;
      else end(message.opened);
    };
    const hungry = {
      ok: false,
      code: "sources/too-hungry",
      reason: `takes more than ${HEAP_MB} MiB of memory`,
    } as const;
    const slow = `takes more than ${Math.round(limitMs / 100) / 10} s of processor time`;
    const fail = () => end(hungry);
    const leave = () => end(hungry);
    const watch = setInterval(async () => {
      const wallMs = Date.now() - from;
      if (startedCpuMs === null && wallMs < limitMs * WALL_FACTOR) return;
      const cpuMs = (await cpuOf(worker)) - (startedCpuMs ?? 0);
      if (cpuMs > limitMs || wallMs > limitMs * WALL_FACTOR)
        end({ ok: false, code: "sources/too-slow", reason: slow });
    }, WATCH_MS);
    worker.on("message", hear);
    worker.on("error", fail);
    worker.on("exit", leave);
    worker.ref();
    worker.postMessage(asked);
  });
}

async function cpuOf(worker: Worker): Promise<number> {
  try {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1000;
  } catch {
    return 0;
  }
}
