import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodingKnowledge, EventRule } from "../../knowledge/coding-knowledge.ts";
import { compilePrefilter } from "./prefilter.ts";
import { buildRuleIndex } from "./rule-index.ts";

function rule(id: string, pattern: string, gives: string, more: Partial<EventRule> = {}): EventRule {
  return { id, pattern, gives, source: "test", examples: [], counterExamples: [], ...more };
}

const KNOWLEDGE: CodingKnowledge = {
  rules: [
    rule("coding/cut", "ACTOR cut [<aid>]", "SANCTION"),
    rule("coding/visit", "ACTOR visit RECIPIENT", "CONSULT"),
    rule("coding/call-off", "ACTOR call_off [*]", "REJECT"),
    rule("coding/none", "ACTOR comment", "NONE"),
    rule("coding/goods", "water:n", "AID", { only: "content" }),
  ],
  classes: [{ id: "aid", words: ["aid", "medical_supply"], source: "test" }],
  governors: [],
  cues: [],
  irregulars: [{ id: "cut", pos: "v", forms: ["cut", "cutting"] }],
  units: [],
  numbers: [],
  modes: [],
};

/** words, can they hold an event */
const CASES = [
  ["the president visited kenya", true],
  ["they cut aid to mali", true],
  ["they cut medical supplies to mali", true],
  ["they cut the ribbon", false],
  ["they called the talks off", true],
  ["they called the minister", false],
  ["she commented on the water", false],
] as const;

for (const [words, can] of CASES) {
  test(`the prefilter says that "${words}" ${can ? "can" : "cannot"} hold an event`, () => {
    assert.equal(compilePrefilter(buildRuleIndex(KNOWLEDGE))(words.split(" ")), can);
  });
}
