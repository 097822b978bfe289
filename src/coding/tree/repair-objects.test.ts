/** Objects that are none: members of a list, appositions, and a verb that the parser takes for a noun. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { repairObjects } from "./repair-objects.ts";
import { tokensOf } from "./testing/tokens.ts";

test("a noun behind a comma and a pronoun that opens a list stands beside the noun before the comma", () => {
  const tokens = tokensOf(
    "Fiji/PROPN/NNP/1/nsubj lifted/VERB/VBD/-1/root levies/NOUN/NNS/1/obj ,/PUNCT/,/7/punct among/ADP/IN/5/case them/PRON/PRP/7/nmod a/DET/DT/7/det ban/NOUN/NN/1/obj",
  );
  const { head, deprel } = repairObjects(tokens)[7]!;
  assert.deepEqual([head, deprel], [2, "parataxis"]);
});

test("a pronoun without a comma before it opens no list", () => {
  const tokens = tokensOf(
    "Fiji/PROPN/NNP/1/nsubj sent/VERB/VBD/-1/root letters/NOUN/NNS/1/obj for/ADP/IN/4/case them/PRON/PRP/6/nmod a/DET/DT/6/det gift/NOUN/NN/1/obj",
  );
  assert.equal(repairObjects(tokens), tokens);
});

test("a noun with an article behind a comma that heads no clause says again what stands before the comma", () => {
  const tokens = tokensOf(
    "Fiji/PROPN/NNP/1/nsubj left/VERB/VBD/-1/root Pact/PROPN/NNP/1/obj ,/PUNCT/,/5/punct the/DET/DT/5/det treaty/NOUN/NN/1/parataxis that/PRON/WDT/7/nsubj binds/VERB/VBZ/5/acl:relcl",
  );
  const { head, deprel } = repairObjects(tokens)[5]!;
  assert.deepEqual([head, deprel], [2, "appos"]);
});

test("a noun that has a subject is a clause and stays one", () => {
  const tokens = tokensOf(
    "Fiji/PROPN/NNP/1/nsubj left/VERB/VBD/-1/root Pact/PROPN/NNP/1/obj ,/PUNCT/,/5/punct the/DET/DT/5/det fault/NOUN/NN/1/parataxis is/AUX/VBZ/5/cop his/PRON/PRP/5/nsubj",
  );
  assert.equal(repairObjects(tokens), tokens);
});

const bans = (own: string) =>
  tokensOf(
    `Fiji/PROPN/NNP/1/nsubj bans/VERB/VBZ/-1/root exports/NOUN/NNS/1/obj and/CCONJ/CC/4/cc limits/NOUN/NNS/2/conj ${own} imports/NOUN/NNS/4/obj`,
  );

test("a plural with an object of its own is a verb beside the verb over what it is joined to", () => {
  const { head, upos, xpos } = repairObjects(bans("its/PRON/PRP$/6/nmod:poss"))[4]!;
  assert.deepEqual([head, upos, xpos], [1, "VERB", "VBZ"]);
});

test("a plural with an adjective of its own is a noun", () => {
  const tokens = bans("new/ADJ/JJ/4/amod");
  assert.equal(repairObjects(tokens), tokens);
});

const voiced = (own: string) =>
  tokensOf(
    `Fiji/PROPN/NNP/1/nsubj voiced/VERB/VBD/-1/root hope/VERB/VBP/1/ccomp that/SCONJ/IN/5/mark Peru/PROPN/NNP/5/nsubj helps/VERB/VBZ/2/ccomp${own}`,
  );

test("a verb without subject right behind the verb over it is a noun", () => {
  const { upos, deprel } = repairObjects(voiced(""))[2]!;
  assert.deepEqual([upos, deprel], ["NOUN", "obj"]);
});

test("a verb with a subject stays one", () => {
  const tokens = voiced(" people/NOUN/NNS/2/nsubj");
  assert.equal(repairObjects(tokens), tokens);
});
