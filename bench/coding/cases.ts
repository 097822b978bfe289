/** The relation cases of plv-train: features and gold root of every row, with folds by text. */
import type { openCodingTools } from "../../scripts/coding-tools.ts";
import { type RelationCase, relationCase } from "../../src/coding/relation/code-relation.ts";
import { type PlvRow, readPlv } from "./plv.ts";

export interface PlvCase extends RelationCase {
  readonly row: PlvRow;
  readonly label: string;
  /** Rows of one text share a fold. */
  readonly fold: number;
}

export const FOLDS = 5;

/** Every row of plv-train as a case. */
export function plvCases(
  data: string,
  tools: Awaited<ReturnType<typeof openCodingTools>>,
): readonly PlvCase[] {
  const groups = new Map<string, number>();
  return readPlv(data).map((row) => {
    if (!groups.has(row.text)) groups.set(row.text, groups.size);
    const report = { text: row.text, sections: [], datelines: [], day: null };
    const found = relationCase(
      report,
      row.actor,
      row.recipient,
      tools.language,
      tools.openActors,
      tools.coder.tools,
    );
    return { ...found, row, label: row.event, fold: groups.get(row.text)! % FOLDS };
  });
}
