import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesOf } from "./byte-text.ts";
import { NAME_COLUMNS } from "./name-file.ts";
import { NameTable } from "./name-table.ts";
import { readText } from "./table.ts";

const text = readText("names.tsv", NAME_COLUMNS);
const lines = text.split("\n").slice(1, -1);
const keys = lines.map((line) => line.slice(0, line.indexOf("\t")));
const table = new NameTable(bytesOf(text));

test("finds every name of the file with its candidates, and no beginning of one", () => {
  const known = new Set(keys);
  for (const line of lines) {
    const [key = "", candidates = ""] = line.split("\t");
    const { candidates: found = [], rules = [], anchors = [] } = table.filed(key) ?? {};
    const again = found.map(({ id, use }, at) => [id, use, rules[at], anchors[at]].join(","));
    assert.equal(again.join("|"), candidates, key);
    const shorter = key.slice(0, -1);
    assert.equal(table.filed(shorter) !== undefined, known.has(shorter), shorter);
  }
});

test("tells for every two pieces how long names are that begin with them", () => {
  const longest = new Map<string, number>();
  for (const key of keys) {
    const pieces = key.split(" ");
    const beginning = pieces.slice(0, 2).join(" ");
    longest.set(beginning, Math.max(longest.get(beginning) ?? 0, pieces.length));
  }
  for (const key of keys) {
    const [first = "", second] = key.split(" ");
    const beginning = second === undefined ? first : `${first} ${second}`;
    assert.equal(table.longest(first, second), longest.get(beginning), key);
    // "x" begins no name's second piece by itself: what is left is the name of one piece
    assert.equal(table.longest(first, "xqx"), longest.get(first) ?? 0, key);
  }
});

test("puts the user's names before those of the file, once", () => {
  const small = new NameTable("key\tcandidates\nruritania\tstate/RUR,name,any,0\n");
  small.addFirst("ruritania", "own/ruritania,name,any,0");
  small.addFirst("ruritania", "own/ruritania,name,any,0");
  small.addFirst("grand duchy of strelsau", "own/strelsau,name,cased,2");
  assert.deepEqual(
    small.filed("ruritania")?.candidates.map(({ id }) => id),
    ["own/ruritania", "state/RUR"],
  );
  assert.equal(small.filed("grand duchy of strelsau")?.plain, false);
  assert.equal(small.longest("grand", "duchy"), 4);
  assert.equal(small.longest("ruritania", undefined), 1);
  assert.equal(small.longest("grand", "tour"), 0);
});
