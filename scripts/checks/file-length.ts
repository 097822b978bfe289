/** Source files in, those that are too long out: more than 400 lines is a fault, more than 200 a warning. */
import type { Finding, TreeFile } from "./finding.ts";

export const HARD_LIMIT_LINES = 400;
export const SOFT_LIMIT_LINES = 200;

/** Faults and warnings about the length of one file; generated files are exempt. */
export function checkLength(file: TreeFile): { faults: Finding[]; warnings: Finding[] } {
  const lines = file.text.split("\n").length - 1;
  const finding = { path: file.path, line: 0, message: `${lines} lines` };
  if (/\.generated\.ts$/.test(file.path) || lines <= SOFT_LIMIT_LINES) return { faults: [], warnings: [] };
  if (lines <= HARD_LIMIT_LINES) return { faults: [], warnings: [finding] };
  return {
    faults: [{ ...finding, message: `${lines} lines; ${HARD_LIMIT_LINES} is the limit` }],
    warnings: [],
  };
}
