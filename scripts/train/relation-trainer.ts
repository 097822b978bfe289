/**
 * Trains the relation model: multinomial logistic regression by AdaGrad over
 * sparse binary features, with L2, in seeded order.
 *
 * In: rows of features with their class. Out: weights. Duchi, Hazan, Singer 2011
 * (adaptive subgradient methods).
 */
import { type RelationModel, softmax } from "../../src/coding/relation/relation-model.ts";

export interface RelationRow {
  readonly features: readonly string[];
  readonly label: string;
}

export interface RelationOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Features seen in fewer rows are left out. */
  readonly least: number;
}

/** The model of the rows. */
export function trainRelation(rows: readonly RelationRow[], options: RelationOptions): RelationModel {
  const classes = [...new Set(rows.map((row) => row.label))].sort();
  const seen = new Map<string, number>();
  for (const row of rows)
    for (const feature of new Set(row.features)) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const weights = new Map<string, Float32Array>();
  const squares = new Map<string, Float32Array>();
  for (const [feature, count] of seen) {
    if (count < options.least) continue;
    weights.set(feature, new Float32Array(classes.length));
    squares.set(feature, new Float32Array(classes.length).fill(1e-6));
  }
  const kept = rows.map((row) => ({
    gold: classes.indexOf(row.label),
    features: [...new Set(row.features)].filter((feature) => weights.has(feature)),
  }));
  const order = kept.map((_, index) => index);
  let state = options.seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let index = order.length - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1));
      [order[index], order[other]] = [order[other]!, order[index]!];
    }
    for (const at of order) step(kept[at]!, weights, squares, classes.length, options);
  }
  return { classes, weights };
}

function step(
  row: { readonly gold: number; readonly features: readonly string[] },
  weights: ReadonlyMap<string, Float32Array>,
  squares: ReadonlyMap<string, Float32Array>,
  size: number,
  options: RelationOptions,
): void {
  const scores = new Float64Array(size);
  for (const feature of row.features) {
    const own = weights.get(feature)!;
    for (let index = 0; index < size; index++) scores[index]! += own[index]!;
  }
  const chances = softmax(scores);
  for (const feature of row.features) {
    const own = weights.get(feature)!;
    const square = squares.get(feature)!;
    for (let index = 0; index < size; index++) {
      const gradient = chances[index]! - (index === row.gold ? 1 : 0) + options.decay * own[index]!;
      square[index]! += gradient * gradient;
      own[index]! -= (options.rate * gradient) / Math.sqrt(square[index]!);
    }
  }
}
