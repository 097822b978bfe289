/**
 * Trains the judgement of mentions: logistic regression with L2 over sparse binary
 * features, by AdaGrad in seeded order.
 *
 * In: weighted rows of features with right or wrong. Out: weights. Duchi, Hazan,
 * Singer 2011 (adaptive subgradient methods).
 */
import type { JudgementModel } from "../../src/coding/judgement/judgement-model.ts";
import { Random } from "../train/random.ts";

export interface JudgementRow {
  readonly features: readonly string[];
  readonly right: boolean;
  readonly weight: number;
}

export interface JudgementOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Features seen in fewer rows are left out. */
  readonly least: number;
  readonly floor: number;
  readonly rescue: number;
  /** Absent: sentences without a sure draft stay silent. */
  readonly silent?: number;
}

/** The model of the rows. */
export function trainJudgement(rows: readonly JudgementRow[], options: JudgementOptions): JudgementModel {
  const seen = new Map<string, number>();
  for (const row of rows)
    for (const feature of new Set(row.features)) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const names = ["", ...[...seen].filter(([, count]) => count >= options.least).map(([name]) => name)];
  const numbers = new Map(names.map((name, index) => [name, index]));
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-6);
  const kept = rows.map((row) => ({
    ...row,
    features: Uint32Array.from([0, ...[...new Set(row.features)].flatMap((name) => numbers.get(name) ?? [])]),
  }));
  const order = kept.map((_, index) => index);
  const random = new Random(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const at of random.shuffle(order)) {
      const row = kept[at]!;
      let sum = 0;
      for (const feature of row.features) sum += weights[feature]!;
      const error = row.weight * (1 / (1 + Math.exp(-sum)) - (row.right ? 1 : 0));
      for (const feature of row.features) {
        const gradient = error + options.decay * weights[feature]!;
        squares[feature]! += gradient * gradient;
        weights[feature]! -= (options.rate * gradient) / Math.sqrt(squares[feature]!);
      }
    }
  }
  return {
    weights: new Map(names.map((name, index) => [name, weights[index]!])),
    floor: options.floor,
    rescue: options.rescue,
    ...(options.silent === undefined ? {} : { silent: options.silent }),
  };
}
