/** Counted people told by an adjective: who is dead or wounded is an object of its own. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { repairCounts } from "./repair-counts.ts";
import { tokensOf as readTokens } from "./testing/tokens.ts";

const tokensOf = (line: string) =>
  readTokens(line, (form, upos) => (upos === "NOUN" && !form.endsWith("s") ? "NN" : upos));

test("a counted adjective below a verb is its object", () => {
  const tokens = tokensOf("blast/NOUN/1/nsubj left/VERB/-1/root 20/NUM/3/nummod dead/ADJ/1/xcomp");
  const mended = repairCounts(tokens)[3]!;
  assert.deepEqual([mended.upos, mended.deprel, mended.head], ["NOUN", "obj", 1]);
});

test("a counted adjective joined to one of a noun stands beside the noun", () => {
  const tokens = tokensOf(
    "blast/NOUN/1/nsubj left/VERB/-1/root people/NOUN/1/obj dead/ADJ/2/amod and/CCONJ/6/cc 40/NUM/6/nummod hurt/ADJ/3/conj",
  );
  const mended = repairCounts(tokens)[6]!;
  assert.deepEqual([mended.upos, mended.deprel, mended.head], ["NOUN", "conj", 2]);
});

test("an adjective that nothing counts stays", () => {
  const tokens = tokensOf("blast/NOUN/1/nsubj left/VERB/-1/root him/PRON/1/obj dead/ADJ/1/xcomp");
  assert.equal(repairCounts(tokens), tokens);
});

test("a number and an adjective that are joined apart belong together", () => {
  const tokens = tokensOf(
    "blast/NOUN/1/nsubj left/VERB/-1/root people/NOUN/1/obj dead/ADJ/2/amod and/CCONJ/5/cc 40/NUM/3/conj hurt/ADJ/3/conj",
  );
  const mended = repairCounts(tokens);
  assert.deepEqual([mended[5]!.head, mended[5]!.deprel], [6, "nummod"]);
  assert.deepEqual([mended[6]!.upos, mended[6]!.head], ["NOUN", 2]);
});

test("of two parts of one noun behind a number the noun is counted", () => {
  const tokens = tokensOf(
    "cut/VERB/-1/root 90/NUM/2/nummod port/NOUN/0/obj and/CCONJ/5/cc rail/NOUN/5/compound staff/NOUN/2/conj",
  );
  const mended = repairCounts(tokens);
  assert.deepEqual([mended[5]!.head, mended[5]!.deprel, mended[2]!.deprel], [0, "obj", "compound"]);
  assert.equal(mended[1]!.head, 5);
  const plural = tokensOf(
    "cut/VERB/-1/root 90/NUM/2/nummod ports/NOUN/0/obj and/CCONJ/5/cc rail/NOUN/5/compound staff/NOUN/2/conj",
  );
  assert.equal(repairCounts(plural), plural);
});
