import assert from "node:assert/strict";
import { test } from "node:test";
import { packModel, unpackModel } from "./model-file.ts";

test("a model file holds arrays of all types and one JSON value", () => {
  const model = {
    meta: { names: ["é", "b"], size: 3 },
    arrays: {
      a: Uint8Array.of(1, 2, 3),
      b: Float32Array.of(0.5, -2),
      c: Int16Array.of(-7),
      d: Uint32Array.of(4e9),
    },
  };
  const bytes = packModel(model);
  assert.deepEqual(unpackModel(bytes, "x"), model);
  // bytes that begin at an odd place are copied
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  assert.deepEqual(unpackModel(shifted.subarray(1), "x"), model);
});

test("other bytes are refused by name", () => {
  assert.throws(() => unpackModel(Buffer.from("no model"), "tagger"), /tagger is no model file/);
});
