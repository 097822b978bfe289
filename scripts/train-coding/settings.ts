/** What the coding models are trained with. */
import type { JudgementOptions } from "./train-judgement.ts";

export const JUDGEMENT_OPTIONS: JudgementOptions = {
  seed: 1,
  epochs: 10,
  rate: 0.015,
  decay: 0.02,
  least: 3,
  floor: 0.2,
  rescue: 0.4,
};
