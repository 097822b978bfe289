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
  /** What the logistic chance is worth, lowest first and rising: [chance, share that is right]; absent: itself. */
  readonly curve?: readonly Knot[];
}

export type Knot = readonly [chance: number, share: number];

/** The probability that the draft with these features is an event, 0 to 1. */
export function chanceOf(model: JudgementModel, features: readonly string[]): number {
  let sum = model.weights.get("") ?? 0;
  const seen = new Set<string>();
  for (const feature of features) {
    const weight = model.weights.get(feature);
    if (weight === undefined || seen.has(feature)) continue;
    seen.add(feature);
    sum += weight;
  }
  const chance = 1 / (1 + Math.exp(-sum));
  return model.curve === undefined ? chance : alongCurve(model.curve, chance);
}

/** The share at this chance: straight lines from 0 through the knots to 1. */
export function alongCurve(curve: readonly Knot[], chance: number): number {
  let low: Knot = [0, 0];
  for (const knot of curve) {
    if (chance <= knot[0]) return between(low, knot, chance);
    low = knot;
  }
  return between(low, [1, 1], chance);
}

function between([x, y]: Knot, [nextX, nextY]: Knot, at: number): number {
  return nextX === x ? nextY : y + ((nextY - y) * (at - x)) / (nextX - x);
}
