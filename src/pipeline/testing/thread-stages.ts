/** Stages that tell which thread did the task, and take a while to code. */
import { threadId } from "node:worker_threads";
import { refuse } from "../../base/index.ts";
import { createStages as standIn } from "./stand-in-stages.ts";

const CODING_MS = 5;

export async function createStages() {
  const stages: Awaited<ReturnType<typeof standIn>> = await standIn();
  return {
    ...stages,
    read: () => refuse("reading/empty", `thread ${threadId}`, "Look at the message."),
    code(report: Parameters<typeof stages.code>[0]) {
      for (const began = Date.now(); Date.now() - began < CODING_MS; );
      return stages.code(report);
    },
  };
}
