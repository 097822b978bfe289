/**
 * What a worker thread does: loads the stages once, then does one task after the other.
 * Tells when it starts a task and how much processor time it had used by then,
 * so that the pool can tell a slow report from a busy machine.
 */
import { parentPort, workerData } from "node:worker_threads";
import { Fault } from "../base/index.ts";
import type { OwnActors } from "../knowledge/actors/types.ts";
import { perform, type SomeStages, type Task } from "./tasks.ts";

/** What the pool hands to a new worker. */
export interface WorkerData {
  /** Module that exports `createStages()`. */
  readonly stages: string;
  readonly coder: string;
  readonly actors: OwnActors | null;
}

export type ToWorker = { readonly id: number; readonly task: Task };

export type FromWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "started"; readonly id: number; readonly cpuMs: number }
  | { readonly kind: "done"; readonly id: number; readonly answer: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly code: string; readonly message: string };

if (parentPort === null) throw new Error("work-tasks.ts runs in a worker thread only");
const port = parentPort;
const tell = (message: FromWorker) => port.postMessage(message);
const { stages: url, coder, actors } = workerData as WorkerData;
const { createStages } = (await import(url)) as {
  createStages(actors: OwnActors | null): Promise<SomeStages>;
};
const stages = await createStages(actors);

port.on("message", ({ id, task }: ToWorker) => {
  const { user, system } = process.threadCpuUsage();
  tell({ kind: "started", id, cpuMs: (user + system) / 1000 });
  try {
    tell({ kind: "done", id, answer: perform(stages, task, coder) });
  } catch (error) {
    const code = error instanceof Fault ? error.code : "pipeline/stage-failed";
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    tell({ kind: "failed", id, code, message: message.slice(0, 500) });
  }
});
tell({ kind: "ready" });
