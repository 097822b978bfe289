/** Headlines: a participle behind a preposition under a bare participle is a noun. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { repairHeadlines } from "./repair-headlines.ts";
import { tokensOf } from "./testing/tokens.ts";

const killed = (below: string) =>
  tokensOf(
    `Four/NUM/CD/1/nsubj killed/VERB/VBN/-1/root in/SCONJ/IN/3/mark bombing/VERB/VBG/1/advcl ${below}`,
  );

test("a participle behind a preposition is a noun under a bare participle", () => {
  const tokens = repairHeadlines(killed("in/ADP/IN/5/case Lima/PROPN/NNP/3/obl"));
  assert.deepEqual(
    [tokens[2]!.deprel, tokens[3]!.upos, tokens[3]!.deprel, tokens[5]!.deprel],
    ["case", "NOUN", "obl", "nmod"],
  );
});

test("a participle with an object stays a verb", () => {
  const tokens = killed("the/DET/DT/5/det port/NOUN/NN/3/obj");
  assert.equal(repairHeadlines(tokens), tokens);
});

test("a past tense that tells what somebody is made is a passive in a headline", () => {
  const shot = (end: string) =>
    tokensOf(`Two/NUM/CD/1/nsubj shot/VERB/VBD/-1/root dead/ADJ/JJ/1/xcomp${end}`);
  assert.equal(repairHeadlines(shot(""))[1]!.xpos, "VBN");
  const sentence = shot(" ./PUNCT/./1/punct");
  assert.equal(repairHeadlines(sentence), sentence);
});
