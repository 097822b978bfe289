/** `chancery steps`: the steps from the world to the record, in order, with what each reads and writes. */
import { STEPS } from "../../../pipeline/steps.ts";
import { wrap } from "../show/printable.ts";
import type { Terminal } from "../terminal.ts";

const INDENT = 5;

export async function stepsCommand(
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const { paint, width } = terminal;
  for (const [index, step] of STEPS.entries()) {
    if (options.json) {
      await terminal.out(`${JSON.stringify(step)}\n`);
      continue;
    }
    const number = String(index + 1).padStart(2);
    const [head = "", ...does] = wrap(`${step.id} ${step.does}`, width - INDENT);
    const forms = `reads ${step.reads.join(", ")}; writes ${step.writes.join(", ")}; in src/${step.room}`;
    const under = [...does, ...wrap(forms, width - INDENT).map((line) => paint.dim(line))];
    await terminal.out(
      `${paint.dim(number)}   ${paint.bold(step.id)}${head.slice(step.id.length)}\n` +
        under.map((line) => `${" ".repeat(INDENT)}${line}\n`).join(""),
    );
  }
  return 0;
}
