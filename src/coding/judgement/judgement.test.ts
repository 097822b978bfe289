import assert from "node:assert/strict";
import { test } from "node:test";
import { openCodingTools } from "../../../scripts/coding-tools.ts";
import { curveOf } from "../../../scripts/train-coding/calibrate-judgement.ts";
import { trainJudgement } from "../../../scripts/train-coding/train-judgement.ts";
import { alongCurve, chanceOf } from "./judgement-model.ts";

const TEXT = "France condemned Russia's attack on Ukraine.";

/** A judgement of one opinion: weights by feature. */
function judgement(weights: Readonly<Record<string, number>>, floor: number, rescue: number) {
  return { weights: new Map(Object.entries(weights)), floor, rescue };
}

test("chances follow the weights of the features that are there", () => {
  const model = judgement({ "": -1, "event=AID": 2 }, 0, 2);
  assert.equal(chanceOf(model, []).toFixed(3), "0.269");
  assert.equal(chanceOf(model, ["event=AID", "event=AID", "other"]).toFixed(3), "0.731");
});

test("a curve turns chances into shares and keeps their order", () => {
  const model = { ...judgement({ "": -1 }, 0, 2), curve: [[0.2, 0.4] as const, [0.8, 0.7] as const] };
  assert.equal(chanceOf(model, []).toFixed(3), (0.4 + (0.069 / 0.6) * 0.3).toFixed(3));
  assert.deepEqual(
    [0, 0.1, 0.8, 0.9, 1].map((chance) => Number(alongCurve(model.curve, chance).toFixed(3))),
    [0, 0.2, 0.7, 0.85, 1],
  );
});

test("the curve rises where the share falls", () => {
  const cases = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((chance, step) =>
    Array.from({ length: 30 }, (_, index) => ({ chance, right: index < [5, 20, 10, 24, 30][step]! })),
  );
  const curve = curveOf(cases);
  for (const [at, [chance, share]] of curve.entries()) {
    if (at > 0) assert.ok(share > curve[at - 1]![1] && chance >= curve[at - 1]![0]);
  }
  assert.ok(Math.abs(alongCurve(curve, 0.4) - 0.5) < 0.06, "20 and 10 of 30 are pooled");
  assert.ok(alongCurve(curve, 0.1) < 0.2);
});

test("training tells right rows from wrong ones, the same every time", () => {
  const rows = [
    { features: ["a", "x"], right: true, weight: 1 },
    { features: ["a", "y"], right: true, weight: 1 },
    { features: ["b", "x"], right: false, weight: 1 },
    { features: ["b", "y"], right: false, weight: 1 },
  ];
  const options = { seed: 1, epochs: 50, rate: 0.1, decay: 0, least: 1, floor: 0.2, rescue: 0.4 };
  const model = trainJudgement(rows, options);
  assert.ok(chanceOf(model, ["a"]) > 0.8);
  assert.ok(chanceOf(model, ["b"]) < 0.2);
  assert.deepEqual(trainJudgement(rows, options), model);
});

test("doubted drafts are set aside with a reason, and confidence is the model's", async () => {
  const sure = await openCodingTools(judgement({ "": 0, "event=ACCUSE": 2 }, 0.2, 2));
  const mention = sure.codeText(TEXT).mentions.find((one) => one.event === "ACCUSE");
  assert.equal(mention?.confidence, 0.881);
  const doubting = await openCodingTools(judgement({ "": -3 }, 0.2, 2));
  const coded = doubting.codeText(TEXT);
  assert.deepEqual(coded.mentions, []);
  assert.ok(coded.setAside.some((one) => one.reason === "coding/doubtful"));
});

test("a judge who is sure overrules a soft reason and no hard one", async () => {
  const text = "The arrest of journalists in Turkey worried observers.";
  const rules = await openCodingTools(null);
  const before = rules.codeText(text).setAside.map((one) => one.reason);
  assert.ok(before.includes("coding/bare-noun") || before.includes("coding/no-party"), before.join(" "));
  const bold = await openCodingTools(judgement({ "": 3 }, 0.2, 0.4));
  const after = bold.codeText(text);
  const still = after.setAside.map((one) => one.reason);
  assert.ok(!still.includes("coding/bare-noun"));
  assert.equal(still.includes("coding/no-party"), before.includes("coding/no-party"));
});

test("the votes name rule and model, what became of the draft and what weighed", async () => {
  const tools = await openCodingTools(judgement({ "": 0, "event=ACCUSE": 2, "pos=v": -1 }, 0.2, 2));
  const report = { text: TEXT, sections: [], datelines: [], day: null };
  const votes = tools.coder.weigh(report, tools.language, tools.openActors);
  const vote = votes.find((one) => one.event === "ACCUSE");
  assert.equal(vote?.byModel, 0.731);
  assert.equal(vote?.reason, null);
  assert.deepEqual(vote?.weighings, [
    { feature: "event=ACCUSE", weight: 2 },
    { feature: "pos=v", weight: -1 },
  ]);
  assert.ok(vote.byRules > 0 && vote.byRules < 1);
});
