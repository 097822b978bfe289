import assert from "node:assert/strict";
import { test } from "node:test";
import { trainRelation } from "../../../scripts/train-coding/train-relation.ts";
import { classify, type RelationModel } from "./relation-model.ts";

/** Two directions: meeting, and fighting; "raid" was never a row. */
const VECTORS = {
  rank: new Map([
    ["visit", 0],
    ["meet", 1],
    ["strike", 2],
    ["bomb", 3],
    ["raid", 4],
  ]),
  width: 2,
  rows: Int8Array.from([127, 0, 127, 0, 0, 127, 0, 127, 0, 127]),
  scale: 1 / 127,
};
const ROWS = [
  { features: ["top=visit", "order=ar"], label: "CONSULT", weight: 1 },
  { features: ["top=meet", "order=ar"], label: "CONSULT", weight: 1 },
  { features: ["top=strike", "order=ar"], label: "ASSAULT", weight: 1 },
  { features: ["top=bomb", "order=ar"], label: "ASSAULT", weight: 1 },
];
const OPTIONS = {
  seed: 1,
  networks: 2,
  width: 8,
  epochs: 60,
  rate: 0.1,
  decay: 0,
  dropout: 0.1,
  meaningsDropout: 0.1,
  least: 1,
};

function most(model: RelationModel, features: readonly string[]): string {
  const chances = classify(model, features);
  return model.classes[chances.indexOf(Math.max(...chances))]!;
}

test("the committee learns its rows, and chances add up to one", () => {
  const model = trainRelation(ROWS, VECTORS, OPTIONS);
  for (const row of ROWS) assert.equal(most(model, row.features), row.label);
  const sum = classify(model, ["top=visit"]).reduce((total, chance) => total + chance, 0);
  assert.ok(Math.abs(sum - 1) < 1e-9);
});

test("the same seed gives the same weights, and a feature counts once", () => {
  const [one, other] = [trainRelation(ROWS, VECTORS, OPTIONS), trainRelation(ROWS, VECTORS, OPTIONS)];
  assert.deepEqual(one.networks[1]!.rows, other.networks[1]!.rows);
  assert.deepEqual(classify(one, ["top=bomb", "top=bomb"]), classify(one, ["top=bomb", "never=seen"]));
});

test("a word that no row had counts like its neighbours", () => {
  const model = trainRelation(ROWS, VECTORS, OPTIONS);
  assert.equal(model.features.has("top=raid"), false);
  assert.equal(most(model, ["top=raid", "order=ar"]), "ASSAULT");
});
