import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { YIELD } from "../../src/coding/relation/code-relation.ts";
import { loadOntology } from "../../src/knowledge/ontology.ts";
import { readOwnPairs } from "./own-pairs.ts";
import { readPlv } from "./plv.ts";

const DATA = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const pairs = readOwnPairs();

test("every pair of our own has a root of PLOVER, two parties apart, and a sentence of its own", () => {
  const roots = new Set([...loadOntology().events.map((event) => event.type as string), YIELD]);
  for (const { text, actor, recipient, label } of pairs) {
    assert.ok(roots.has(label), label);
    assert.ok(actor.end <= recipient.start || recipient.end <= actor.start, text);
  }
  assert.equal(new Set(pairs.map((pair) => pair.text)).size, pairs.length);
});

test("no sentence of the gold is among them", { skip: existsSync(DATA) ? false : "no shared data" }, () => {
  const gold = new Set(readPlv(DATA).map((row) => row.text));
  assert.deepEqual(
    pairs.filter((pair) => gold.has(pair.text)),
    [],
  );
});
