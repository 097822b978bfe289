/** Subjects put right: what the parser tore apart stands under its verb again, and nothing else moves. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { repairSubjects } from "./repair-subjects.ts";
import { tokensOf } from "./testing/tokens.ts";

test("names behind a fronted phrase are the subject, not its apposition", () => {
  const tokens = tokensOf(
    "During/ADP/1/case talks/NOUN/6/obl ,/PUNCT/1/punct Kono/PROPN/1/appos and/CCONJ/5/cc Lavrov/PROPN/3/conj confirmed/VERB/-1/root it/PRON/6/obj",
  );
  const mended = repairSubjects(tokens);
  assert.equal(mended[3]!.deprel, "nsubj");
  assert.equal(mended[3]!.head, 6);
  assert.equal(mended[5]!.head, 3);
});

test("a name joined to the subject's apposition is joined to the subject", () => {
  const tokens = tokensOf(
    "minister/NOUN/6/nsubj ,/PUNCT/2/punct Kono/PROPN/0/appos ,/PUNCT/5/punct and/CCONJ/5/cc Lavrov/PROPN/2/conj met/VERB/-1/root",
  );
  assert.equal(repairSubjects(tokens)[5]!.head, 0);
});

test("two subjects that only a joining word parts are one", () => {
  const tokens = tokensOf(
    "He/PRON/4/nsubj and/CCONJ/2/cc Donald/PROPN/4/nsubj Trump/PROPN/2/flat spoke/VERB/-1/root",
  );
  const mended = repairSubjects(tokens);
  assert.deepEqual([mended[2]!.head, mended[2]!.deprel], [0, "conj"]);
});

test("an apposition of the subject stays one, and states joined behind a noun stay joined", () => {
  const tokens = tokensOf(
    "leaders/NOUN/5/nsubj of/ADP/2/case France/PROPN/0/nmod and/CCONJ/4/cc Spain/PROPN/2/conj met/VERB/-1/root",
  );
  assert.equal(repairSubjects(tokens), tokens);
});

test("names that only a comma parts at the head of a headline are one subject", () => {
  const tokens = tokensOf(
    "Ghana/PROPN/3/nsubj ,/PUNCT/0/punct Togo/PROPN/3/nsubj launch/VERB/-1/root patrols/NOUN/3/obj",
  );
  const mended = repairSubjects(tokens);
  assert.deepEqual([mended[2]!.head, mended[2]!.deprel], [0, "conj"]);
});

test("a noun right before the name that it tells more of is no subject of its own", () => {
  const tokens = tokensOf("candidate/NOUN/2/nsubj Serbia/PROPN/2/nsubj protested/VERB/-1/root");
  const mended = repairSubjects(tokens);
  assert.deepEqual([mended[0]!.head, mended[0]!.deprel, mended[1]!.deprel], [1, "compound", "nsubj"]);
  const parted = tokensOf("Then/NOUN/3/nsubj ,/PUNCT/2/punct Serbia/PROPN/3/nsubj protested/VERB/-1/root");
  assert.notEqual(repairSubjects(parted)[0]!.deprel, "compound");
});

test("a noun that a name opens is joined to the name before the comma, and the other way round", () => {
  const army = tokensOf(
    "Chad/PROPN/NNP/1/compound army/NOUN/NN/4/nsubj ,/PUNCT/,/1/punct ECOWAS/PROPN/NNP/4/nsubj agree/VERB/VBP/-1/root",
  );
  assert.deepEqual([repairSubjects(army)[3]!.head, repairSubjects(army)[3]!.deprel], [1, "conj"]);
  const leaders = tokensOf(
    "Chad/PROPN/NNP/4/nsubj ,/PUNCT/,/0/punct Mali/PROPN/NNP/3/compound leaders/NOUN/NNS/4/nsubj agree/VERB/VBP/-1/root",
  );
  assert.equal(repairSubjects(leaders)[3]!.head, 0);
  const others = tokensOf(
    "officials/NOUN/NNS/3/nsubj ,/PUNCT/,/0/punct Mali/PROPN/NNP/3/nsubj agree/VERB/VBP/-1/root",
  );
  assert.equal(repairSubjects(others), others);
});
