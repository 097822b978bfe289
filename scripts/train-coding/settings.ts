/** What the coding models are trained with. */
import type { JudgementOptions } from "./train-judgement.ts";
import type { RelationOptions } from "./train-relation.ts";

export const JUDGEMENT_OPTIONS: JudgementOptions = {
  seed: 1,
  epochs: 10,
  rate: 0.015,
  decay: 0.02,
  least: 3,
  floor: 0.2,
  rescue: 0.4,
  silent: 0.3,
};

/** Vectors of words: how many of the most frequent ones, and numbers of each. */
export const WORD_VECTORS = { words: 20_000, width: 50 } as const;

export const RELATION_OPTIONS: RelationOptions = {
  seed: 1,
  networks: 6,
  width: 48,
  epochs: 12,
  rate: 0.02,
  decay: 0.005,
  dropout: 0.7,
  meaningsDropout: 0.5,
  least: 2,
};
