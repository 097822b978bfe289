/** Every date rule reads its examples as it says and leaves its counter-examples alone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCalendar } from "../../knowledge/calendar.ts";
import { dateRuleProver } from "./prove-rule.ts";

const tables = loadCalendar();
const prove = dateRuleProver(tables);

for (const rule of tables.rules) {
  test(`rule ${rule.id}`, () => assert.deepEqual(prove(rule), []));
}

test("a wrong example is found", () => {
  const rule = tables.rules.find(({ id }) => id === "dates/today")!;
  const broken = { ...rule, examples: [{ text: "He spoke today.", value: "2017-08-11" }] };
  assert.equal(prove(broken).length, 1);
  assert.equal(prove({ ...rule, counterExamples: ["He spoke today."] }).length, 1);
});
