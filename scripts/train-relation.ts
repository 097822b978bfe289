/**
 * `node scripts/train-relation.ts`: makes knowledge/models/relation anew from
 * ../shared/data/plover/plv-train.jsonl, seeded: the same data, rules and parser
 * give the same weights. Prints accuracy and macro-F1 by 5-fold cross-validation.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { plvCases } from "../bench/coding/cases.ts";
import { crossValidate, RELATION_OPTIONS } from "../bench/coding/relation.ts";
import { knowledgePath } from "../src/knowledge/dir.ts";
import { openCodingTools } from "./coding-tools.ts";
import { trainRelation } from "./train/relation-trainer.ts";

const DATA = knowledgePath("..", "..", "shared", "data");
/** Weights smaller than this, in hundredths, are left out. */
const FLOOR = 4;

const source = `${DATA}/plover/plv-train.jsonl`;
if (!existsSync(source)) {
  console.error("train-relation: ../shared/data/plover is not beside this checkout; nothing done.");
  process.exit(2);
}
const cases = plvCases(DATA, await openCodingTools());
const scores = crossValidate(cases);
console.log(`accuracy ${scores.accuracy.toFixed(4)}, macro-F1 ${scores.macroF1.toFixed(4)} (5-fold)`);
const model = trainRelation(cases, RELATION_OPTIONS);
const lines = [model.classes.join("\t")];
for (const [feature, weights] of model.weights) {
  const pairs = [...weights].map((weight, index) => [index, Math.round(weight * 100)] as const);
  const kept = pairs.filter(([, weight]) => Math.abs(weight) >= FLOOR);
  if (kept.length > 0)
    lines.push(`${feature}\t${kept.map(([index, weight]) => `${index}:${weight}`).join(" ")}`);
}
mkdirSync(knowledgePath("models", "relation"), { recursive: true });
const weights = `${lines.join("\n")}\n`;
writeFileSync(knowledgePath("models", "relation", "weights.tsv"), weights);
const sha256 = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");
const card = {
  name: "relation",
  files: [{ file: "weights.tsv", sha256: sha256(weights) }],
  trainedOn: [
    {
      file: "plover/plv-train.jsonl",
      sha256: sha256(readFileSync(source)),
      use: "statistics over words, trees and rules; no sentence is kept",
    },
  ],
  licence: "Apache-2.0 for the weights; the annotation states no licence",
  measuredOn: "plover/plv-train.jsonl by 5-fold cross-validation, folds by text",
  scores,
  settings: RELATION_OPTIONS,
  command: "node scripts/train-relation.ts",
};
writeFileSync(knowledgePath("models", "relation", "card.json"), `${JSON.stringify(card, null, 2)}\n`);
