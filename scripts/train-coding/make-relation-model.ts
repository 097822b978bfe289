/** Trains the relation model, scores it by cross-validation and writes it. */
import { plvCases } from "../../bench/coding/cases.ts";
import { crossValidate, RELATION_OPTIONS } from "../../bench/coding/relation.ts";
import type { openCodingTools } from "../coding-tools.ts";
import { trainRelation } from "../train/relation-trainer.ts";
import { DATA, writeModel } from "./write-model.ts";

/** Weights smaller than this, in hundredths, are left out. */
const FLOOR = 4;

/** Writes knowledge/models/relation. */
export function makeRelationModel(tools: Awaited<ReturnType<typeof openCodingTools>>): void {
  const cases = plvCases(DATA, tools);
  const scores = crossValidate(cases);
  console.log(
    `relation: accuracy ${scores.accuracy.toFixed(4)}, macro-F1 ${scores.macroF1.toFixed(4)} (5-fold)`,
  );
  const model = trainRelation(cases, RELATION_OPTIONS);
  const lines = [model.classes.join("\t")];
  for (const [feature, weights] of model.weights) {
    const pairs = [...weights].map((weight, index) => [index, Math.round(weight * 100)] as const);
    const kept = pairs.filter(([, weight]) => Math.abs(weight) >= FLOOR);
    if (kept.length > 0)
      lines.push(`${feature}\t${kept.map(([index, weight]) => `${index}:${weight}`).join(" ")}`);
  }
  writeModel("relation", `${lines.join("\n")}\n`, {
    trainedOn: ["plover/plv-train.jsonl"],
    licence: "Apache-2.0 for the weights; the annotation states no licence",
    measuredOn: "plover/plv-train.jsonl by 5-fold cross-validation, folds by groups of like sentences",
    features: [
      "the rules' vote: event, content, factuality, mode and rule of the readings and how they fit the spans",
      "the path between the spans in the tree and what hangs on its top",
      "lemmas, pairs of lemmas and classes of nouns around the spans",
    ],
    scores,
    settings: RELATION_OPTIONS,
  });
}
