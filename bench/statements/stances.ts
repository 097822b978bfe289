/**
 * How well stances are told, on sentences of our own (cases/tables/stances.tsv):
 * the share of rows with the right side and target, in the half that is worked
 * on and in the half that is held back.
 */
import { readFileSync } from "node:fs";
import type { Stance, Statement } from "../../src/coding/types.ts";
import { knowledgePath } from "../../src/knowledge/dir.ts";

export interface StanceCase {
  readonly id: string;
  readonly half: "dev" | "held";
  readonly text: string;
  /** "-" where the words take no side. */
  readonly side: Stance["side"] | "-";
  readonly cue: string;
  readonly target: string;
}

/** The rows, in order. */
export function readStanceCases(): readonly StanceCase[] {
  const [, ...lines] = readFileSync(knowledgePath("..", "cases", "tables", "stances.tsv"), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => {
    const [id, half, text, side, cue, target] = line.split("\t") as [string, ...string[]];
    return { id, half, text, side, cue, target } as StanceCase;
  });
}

/** True where one statement takes the side of the row on its target, or none takes sides where the row has none. */
export function isRightStance(row: StanceCase, found: readonly Statement[]): boolean {
  const stances = found.flatMap(({ stance }) => (stance === null ? [] : [stance]));
  if (row.side === "-") return stances.length === 0;
  return stances.some(({ side, target }) => side === row.side && target.text.includes(row.target));
}
