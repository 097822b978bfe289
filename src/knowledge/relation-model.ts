/**
 * The weights of the relation model, out of knowledge/models/relation/weights.tsv.
 *
 * First line: the classes. Then one feature a line with `class:weight` pairs, in
 * hundredths. Made by scripts/train-coding.ts; its card lies beside it.
 */
import { existsSync, readFileSync } from "node:fs";
import { knowledgePath } from "./dir.ts";

export interface RelationWeights {
  readonly classes: readonly string[];
  readonly weights: ReadonlyMap<string, Float32Array>;
}

/** The weights, or null where none have been trained. */
export function loadRelationModel(): RelationWeights | null {
  const path = knowledgePath("models", "relation", "weights.tsv");
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, "utf8").split("\n");
  const classes = lines[0]!.split("\t");
  const weights = new Map<string, Float32Array>();
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at]!;
    const tab = line.indexOf("\t");
    if (tab < 0) continue;
    const values = new Float32Array(classes.length);
    for (const pair of line.slice(tab + 1).split(" ")) {
      const colon = pair.indexOf(":");
      values[Number(pair.slice(0, colon))] = Number(pair.slice(colon + 1)) / 100;
    }
    weights.set(line.slice(0, tab), values);
  }
  return { classes, weights };
}
