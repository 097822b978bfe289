/**
 * How well statements of hard shapes are read, on sentences of our own
 * (cases/tables/statements.tsv): the share of rows whose statements are all there,
 * word for word and with their speakers. The dev rows are a test, too; of the held
 * rows only the figure is told.
 */
import { readFileSync } from "node:fs";
import type { Statement } from "../../src/coding/types.ts";
import { knowledgePath } from "../../src/knowledge/dir.ts";

export interface ShapeCase {
  readonly half: "dev" | "held";
  readonly text: string;
  readonly wanted: readonly { readonly kind: string; readonly content: string; readonly speaker: string }[];
}

/** The rows, in order. */
export function readShapeCases(): readonly ShapeCase[] {
  const [, ...lines] = readFileSync(knowledgePath("..", "cases", "tables", "statements.tsv"), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => {
    const [, half, text = "", expect = "-"] = line.split("\t");
    const wanted = expect === "-" ? [] : expect.split(";").map(partsOf);
    return { half: half as ShapeCase["half"], text: text.replaceAll("¶", "\n\n"), wanted };
  });
}

function partsOf(expect: string): ShapeCase["wanted"][number] {
  const [kind = "", content = "", speaker = "-"] = expect.split("|");
  return { kind, content, speaker };
}

/** True where the statements of the row, and no others, were found. */
export function isRightShape({ wanted }: ShapeCase, found: readonly Statement[]): boolean {
  return (
    found.length === wanted.length &&
    wanted.every(({ kind, content, speaker }, index) => {
      const one = found[index]!;
      const words = one.speaker?.entityText ?? null;
      const isSpeaker = speaker === "-" ? words === null : words?.includes(speaker) === true;
      return one.kind === kind && one.content.text === content && isSpeaker;
    })
  );
}
