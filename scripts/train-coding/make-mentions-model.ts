/** Trains the judgement of mentions, scores it by cross-validation and writes it. */
import { calibrationCurve, calibrationError, showCurve } from "../../bench/coding/calibration.ts";
import { heldOut } from "../../bench/coding/held-out.ts";
import { judgementCases } from "../../bench/coding/judgement-cases.ts";
import type { openCodingTools } from "../coding-tools.ts";
import { trainCalibrated } from "./calibrate-judgement.ts";
import { JUDGEMENT_OPTIONS } from "./settings.ts";
import { DATA, writeModel } from "./write-model.ts";

/** Writes knowledge/models/mentions. */
export async function makeMentionsModel(tools: Awaited<ReturnType<typeof openCodingTools>>): Promise<void> {
  const { cases } = judgementCases(DATA, tools);
  const curve = calibrationCurve(heldOut(cases, JUDGEMENT_OPTIONS).judged);
  const error = calibrationError(curve);
  console.log(`mentions: ${cases.length} drafts, calibration error ${error.toFixed(4)} (5-fold)`);
  console.log(showCurve(curve));
  const model = trainCalibrated(cases, JUDGEMENT_OPTIONS);
  const knots = (model.curve ?? []).map(([chance, share]) => `${chance}:${share}`).join("\t");
  const lines = [`${model.floor}\t${model.rescue}\t${model.silent ?? 2}`, knots];
  for (const [feature, weight] of model.weights) {
    const hundredths = Math.round(weight * 100);
    if (hundredths !== 0) lines.push(`${feature}\t${hundredths}`);
  }
  writeModel("mentions", `${lines.join("\n")}\n`, {
    trainedOn: ["plv-train", "plover-gsr-dev", "cameo-news", "cameo-manual-dev"].map(
      (name) => `plover/${name}.jsonl`,
    ),
    licence: "CC BY-SA 4.0 (plover-gsr-dev); the other sets state no licence",
    measuredOn: "the same sets by 5-fold cross-validation, folds by groups of like sentences",
    features: [
      "event, mode, weight and form of the winning rule, and how many lost",
      "how actor and recipient were found, what and who they are",
      "factuality, content, governors, clauses",
      "part of speech, relation and depth of the trigger, its words and neighbours, quotation, question",
      "how many drafts the sentence has and how this one stands among them",
    ],
    scores: { drafts: cases.length, calibrationError: error, curve },
    settings: JUDGEMENT_OPTIONS,
  });
}
