/** Clauses put right: what is said hangs on the verb, what tells of a day stays with the day. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { repairClauses } from "./repair-clauses.ts";
import { tokensOf as readTokens } from "./testing/tokens.ts";

const tokensOf = (line: string) => readTokens(line, (form, upos) => (form.endsWith("ing") ? "VBG" : upos));

test("a clause behind a day is what is said", () => {
  const tokens = tokensOf(
    "Kono/PROPN/1/nsubj said/VERB/-1/root Wednesday/PROPN/1/obl:unmarked that/SCONJ/5/mark Fiji/PROPN/5/nsubj agreed/VERB/2/acl:relcl",
  );
  const mended = repairClauses(tokens);
  assert.equal(mended[5]!.head, 1);
  assert.equal(mended[5]!.deprel, "ccomp");
});

test("a clause that tells which day stays with the day", () => {
  const tokens = tokensOf(
    "Kono/PROPN/1/nsubj left/VERB/-1/root the/DET/3/det day/NOUN/1/obl:unmarked that/SCONJ/6/mark war/NOUN/6/nsubj began/VERB/3/acl:relcl",
  );
  assert.equal(repairClauses(tokens), tokens);
});

test("a clause without a subject of its own is a relative one", () => {
  const tokens = tokensOf(
    "Kono/PROPN/1/nsubj said/VERB/-1/root Wednesday/PROPN/1/obl:unmarked that/SCONJ/4/mark passed/VERB/2/acl:relcl",
  );
  assert.equal(repairClauses(tokens), tokens);
});

test("what stands behind a participle is its object, not that of the verb over it", () => {
  const tokens = tokensOf("Iraq/PROPN/1/nsubj began/VERB/-1/root disarming/VERB/1/xcomp rebels/NOUN/1/obj");
  assert.equal(repairClauses(tokens)[3]!.head, 2);
});

test("an object before the participle stays with its verb", () => {
  const tokens = tokensOf("Iraq/PROPN/1/nsubj kept/VERB/-1/root rebels/NOUN/1/obj waiting/VERB/1/xcomp");
  assert.equal(repairClauses(tokens), tokens);
});

test("an act that a name is accused of hangs on the accusing, one behind a common noun stays", () => {
  const accused = (noun: string) =>
    tokensOf(
      `Kono/PROPN/1/nsubj accused/VERB/-1/root Fiji/${noun}/1/obj of/SCONJ/4/mark firing/VERB/2/acl rockets/NOUN/4/obj`,
    );
  const mended = repairClauses(accused("PROPN"))[4]!;
  assert.deepEqual([mended.head, mended.deprel], [1, "advcl"]);
  const common = accused("NOUN");
  assert.equal(repairClauses(common), common);
});

test("a noun between a preposition and a clause without subject is its subject", () => {
  const clause = (tag: string, object: string) =>
    tokensOf(
      `aid/NOUN/1/nsubj stopped/VERB/-1/root after/ADP/3/case gunmen/NOUN/1/obl ${tag}/VERB/1/advcl two/NUM/4/${object}`,
    ).map((token) => (token.form === "seized" ? { ...token, xpos: "VBN" } : token));
  const mended = repairClauses(clause("seized", "obj"));
  assert.deepEqual(
    [2, 3, 4].map((at) => [mended[at]!.head, mended[at]!.deprel]),
    [
      [4, "mark"],
      [4, "nsubj"],
      [1, "advcl"],
    ],
  );
  const talks = clause("seized", "obl");
  assert.equal(repairClauses(talks), talks);
});

test("a particle and a preposition before a number bound it, and what is counted is the object", () => {
  const sent = (object: string) =>
    tokensOf(
      `Chad/PROPN/1/nsubj sent/VERB/-1/root up/ADP/1/compound:prt to/ADP/5/case 300/NUM/5/${object} troops/NOUN/1/obl`,
    );
  const mended = repairClauses(sent("nummod"));
  assert.deepEqual(
    [2, 3, 5].map((at) => [mended[at]!.head, mended[at]!.deprel]),
    [
      [4, "advmod"],
      [4, "advmod"],
      [1, "obj"],
    ],
  );
  const plain = sent("amod");
  assert.equal(repairClauses(plain), plain);
});
