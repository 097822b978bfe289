/** Root of a marked pair by 5-fold cross-validation: accuracy, macro-F1, confusions. */
import { type RelationOptions, trainRelation } from "../../scripts/train/relation-trainer.ts";
import { classify } from "../../src/coding/relation/relation-model.ts";
import { FOLDS, type PlvCase } from "./cases.ts";

export const RELATION_OPTIONS: RelationOptions = { seed: 1, epochs: 80, rate: 0.03, decay: 0.01, least: 2 };

export interface RelationScores {
  readonly accuracy: number;
  readonly macroF1: number;
  /** "GOLD as OWN" with how often, most often first. */
  readonly confusions: readonly (readonly [string, number])[];
  /** Share right by tenth of confidence. */
  readonly curve: readonly { readonly confidence: number; readonly right: number; readonly rows: number }[];
}

/** The scores of models each trained on four folds and tried on the fifth. */
export function crossValidate(
  cases: readonly PlvCase[],
  options: RelationOptions = RELATION_OPTIONS,
): RelationScores {
  const tally = new Map<string, { right: number; own: number; gold: number }>();
  const entry = (name: string) => {
    if (!tally.has(name)) tally.set(name, { right: 0, own: 0, gold: 0 });
    return tally.get(name)!;
  };
  const confusions = new Map<string, number>();
  const curve = Array.from({ length: 10 }, () => ({ sum: 0, right: 0, rows: 0 }));
  let right = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = trainRelation(
      cases.filter((one) => one.fold !== fold),
      options,
    );
    for (const one of cases) {
      if (one.fold !== fold) continue;
      const chances = classify(model, one.features);
      const most = chances.indexOf(Math.max(...chances));
      const own = model.classes[most]!;
      const hit = own === one.label;
      entry(own).own++;
      entry(one.label).gold++;
      const bin = curve[Math.min(9, Math.floor(chances[most]! * 10))]!;
      bin.rows++;
      bin.sum += chances[most]!;
      if (hit) {
        right++;
        bin.right++;
        entry(own).right++;
      } else {
        const name = `${one.label} as ${own}`;
        confusions.set(name, (confusions.get(name) ?? 0) + 1);
      }
    }
  }
  const f1 = [...tally.values()].map((one) => (2 * one.right) / (one.own + one.gold));
  return {
    accuracy: right / cases.length,
    macroF1: f1.reduce((sum, value) => sum + value, 0) / f1.length,
    confusions: [...confusions].sort((a, b) => b[1] - a[1]),
    curve: curve
      .filter((bin) => bin.rows > 0)
      .map((bin) => ({ confidence: bin.sum / bin.rows, right: bin.right / bin.rows, rows: bin.rows })),
  };
}
