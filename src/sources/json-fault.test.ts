import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { jsonFaultAt } from "./json-fault.ts";

/** text | offset of the first wrong character */
const TABLE: readonly [string, number][] = [
  ['{"a":}', 5],
  ['{"a" 1}', 5],
  ["{a:1}", 1],
  ['{"a":1,}', 7],
  ["[1,]", 3],
  ["[1 2]", 3],
  ['{"a":"x', 7],
  ['{"a":"\\q"}', 6],
  ["nul", 0],
  ["", 0],
  ["{} x", 3],
  ["[1", 2],
  ["01", 1],
];

for (const [text, at] of TABLE) {
  test(`fault of ${JSON.stringify(text)} at ${at}`, () => assert.equal(jsonFaultAt(text), at));
}

test("a deep nest is walked without recursion", () => {
  assert.equal(jsonFaultAt("[".repeat(1_000_000)), 1_000_000);
});

const SUITE = fileURLToPath(new URL("../../../shared/data/hostile/json/", import.meta.url));
test("whole texts of a public suite have no fault", {
  skip: existsSync(SUITE) ? false : "../shared/data/hostile is absent",
}, () => {
  const names = readdirSync(SUITE, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(^|\/)y_.*\.json$/.test(name),
  );
  assert.ok(names.length > 50);
  for (const name of names) {
    const text = readFileSync(`${SUITE}${name}`, "utf8");
    assert.equal(jsonFaultAt(text), text.length, name);
  }
});
