/**
 * Worker threads that do tasks: a task in, its answer or why there is none out.
 *
 * A worker that uses more processor time on one task than it may, or more
 * memory, or ends, is replaced; its task is tried again on a fresh one, at most
 * `tries` times, and the tasks that waited behind it lose nothing. A stage that
 * throws is not tried again: it would throw again.
 */
import { Worker } from "node:worker_threads";
import { Fault } from "../base/index.ts";
import type { OwnActors } from "../knowledge/actors/types.ts";
import type { PipelineFaultCode } from "./faults.ts";
import { type AnswerOf, stageOf, type Task, timeFactor } from "./tasks.ts";
import type { FromWorker, ToWorker, WorkerData } from "./work-tasks.ts";

export interface PoolSettings {
  readonly workers: number;
  readonly stages: string;
  readonly coder: string;
  /** Actors of the user's own. */
  readonly actors?: OwnActors | null;
  /** Processor time that a report of ordinary size may take (default 2000). */
  readonly cpuLimitMs?: number;
  /** Heap of one worker (default 192). Arrays of numbers are not counted by V8. */
  readonly heapMb?: number;
  /** Times that a task is given to a worker before it is given up (default 3). */
  readonly tries?: number;
}

export type TaskResult<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly tries: number };

export interface Pool {
  run<T extends Task>(task: T): Promise<TaskResult<AnswerOf<T>>>;
  /** Ends the workers that have nothing to do, and with them their memory; tasks to come start others. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

const CPU_LIMIT_MS = 2_000;
const HEAP_MB = 192;
/** V8 would take 48 and more; measured: 16 halves the memory of a worker at the same speed. */
const YOUNG_HEAP_MB = 16;
const TRIES = 3;
const WATCH_MS = 250;
/** Tasks that a worker holds: the one it does and some that wait, so that it is not idle while the record writes. */
const HELD = 4;
/** Of so many busy workers one is given pages to read: what is compiled for that need not be compiled in the others. */
const WORKERS_PER_READER = 4;
/** What takes too long once mostly does so again; a second try tells it from a machine that stood still. */
const TRIES_OF_HUNG = 2;
/** A task that uses no processor time at all for so many times its limit is given up, too. */
const WALL_FACTOR = 30;

interface Job {
  readonly id: number;
  readonly task: Task;
  readonly settle: (result: TaskResult<never>) => void;
  readonly reject: (error: unknown) => void;
  tries: number;
}

interface Slot {
  readonly worker: Worker;
  readonly jobs: Job[];
  ready: boolean;
  started: { readonly id: number; readonly cpuMs: number; readonly at: number } | null;
  lost: PipelineFaultCode | null;
}

/** A pool without workers yet; they start as tasks come. */
export function createPool(settings: PoolSettings): Pool {
  const limitMs = settings.cpuLimitMs ?? CPU_LIMIT_MS;
  const tries = settings.tries ?? TRIES;
  const readers = Math.ceil(settings.workers / WORKERS_PER_READER);
  const waiting: Job[] = [];
  const slots = new Set<Slot>();
  let nextId = 1;
  let broken: Fault | null = null;
  let closed = false;

  function start(): Slot {
    const file = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js";
    const workerData: WorkerData = {
      stages: settings.stages,
      coder: settings.coder,
      actors: settings.actors ?? null,
    };
    const worker = new Worker(new URL(file, import.meta.url), {
      workerData,
      resourceLimits: {
        maxOldGenerationSizeMb: settings.heapMb ?? HEAP_MB,
        maxYoungGenerationSizeMb: YOUNG_HEAP_MB,
      },
    });
    const slot: Slot = { worker, jobs: [], ready: false, started: null, lost: null };
    slots.add(slot);
    worker.on("message", (message: FromWorker) => hear(slot, message));
    worker.on("error", (error) => fail(slot, error));
    worker.on("exit", () => leave(slot));
    return slot;
  }

  function hear(slot: Slot, message: FromWorker): void {
    if (message.kind === "ready") {
      slot.ready = true;
      return;
    }
    if (message.kind === "started") {
      slot.started = { id: message.id, cpuMs: message.cpuMs, at: Date.now() };
      return;
    }
    slot.started = null;
    const index = slot.jobs.findIndex((job) => job.id === message.id);
    const [job] = index < 0 ? [] : slot.jobs.splice(index, 1);
    if (message.kind === "done") job?.settle({ ok: true, answer: message.answer as never });
    else job?.settle({ ok: false, code: message.code, message: message.message, tries: job.tries + 1 });
    deal();
  }

  function fail(slot: Slot, error: unknown): void {
    const memory = (error as { code?: string }).code === "ERR_WORKER_OUT_OF_MEMORY";
    slot.lost ??= memory ? "pipeline/out-of-memory" : "pipeline/worker-lost";
    if (slot.ready || memory) return;
    broken = new Fault("pipeline/no-stages", `The stages did not start: ${(error as Error).message}`, {
      step: "pipeline",
      advice: "Run `chancery doctor` to see what is missing.",
      cause: error,
    });
  }

  function leave(slot: Slot): void {
    slots.delete(slot);
    if (closed) return;
    const culprit = slot.jobs.find((job) => job.id === slot.started?.id) ?? slot.jobs[0];
    for (const job of slot.jobs.toReversed()) {
      if (job !== culprit) waiting.unshift(job);
    }
    if (culprit !== undefined) retry(culprit, slot.lost ?? "pipeline/worker-lost");
    deal();
  }

  function retry(job: Job, code: PipelineFaultCode): void {
    job.tries += 1;
    const most = code === "pipeline/hung" ? Math.min(tries, TRIES_OF_HUNG) : tries;
    if (job.tries < most) waiting.push(job);
    else job.settle({ ok: false, code, message: reasonOf(code, limitOf(job)), tries: job.tries });
  }

  function reasonOf(code: PipelineFaultCode, limit: number): string {
    if (code === "pipeline/hung")
      return `It took more than ${Math.round(limit / 100) / 10} s of processor time.`;
    if (code === "pipeline/out-of-memory")
      return `It took more than ${settings.heapMb ?? HEAP_MB} MB of memory.`;
    return "The worker ended while it had the report.";
  }

  function limitOf(job: Job): number {
    return limitMs * timeFactor(job.task);
  }

  function deal(): void {
    if (broken !== null) {
      for (const job of waiting.splice(0)) job.reject(broken);
      return;
    }
    for (let next = 0; next < waiting.length; ) {
      const job = waiting[next] as Job;
      const slot = slotFor(job.task);
      if (slot === null) {
        // Where no coding finds a place, nothing does.
        if (stageOf(job.task) === "coding") return;
        next += 1;
        continue;
      }
      waiting.splice(next, 1);
      slot.jobs.push(job);
      const message: ToWorker = { id: job.id, task: job.task };
      slot.worker.postMessage(message);
    }
  }

  function slotFor(task: Task): Slot | null {
    const best = freest(slots);
    if (best !== null && best.jobs.length === 0) return best;
    if (slots.size < settings.workers) return start();
    const reader = stageOf(task) === "coding" ? best : freest([...slots].slice(0, readers));
    return reader !== null && reader.jobs.length < HELD ? reader : null;
  }

  /** The one with the fewest tasks, the last of several. */
  function freest(some: Iterable<Slot>): Slot | null {
    let best: Slot | null = null;
    for (const slot of some)
      if (slot.lost === null && (best === null || slot.jobs.length <= best.jobs.length)) best = slot;
    return best;
  }

  const watch = setInterval(async () => {
    for (const slot of [...slots]) {
      const { started } = slot;
      const job = slot.jobs.find((one) => one.id === started?.id);
      if (started === null || job === undefined || slot.lost !== null) continue;
      const limit = limitOf(job);
      const wallMs = Date.now() - started.at;
      if (wallMs < limit) continue;
      const cpuMs = await cpuOf(slot.worker);
      if (cpuMs === null || slot.started !== started) continue;
      if (cpuMs - started.cpuMs < limit && wallMs < limit * WALL_FACTOR) continue;
      slot.lost = "pipeline/hung";
      await slot.worker.terminate();
    }
  }, WATCH_MS);
  watch.unref();

  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        // A worker started now would outlive the pool.
        if (closed) return reject(new Fault("pipeline/closed", "The pool is closed.", { step: "pipeline" }));
        waiting.push({ id: nextId++, task, tries: 0, settle: resolve as Job["settle"], reject });
        deal();
      }),
    async rest() {
      const idle = [...slots].filter(({ jobs }) => jobs.length === 0);
      for (const slot of idle) slots.delete(slot);
      await Promise.all(idle.map(({ worker }) => worker.terminate()));
    },
    async close() {
      closed = true;
      clearInterval(watch);
      waiting.length = 0;
      await Promise.all([...slots].map((slot) => slot.worker.terminate()));
    },
  };
}

/** Processor time that the worker has used; null where it has just ended by itself. */
async function cpuOf(worker: Worker): Promise<number | null> {
  try {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1000;
  } catch {
    return null;
  }
}
