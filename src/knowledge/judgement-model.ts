/**
 * The weights of the judgement of mentions, out of knowledge/models/mentions/weights.tsv.
 *
 * First line: the thresholds. Second line: knots of the curve from the logistic chance to the share that is right.
 * Then one feature a line with its weight, in hundredths.
 * Made by scripts/train-coding.ts; its card lies beside it.
 */
import { existsSync, readFileSync } from "node:fs";
import { knowledgePath } from "./dir.ts";

export interface JudgementWeights {
  /** Weights by feature; `""` holds the one that every draft has. */
  readonly weights: ReadonlyMap<string, number>;
  /** Drafts below it are set aside. */
  readonly floor: number;
  /** Drafts that the rules alone would set aside are kept from here on. */
  readonly rescue: number;
  /** The surest draft of a sentence that would stay silent is kept from here on. */
  readonly silent: number;
  /** From logistic chance to the share that is right, lowest first. */
  readonly curve: readonly (readonly [chance: number, share: number])[];
}

/** The weights, or null where none have been trained. */
export function loadJudgementModel(): JudgementWeights | null {
  const path = knowledgePath("models", "mentions", "weights.tsv");
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, "utf8").split("\n");
  const [floor, rescue, silent] = lines[0]!.split("\t");
  const curve = lines[1]!.split("\t").map((knot): readonly [number, number] => {
    const [chance, share] = knot.split(":");
    return [Number(chance), Number(share)];
  });
  const weights = new Map<string, number>();
  for (let at = 2; at < lines.length; at++) {
    const line = lines[at]!;
    const tab = line.lastIndexOf("\t");
    if (tab >= 0) weights.set(line.slice(0, tab), Number(line.slice(tab + 1)) / 100);
  }
  return { weights, floor: Number(floor), rescue: Number(rescue), silent: Number(silent ?? 2), curve };
}
