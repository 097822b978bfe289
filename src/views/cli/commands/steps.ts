/** `chancery steps`: the steps from the world to the record, in order, with what each reads and writes. */
import { STEPS } from "../../../pipeline/steps.ts";
import type { Terminal } from "../terminal.ts";

export async function stepsCommand(
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const { paint } = terminal;
  for (const [index, step] of STEPS.entries()) {
    if (options.json) {
      await terminal.out(`${JSON.stringify(step)}\n`);
      continue;
    }
    const number = String(index + 1).padStart(2);
    await terminal.out(
      `${paint.dim(number)} ${paint.bold(step.id)} ${step.does}\n` +
        `     ${paint.dim(`reads ${step.reads.join(", ")}; writes ${step.writes.join(", ")}; in src/${step.room}`)}\n`,
    );
  }
  return 0;
}
