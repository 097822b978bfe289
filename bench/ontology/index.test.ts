import assert from "node:assert/strict";
import { test } from "node:test";
import type { Mention } from "../../src/coding/types.ts";
import { isRight, ontologySamples } from "./index.ts";

const mention = (event: string, ...mode: string[]) => [{ event, mode }] as unknown as Mention[];
const sample = (kind: "event" | "counter", expected: string | null, avoided: string | null) => ({
  kind,
  text: "",
  expected,
  avoided,
});

test("the ontology has an example and a counter-example for every type and mode", () => {
  const samples = ontologySamples();
  assert.ok(samples.length > 180);
  assert.equal(new Set(samples.map((each) => each.text)).size >= samples.length - 2, true);
});

test("an example is right when its event or mode comes out", () => {
  assert.equal(isRight(sample("event", "CONSULT", null), mention("CONSULT", "visit")), true);
  assert.equal(isRight(sample("event", "CONSULT/visit", null), mention("CONSULT")), false);
  assert.equal(isRight(sample("event", "CONSULT", null), []), false);
});

test("a counter-example is right when it gives something else, or nothing where it is nothing", () => {
  assert.equal(isRight(sample("counter", "AGREE", "CONSULT"), mention("AGREE")), true);
  assert.equal(isRight(sample("counter", "AGREE", "CONSULT"), []), false);
  assert.equal(isRight(sample("counter", null, "CONSULT"), []), true);
  assert.equal(isRight(sample("counter", null, "CONSULT"), mention("CONSULT")), false);
});
