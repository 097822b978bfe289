/**
 * How probable it is that a draft is an event: logistic regression over features.
 *
 * In: feature names and weights. Out: a probability. Trained and calibrated by
 * scripts/train-coding; the weights stand in knowledge/models/mentions.
 */
export interface JudgementModel {
  /** Weights by feature; `""` holds the one that every draft has. */
  readonly weights: ReadonlyMap<string, number>;
  /** Drafts below it are set aside. */
  readonly floor: number;
  /** Drafts that the rules alone would set aside are kept from here on. */
  readonly rescue: number;
  /** The surest draft of a sentence that would stay silent is kept from here on; absent: never. */
  readonly silent?: number;
}

/** The probability that the draft with these features is an event, 0 to 1. */
export function chanceOf(model: JudgementModel, features: readonly string[]): number {
  let sum = model.weights.get("") ?? 0;
  for (const feature of new Set(features)) sum += model.weights.get(feature) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
