import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSqlParameters } from "./sql-parameters.ts";

const check = (text: string) => checkSqlParameters({ path: "src/record/a.ts", text });

for (const text of [
  "sql.raw(filter.actor)",
  "sql.raw(`code = '${code}'`)",
  "sql.lit(words)",
  "CompiledQuery.raw(query)",
  'sql.raw("a" + word)',
  "sql.raw(String(one) + word)",
])
  test(`a value as text is found: ${text}`, () => {
    assert.equal(check(text).length, 1);
  });

for (const text of [
  'sql.raw("integer")',
  "sql.raw(String(MENTION_ROOM))",
  "sql.raw(String(LETTERS[period]))",
  "sql.raw(`(value >> ${NUM_BITS}) - ${SHIFT}`)",
  'sql.raw(kind === "copy" ? "k.day" : "k.day desc")',
  "sql`code = ${code}`",
])
  test(`a word of the program is not: ${text}`, () => assert.deepEqual(check(text), []));
