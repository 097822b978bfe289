/**
 * A cue site and the weights in, probabilities out: that it says nothing, and
 * for each stretch that it says this one. A log-linear choice among all of them.
 */
import { candidateFeatures, cueFeatures } from "./features.ts";
import type { CueSite, SpeechText } from "./types.ts";

/** A weight for each bucket of the features. */
export type StatementWeights = ArrayLike<number>;

export interface SiteScores {
  readonly nothing: number;
  /** Probability of each candidate, in the order of the site. */
  readonly candidates: readonly number[];
}

/** The probabilities of one site. */
export function scoreSite(speech: SpeechText, site: CueSite, weights: StatementWeights): SiteScores {
  const none = sum(cueFeatures(speech, site), weights);
  const scores = site.candidates.map((one) => sum(candidateFeatures(speech, site, one), weights));
  const top = Math.max(none, ...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const nothing = Math.exp(none - top);
  const all = raised.reduce((total, one) => total + one, nothing);
  return { nothing: nothing / all, candidates: raised.map((one) => one / all) };
}

function sum(features: readonly number[], weights: StatementWeights): number {
  let total = 0;
  for (const feature of features) total += weights[feature]!;
  return total;
}
