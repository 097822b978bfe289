/** The process in which apart.ts asks: questions to a record in, answers or faults out, until the one who asks is gone. */
import { Fault } from "../base/index.ts";
import { type Answer, type Question, READY } from "./apart-answers.ts";
import type { RecordFaultCode } from "./faults.ts";
import { openRecord } from "./index.ts";

type Methods = Record<string, (...args: readonly unknown[]) => Promise<unknown>>;

const record = (await openRecord(process.argv[2] ?? "", { readOnly: true })) as unknown as Methods;

process.on("message", async ({ id, name, args }: Question) => {
  const answer: Answer = await answerOf(name, args).then(
    (value) => ({ id, value, fault: null }),
    (error: Error) => ({ id, value: null, fault: faultOf(error) }),
  );
  process.send?.(answer);
});
// Ctrl-C goes to both processes; the one that asks says when this one ends.
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit());
process.send?.({ id: READY, value: null, fault: null } satisfies Answer);

async function answerOf(name: string, args: readonly unknown[]): Promise<unknown> {
  return await record[name]?.(...args);
}

function faultOf(error: Error): Answer["fault"] {
  const { message } = error;
  if (!(error instanceof Fault)) return { code: "record/database", message, advice: null };
  return { code: error.code as RecordFaultCode, message, advice: error.advice };
}
