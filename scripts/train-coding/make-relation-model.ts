/** Trains the relation model, scores it by cross-validation and writes it. */
import { plvCases } from "../../bench/coding/cases.ts";
import { crossValidate } from "../../bench/coding/relation.ts";
import type { RelationModel, RelationNetwork } from "../../src/coding/relation/relation-model.ts";
import { packModel, type WeightArray } from "../../src/knowledge/model-file.ts";
import { loadWordVectors } from "../../src/knowledge/word-vectors.ts";
import type { openCodingTools } from "../coding-tools.ts";
import { RELATION_OPTIONS } from "./settings.ts";
import { trainRelation } from "./train-relation.ts";
import { DATA, writeModel } from "./write-model.ts";

/** Writes knowledge/models/relation. */
export function makeRelationModel(tools: Awaited<ReturnType<typeof openCodingTools>>): void {
  const cases = plvCases(DATA, tools);
  const vectors = loadWordVectors();
  const scores = crossValidate(cases, vectors);
  console.log(
    `relation: accuracy ${scores.accuracy.toFixed(4)}, macro-F1 ${scores.macroF1.toFixed(4)} (5-fold)`,
  );
  writeModel("relation", packRelation(trainRelation(cases, vectors, RELATION_OPTIONS)), {
    trainedOn: ["plover/plv-train.jsonl", "plover/plover-gsr-dev.jsonl"],
    licence:
      "CC BY-SA 4.0 (plover-gsr-dev); plv-train states no licence; further pairs are our own (cases/relations)",
    measuredOn: "plover/plv-train.jsonl by 5-fold cross-validation, folds by groups of like sentences",
    features: [
      "the rules' vote: event, content, factuality, mode and rule of the readings and how they fit the spans",
      "the path between the spans in the tree and what hangs on its top",
      "lemmas, pairs of lemmas and classes of nouns around the spans",
      "means of the vectors of those lemmas (word-vectors)",
    ],
    scores,
    settings: RELATION_OPTIONS,
  });
}

/** The model as a file: rows in bytes, each network with a scale of its own. */
function packRelation(model: RelationModel): Uint8Array {
  const arrays: Record<string, WeightArray> = {};
  const scales = model.networks.map((network, index) => {
    const { rows, scale } = quantised(network);
    arrays[`rows${index}`] = rows;
    arrays[`meanings${index}`] = network.meanings;
    arrays[`bias${index}`] = network.bias;
    arrays[`output${index}`] = network.output;
    arrays[`outputBias${index}`] = network.outputBias;
    return scale;
  });
  const { classes, features, width } = model;
  return packModel({ meta: { classes, width, scales, features: [...features.keys()] }, arrays });
}

function quantised(network: RelationNetwork): { rows: Int8Array; scale: number } {
  let most = 0;
  for (const value of network.rows) most = Math.max(most, Math.abs(value));
  const step = most / 127;
  return {
    rows: Int8Array.from(network.rows, (value) => Math.round(value / step)),
    scale: network.scale * step,
  };
}
