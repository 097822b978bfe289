import assert from "node:assert/strict";
import { test } from "node:test";
import { namesOf } from "./names-of.ts";

test("namesOf gives names, abbreviations and adjectives without their marks", () => {
  const names = namesOf("state/CHN");
  assert.ok(names.some(({ name, use }) => name === "China" && use === "name"));
  assert.ok(names.some(({ name, use }) => name === "Chinese" && use === "adjective"));
});

test("namesOf finds persons and bodies, and nothing for an unknown id", () => {
  assert.ok(namesOf("person/Q7747").some(({ name }) => name === "Vladimir Putin"));
  assert.ok(namesOf("org/united-nations").some(({ name }) => name === "UN"));
  assert.deepEqual(namesOf("state/XXX"), []);
  assert.deepEqual(namesOf(""), []);
});
