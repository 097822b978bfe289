import assert from "node:assert/strict";
import { test } from "node:test";
import { type PartyNames, statesFirst } from "./states-first.ts";

const same = (names: PartyNames) => names;
const china = { name: "China", state: null };
const britain = { name: "United Kingdom", state: null };
const minister = { name: "Robin Cook", state: "United Kingdom" };

test("who belongs to a state that is named is left out", () => {
  assert.deepEqual(statesFirst([china, minister, britain], same), [china, britain]);
});

test("who stands for a state that is not named stays, and so does the order", () => {
  assert.deepEqual(statesFirst([minister, china], same), [minister, china]);
  assert.deepEqual(statesFirst([], same), []);
});
