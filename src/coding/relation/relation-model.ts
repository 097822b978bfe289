/**
 * A linear model over features: scores of every class, as probabilities.
 *
 * In: feature names and weights. Out: classes with probability, most likely first.
 * Multinomial logistic regression; how it is trained: scripts/train-coding.ts.
 */
export interface RelationModel {
  readonly classes: readonly string[];
  /** Weights by feature, one number a class. */
  readonly weights: ReadonlyMap<string, Float32Array>;
}

/** Probabilities of the classes. */
export function classify(model: RelationModel, features: readonly string[]): Float64Array {
  const scores = new Float64Array(model.classes.length);
  for (const feature of new Set(features)) {
    const weights = model.weights.get(feature);
    if (weights === undefined) continue;
    for (let index = 0; index < scores.length; index++) scores[index]! += weights[index]!;
  }
  return softmax(scores);
}

/** The scores as probabilities, in place. */
export function softmax(scores: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let index = 0; index < scores.length; index++) {
    scores[index] = Math.exp(scores[index]! - most);
    sum += scores[index]!;
  }
  for (let index = 0; index < scores.length; index++) scores[index]! /= sum;
  return scores;
}
