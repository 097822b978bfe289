import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGazetteer } from "./index.ts";
import { readOfficeRules } from "./office-titles.ts";

const gazetteer = loadGazetteer();
const rules = readOfficeRules();

for (const rule of rules) {
  const body = rule.only?.[0] ?? "KEN";
  test(`${rule.id} reads its examples and passes over its counter-examples`, () => {
    for (const example of rule.examples) {
      const key = gazetteer.office(example, body);
      assert.ok(key?.office.startsWith(rule.gives.office), `${example}: ${key?.office}`);
      assert.equal(key?.sector, rule.gives.sector, example);
    }
    for (const counter of rule.counterExamples) {
      const key = gazetteer.office(counter, body);
      assert.ok(!key?.office.startsWith(rule.gives.office) || key === null, `${counter}: ${key?.office}`);
    }
  });
}

const TITLES: readonly (readonly [title: string, of: string | null, office: string | null])[] = [
  ["foreign minister", null, "foreign-minister"],
  ["Secretary of State", "USA", "foreign-minister"],
  ["Foreign Secretary", "GBR", "foreign-minister"],
  ["Chancellor of the Exchequer", "GBR", "finance-minister"],
  ["Chancellor", "DEU", "head-of-government"],
  ["President of France", "FRA", "head-of-state"],
  ["President of the Senate", "FRA", "speaker"],
  ["Ambassador to the Russian Federation", "USA", "ambassador-to:RUS"],
  ["ambassador to Turkey", "USA", "ambassador-to:TUR"],
  ["plumber", null, null],
];
for (const [title, of, office] of TITLES)
  test(`${title} of ${of ?? "any state"} is ${office ?? "no office"}`, () => {
    assert.equal(gazetteer.office(title, of)?.office ?? null, office);
  });
