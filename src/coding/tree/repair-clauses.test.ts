/** Clauses put right: what is said hangs on the verb, what tells of a day stays with the day. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Token } from "../../language/types.ts";
import { repairClauses } from "./repair-clauses.ts";

/** "form/UPOS/head/deprel" a word. */
function tokensOf(lines: string): Token[] {
  return lines.split(" ").map((line, index) => {
    const [form, upos, head, deprel] = line.split("/") as [string, string, string, string];
    const base = {
      index,
      form,
      lemma: form,
      xpos: form.endsWith("ing") ? "VBG" : upos,
      start: index,
      end: index + 1,
      feats: "",
    };
    return { ...base, upos, head: Number(head), deprel } as unknown as Token;
  });
}

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
