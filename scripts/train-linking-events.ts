/**
 * Trains knowledge/models/linking/events.json: logistic regression over
 * the features of pairs of gold mentions of coreference/ecbplus-train (beside
 * the checkout), whose labels may train what ships as statistics (CC BY 3.0).
 * Pairs are those of one story, gold or found: others are never compared.
 * Seeded: the same data give the same weights.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { goldDocuments } from "../bench/linking/gold-events.ts";
import { type GoldPair, goldPairs, goldSet } from "../bench/linking/gold-pairs.ts";
import { chanceOf } from "../bench/linking/random.ts";
import { knowledgePath } from "../src/knowledge/dir.ts";
import { loadLinkingKnowledge } from "../src/knowledge/linking.ts";
import { EVENT_FEATURES } from "../src/linking/events/event-features.ts";
import { createLinking } from "../src/linking/index.ts";
import { createWordReader } from "../src/linking/text/read-words.ts";
import { dataPath } from "./train/raw-text.ts";

const EPOCHS = 12;
const STEP = 0.05;
const DECAY = 1e-4;

const knowledge = {
  ...loadLinkingKnowledge(),
  eventWeights: { features: [...EVENT_FEATURES], weights: EVENT_FEATURES.map(() => 0), bias: 0 },
};
const documents = goldDocuments(dataPath(""), "ecbplus-train");
const set = await goldSet(documents, createLinking(knowledge), createWordReader(knowledge), knowledge);
const pairs = goldPairs(
  set,
  (a, b) => a.topic === b.topic && (a.goldStory === b.goldStory || a.story === b.story),
);
const { weights, bias } = regress(pairs);
mkdirSync(knowledgePath("models", "linking"), { recursive: true });
const model = {
  features: EVENT_FEATURES,
  weights: weights.map((weight) => Math.round(weight * 1000) / 1000),
  bias: Math.round(bias * 1000) / 1000,
  trainedOn:
    "ECB+ train topics (Cybulska and Vossen 2014, CC BY 3.0), gold event mentions of validated sentences",
  pairs: pairs.length,
  pairsOfOneEvent: pairs.filter(({ one }) => one).length,
};
writeFileSync(knowledgePath("models", "linking", "events.json"), `${JSON.stringify(model, null, 1)}\n`);
console.log(`${pairs.length} pairs`);
for (const [at, name] of EVENT_FEATURES.entries()) console.log(name.padEnd(26), model.weights[at]);

/** Adagrad over shuffled pairs. */
function regress(examples: readonly GoldPair[]): { weights: number[]; bias: number } {
  const size = EVENT_FEATURES.length;
  const weights = new Float64Array(size + 1);
  const squares = new Float64Array(size + 1).fill(1e-6);
  const chance = chanceOf(1);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { features, one } of chance.shuffled(examples)) {
      let sum = weights[size]!;
      for (let at = 0; at < size; at++) sum += weights[at]! * features[at]!;
      const error = 1 / (1 + Math.exp(-sum)) - (one ? 1 : 0);
      for (let at = 0; at <= size; at++) {
        const value = at < size ? features[at]! : 1;
        if (value === 0) continue;
        const slope = error * value + DECAY * weights[at]!;
        squares[at] = squares[at]! + slope * slope;
        weights[at] = weights[at]! - (STEP * slope) / Math.sqrt(squares[at]!);
      }
    }
  }
  return { weights: [...weights.slice(0, size)], bias: weights[size]! };
}
