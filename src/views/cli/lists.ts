/**
 * What the commands that list have in common: pages until the limit, each line
 * written in the form that was asked for, and a word about what was left out.
 */
import type { Page, PageRequest } from "../../record/types.ts";
import type { ListOptions } from "./options.ts";
import type { Terminal } from "./terminal.ts";

const ON_SCREEN = 200;
const PAGE = 500;

export interface Listed {
  readonly count: number;
  /** Cursor of the next line; null when the list ended. */
  readonly next: string | null;
}

/** Gives every line of the list to `show`, as many as the options allow. */
export async function eachLine<Line>(
  options: ListOptions,
  page: (request: PageRequest) => Promise<Page<Line>>,
  show: (line: Line) => Promise<void>,
): Promise<Listed> {
  const whole = options.json === true || options.csv === true;
  const limit = options.limit ?? (whole ? Number.POSITIVE_INFINITY : ON_SCREEN);
  let after = options.after ?? null;
  let count = 0;
  for (;;) {
    const { lines, next } = await page({ limit: Math.min(PAGE, limit - count), after });
    for (const line of lines) await show(line);
    count += lines.length;
    after = next;
    if (next === null || count >= limit) return { count, next };
  }
}

/** Says that the list goes on, where it does. */
export function sayMore(terminal: Terminal, { next }: Listed): void {
  if (next === null) return;
  // On a line of its own, so that it can be copied whole from a narrow terminal.
  terminal.say(`For more give a higher --limit, or go on with\n--after '${next}'\n`);
}

/** True when a filter was given. */
export function isFiltered(filter: object): boolean {
  return Object.keys(filter).length > 0;
}
