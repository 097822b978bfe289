/**
 * An error as the person sees it: what happened, why, what to do next; one
 * shape for all. A Fault says these itself; anything else is a defect and is
 * shown with the way to report it.
 */
import { Fault } from "../../base/index.ts";
import { EXIT, exitOfFault } from "./exit-codes.ts";
import { printable } from "./show/printable.ts";
import type { Terminal } from "./terminal.ts";

/** Says the error and returns the exit code for it. */
export function sayError(terminal: Terminal, error: unknown): number {
  const paint = terminal.sayPaint;
  if (error instanceof Fault) {
    const report = error.reportId === null ? "" : ` (report ${error.reportId})`;
    terminal.say(`${paint.red("error")} ${paint.dim(error.code)} ${printable(error.message)}${report}\n`);
    if (error.advice !== null) terminal.say(`${paint.bold("next")}  ${printable(error.advice)}\n`);
    if (process.env.CHANCERY_DEBUG) terminal.say(`${causes(error)}\n`);
    return exitOfFault(error.code);
  }
  terminal.say(`${paint.red("error")} This is a defect of Chancery, not of your input.\n${causes(error)}\n`);
  return EXIT.failed;
}

function causes(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\nbecause: ${causes(error.cause)}`;
}

/** A Fault for a command line that cannot be understood. */
export function usageFault(message: string, advice?: string): Fault {
  return new Fault("cli/usage", message, advice === undefined ? {} : { advice });
}

/** A Fault for an id that the record does not hold. */
export function notFound(message: string, advice: string): Fault {
  return new Fault("record/not-found", message, { advice });
}
