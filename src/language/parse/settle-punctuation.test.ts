import assert from "node:assert/strict";
import { test } from "node:test";
import { settlePunctuation } from "./settle-punctuation.ts";

test("the full stop at the end hangs on the root", () => {
  // Moscow said it agreed .
  const heads = [1, -1, 3, 1, 3];
  const deprels = ["nsubj", "root", "nsubj", "ccomp", "punct"];
  assert.deepEqual(settlePunctuation(heads, deprels, ["NNP", "VBD", "PRP", "VBD", "."]), [1, -1, 3, 1, 1]);
});

test("both marks of a pair hang on what they enclose", () => {
  // a ( new ) law passed
  const heads = [4, 4, 4, 2, 5, -1];
  const deprels = ["det", "punct", "amod", "punct", "nsubj", "root"];
  assert.deepEqual(
    settlePunctuation(heads, deprels, ["DT", "-LRB-", "JJ", "-RRB-", "NN", "VBD"]),
    [4, 2, 4, 2, 5, -1],
  );
});

test("what is no mark, carries others, or encloses two heads stays", () => {
  const heads = [2, 2, -1, 2];
  assert.deepEqual(
    settlePunctuation(heads, ["nsubj", "obj", "root", "obj"], ["NN", "NN", "VBD", "."]),
    heads,
  );
  // ( one two ) x
  const two = [4, 4, 4, 4, -1];
  const names = ["punct", "nsubj", "obj", "punct", "root"];
  assert.deepEqual(settlePunctuation(two, names, ["-LRB-", "NN", "NN", "-RRB-", "VB"]), two);
});

test("commas, colons and hyphens hang on the unit that they set apart", () => {
  // Yesterday , Moscow agreed , sources said
  const fronted = [3, 3, 3, -1, 3, 6, 3];
  const names = ["obl", "punct", "nsubj", "root", "punct", "nsubj", "parataxis"];
  assert.deepEqual(
    settlePunctuation(fronted, names, ["NN", ",", "NNP", "VBD", ",", "NNS", "VBD"]),
    [3, 0, 3, -1, 6, 6, 3],
  );
  // the leader , a general , resigned : both commas on the apposition between them and the subject before them
  const inner = [1, 6, 6, 4, 1, 6, -1];
  const parts = ["det", "nsubj", "punct", "det", "appos", "punct", "root"];
  assert.deepEqual(
    settlePunctuation(inner, parts, ["DT", "NN", ",", "DT", "NN", ",", "VBD"]),
    [1, 6, 4, 4, 1, 1, -1],
  );
  // Gaza - based groups
  const joined = ["compound", "punct", "amod", "root"];
  assert.deepEqual(settlePunctuation([2, 3, 3, -1], joined, ["NNP", "HYPH", "VBN", "NNS"]), [2, 0, 3, -1]);
});

test("a comma with nothing on its other side stays", () => {
  // agreed , with nothing behind the comma
  assert.deepEqual(settlePunctuation([-1, 0], ["root", "punct"], ["NN", ","]), [-1, 0]);
});
