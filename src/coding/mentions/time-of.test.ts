/** Days of events: by the clause over them, by "after" and its clause, never by another event's day. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Token } from "../../language/types.ts";
import { treeOf } from "../tree/tree.ts";
import type { TimeExpression } from "../types.ts";
import { timeAt } from "./time-of.ts";

const AFTER = new Set(["after"]);

/** "form/UPOS/xpos/head/deprel" a word; each word is one unit of text long. */
function parsed(lines: string) {
  const tokens = lines.split(" ").map((line, index) => {
    const [form, upos, xpos, head, deprel] = line.split("/") as [string, string, string, string, string];
    return { index, form, lemma: form, upos, xpos, head: Number(head), deprel, start: index, end: index + 1 };
  });
  const sentence = { index: 0, start: 0, end: tokens.length, depth: "parsed" as const };
  return treeOf({ ...sentence, tokens: tokens as unknown as Token[] } as never);
}

function time(first: number, last: number, rule?: string): TimeExpression {
  const day = "2017-08-01" as TimeExpression["day"];
  const span = { start: first, end: last, text: "" };
  return { ...span, type: "DATE", value: "", day, endDay: day, ...(rule === undefined ? {} : { rule }) };
}

test("a participle about a noun has the day of the verb over the noun", () => {
  const tree = parsed(
    "Yesterday/NOUN/NN/2/obl they/PRON/PRP/2/nsubj signed/VERB/VBD/-1/root a/DET/DT/4/det bill/NOUN/NN/2/obj punishing/VERB/VBG/4/acl Iran/PROPN/NNP/5/obj",
  );
  const when = time(0, 1);
  assert.equal(timeAt(tree, 5, [when], -1, AFTER), when);
});

test("the day of a participle is not that of the verb over it", () => {
  const tree = parsed(
    "They/PRON/PRP/1/nsubj opposed/VERB/VBD/-1/root a/DET/DT/3/det bill/NOUN/NN/1/obj passed/VERB/VBN/3/acl in/ADP/IN/6/case July/PROPN/NNP/4/obl",
  );
  const when = time(6, 7);
  assert.equal(timeAt(tree, 1, [when], -1, AFTER), null);
  assert.equal(timeAt(tree, 4, [when], -1, AFTER), when);
});

test("a day inside what came before is not the day of what followed", () => {
  const tree = parsed(
    "They/PRON/PRP/1/nsubj banned/VERB/VBD/-1/root coal/NOUN/NN/1/obj after/ADP/IN/4/case tests/NOUN/NNS/1/obl in/ADP/IN/6/case July/PROPN/NNP/4/nmod",
  );
  assert.equal(timeAt(tree, 1, [time(6, 7)], -1, AFTER), null);
});

test("a week after a clause is the day of that clause, also where the parser hangs it elsewhere", () => {
  const tree = parsed(
    "week/NOUN/NN/5/obl after/SCONJ/IN/3/mark he/PRON/PRP/3/nsubj spoke/VERB/VBD/5/advcl they/PRON/PRP/5/nsubj left/VERB/VBD/-1/root",
  );
  const when = time(0, 2, "dates/after-clause-a");
  assert.equal(timeAt(tree, 3, [when], -1, AFTER), when);
  assert.equal(timeAt(tree, 5, [when], -1, AFTER), null);
});
