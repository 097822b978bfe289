import assert from "node:assert/strict";
import { test } from "node:test";
import { Fault } from "../base/fault.ts";
import { readJson, readJsonLines } from "./read-file.ts";

const hasCode = (code: string) => (error: unknown) => error instanceof Fault && error.code === code;

test("an absent file is a fault that names it", () => {
  assert.throws(() => readJson("ontology", "nothing.json"), hasCode("knowledge/unreadable"));
});

test("a file that is no JSON is a fault that names the line", () => {
  assert.throws(() => readJsonLines("..", "src", "knowledge", "dir.ts"), hasCode("knowledge/malformed"));
  assert.throws(() => readJsonLines("..", "src", "knowledge", "dir.ts"), /dir\.ts:1 is not JSON/);
});
