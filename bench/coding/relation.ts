/** Root of a marked pair by 5-fold cross-validation: accuracy, macro-F1, confusions, calibration. */
import { RELATION_OPTIONS } from "../../scripts/train-coding/settings.ts";
import { type RelationOptions, trainRelation } from "../../scripts/train-coding/train-relation.ts";
import { classify } from "../../src/coding/relation/relation-model.ts";
import type { WordVectors } from "../../src/knowledge/word-vectors.ts";
import { type Bin, calibrationCurve, type Judged } from "./calibration.ts";
import type { PlvCase } from "./cases.ts";
import { FOLDS } from "./folds.ts";

export interface RelationScores {
  readonly accuracy: number;
  readonly macroF1: number;
  /** "GOLD as OWN" with how often, most often first. */
  readonly confusions: readonly (readonly [string, number])[];
  /** Share right by tenth of confidence. */
  readonly curve: readonly Bin[];
}

/** The scores on plv-train of models each trained on four folds and tried on the fifth. */
export function crossValidate(
  cases: readonly PlvCase[],
  vectors: WordVectors,
  options: RelationOptions = RELATION_OPTIONS,
): RelationScores {
  const tally = new Map<string, { right: number; own: number; gold: number }>();
  const entry = (name: string) => {
    if (!tally.has(name)) tally.set(name, { right: 0, own: 0, gold: 0 });
    return tally.get(name)!;
  };
  const confusions = new Map<string, number>();
  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = trainRelation(
      cases.filter((one) => one.fold !== fold),
      vectors,
      options,
    );
    for (const one of cases) {
      if (one.fold !== fold || one.set !== "plv") continue;
      const chances = classify(model, one.features);
      const most = chances.indexOf(Math.max(...chances));
      const own = model.classes[most]!;
      const right = own === one.label;
      entry(own).own++;
      entry(one.label).gold++;
      judged.push({ confidence: chances[most]!, right });
      if (right) entry(own).right++;
      else {
        const name = `${one.label} as ${own}`;
        confusions.set(name, (confusions.get(name) ?? 0) + 1);
      }
    }
  }
  const f1 = [...tally.values()].map((one) => (2 * one.right) / (one.own + one.gold));
  return {
    accuracy: judged.filter((one) => one.right).length / judged.length,
    macroF1: f1.reduce((sum, value) => sum + value, 0) / f1.length,
    confusions: [...confusions].sort((a, b) => b[1] - a[1]),
    curve: calibrationCurve(judged),
  };
}
