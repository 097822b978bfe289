/**
 * Codes gold sentences with a judgement that has not seen them: each fold of
 * sentences by the model of the other folds.
 *
 * In: the coding tools, cases with their folds. Out: the tools with `codeText` so
 * replaced, and the cases with the confidence that they got.
 */

import { openCodingTools } from "../../scripts/coding-tools.ts";
import { trainCalibrated } from "../../scripts/train-coding/calibrate-judgement.ts";
import { JUDGEMENT_OPTIONS } from "../../scripts/train-coding/settings.ts";
import type { JudgementOptions } from "../../scripts/train-coding/train-judgement.ts";
import { createCoder } from "../../src/coding/index.ts";
import { chanceOf } from "../../src/coding/judgement/judgement-model.ts";
import { FOLDS } from "./folds.ts";
import { type JudgementCase, judgementCases } from "./judgement-cases.ts";

export interface JudgedCase extends JudgementCase {
  readonly confidence: number;
}

/** A model for each fold, trained on the others, and how sure it is of the cases of its fold. */
export function heldOut(cases: readonly JudgementCase[], options: JudgementOptions) {
  const judged: JudgedCase[] = [];
  const models = Array.from({ length: FOLDS }, (_, fold) => {
    const model = trainCalibrated(
      cases.filter((one) => one.fold !== fold),
      options,
    );
    for (const one of cases)
      if (one.fold === fold) judged.push({ ...one, confidence: chanceOf(model, one.features) });
    return model;
  });
  return { judged, models };
}

/** The tools with held-out judgement, and how sure it was of every case. */
export async function openHeldOut(data: string, options: JudgementOptions = JUDGEMENT_OPTIONS) {
  const tools = await openCodingTools(null);
  const { cases, folds } = judgementCases(data, tools);
  const { judged, models } = heldOut(cases, options);
  const coders = models.map((judgement) => createCoder({ ...tools.knowledge, judgement }));
  const codeText: typeof tools.codeText = (text) =>
    coders[folds.get(text) ?? 0]!.codeReport(
      { text, sections: [], datelines: [], day: null },
      tools.language,
      tools.openActors,
    );
  return { ...tools, codeText, judged };
}
