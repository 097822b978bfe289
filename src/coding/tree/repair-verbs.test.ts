/** Joined verbs: one with a tense stands beside the verb over an infinitive, not beside the infinitive. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { repairVerbs } from "./repair-verbs.ts";
import { tokensOf } from "./testing/tokens.ts";

const ordered = (auxiliary: string) =>
  tokensOf(
    `Fiji/PROPN/NNP/1/nsubj ordered/VERB/VBD/-1/root them/PRON/PRP/1/obj to/PART/TO/4/mark leave/VERB/VB/1/xcomp and/CCONJ/CC/7/cc ${auxiliary}/7/aux closing/VERB/VBG/4/conj ports/NOUN/NNS/7/obj`,
  );

test("a verb with a tense of its own is joined to the verb over the infinitive", () => {
  assert.equal(repairVerbs(ordered("is/AUX/VBZ"))[7]!.head, 1);
});

test("a verb without a tense stays with the infinitive", () => {
  const tokens = ordered("be/AUX/VB");
  assert.equal(repairVerbs(tokens), tokens);
});
