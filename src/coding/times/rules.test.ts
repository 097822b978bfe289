/** Every date rule reads its examples as it says and leaves its counter-examples alone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCalendar } from "../../knowledge/calendar.ts";
import { compileCalendar } from "./calendar.ts";
import { readTimesOfText } from "./read-times.ts";

const tables = loadCalendar();
const calendar = compileCalendar(tables);
/** A Thursday. */
const anchor = { day: "2017-08-10", kind: "published" } as const;

for (const rule of tables.rules) {
  test(`rule ${rule.id}`, () => {
    for (const { text, value } of rule.examples) {
      const times = readTimesOfText(text, anchor, calendar);
      const found = times.find((time) => time.rule === rule.id && time.value === value);
      assert.ok(found, `"${text}" should give ${value}; read ${JSON.stringify(times)}`);
    }
    for (const text of rule.counterExamples) {
      const times = readTimesOfText(text, anchor, calendar);
      const found = times.find((time) => time.rule === rule.id);
      assert.equal(found, undefined, `"${text}" should not match ${rule.id}: ${JSON.stringify(found)}`);
    }
  });
}
