import assert from "node:assert/strict";
import { test } from "node:test";
import { trainRelation } from "../../../scripts/train-coding/train-relation.ts";
import { classify, type RelationModel } from "./relation-model.ts";

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
  least: 1,
};

function most(model: RelationModel, features: readonly string[]): string {
  const chances = classify(model, features);
  return model.classes[chances.indexOf(Math.max(...chances))]!;
}

test("the committee learns its rows, and chances add up to one", () => {
  const model = trainRelation(ROWS, OPTIONS);
  for (const row of ROWS) assert.equal(most(model, row.features), row.label);
  const sum = classify(model, ["top=visit"]).reduce((total, chance) => total + chance, 0);
  assert.ok(Math.abs(sum - 1) < 1e-9);
});

test("the same seed gives the same weights, and a feature counts once", () => {
  const [one, other] = [trainRelation(ROWS, OPTIONS), trainRelation(ROWS, OPTIONS)];
  assert.deepEqual(one.networks[1]!.rows, other.networks[1]!.rows);
  assert.deepEqual(classify(one, ["top=bomb", "top=bomb"]), classify(one, ["top=bomb", "never=seen"]));
});
