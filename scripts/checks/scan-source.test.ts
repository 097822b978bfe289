import assert from "node:assert/strict";
import { test } from "node:test";
import { scanSource } from "./scan-source.ts";

const kinds = (source: string) => scanSource(source).map((token) => `${token.kind}:${token.text}`);

test("comments vanish, strings lose their quotes, lines are counted", () => {
  const tokens = scanSource('// "no"\n/* a\n b */ const x = "yes";');
  assert.deepEqual(
    tokens.map((token) => token.text),
    ["const", "x", "=", "yes", ";"],
  );
  assert.equal(tokens[0]!.line, 3);
});

test("a slash is a division after a value and a pattern elsewhere", () => {
  assert.deepEqual(kinds("a / b / c"), ["word:a", "mark:/", "word:b", "mark:/", "word:c"]);
  assert.deepEqual(kinds("x = /a|b/gu;"), ["word:x", "mark:=", "regex:a|b", "mark:;"]);
  assert.deepEqual(kinds("return /[/]x/;"), ["word:return", "regex:[/]x", "mark:;"]);
});

test("templates are one token, with the templates in their holes", () => {
  assert.deepEqual(kinds("`a ${f(`b`, { c: 1 })} d` + e"), [
    "template:a ${f(`b`, { c: 1 })} d",
    "mark:+",
    "word:e",
  ]);
});

test("an apostrophe in a string or a quote in a pattern opens nothing", () => {
  assert.deepEqual(kinds('"it\'s" + /"/ + 1'), ["string:it's", "mark:+", 'regex:"', "mark:+", "word:1"]);
});
