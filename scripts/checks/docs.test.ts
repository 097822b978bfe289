/** Each docs rule on a text that breaks it and on one that keeps it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCommands, checkLinks, checkListed } from "./docs-links.ts";
import { ROOT } from "./finding.ts";
import { bannedWords, checkWords } from "./glossary.ts";
import { readMarkdown, tableRows } from "./markdown.ts";

const links = (text: string, path = "docs/a.md") => {
  const file = { path, text };
  return checkLinks(file, [file], ROOT).map((each) => each.message);
};

test("links lead to files and headings that exist", () => {
  assert.deepEqual(links("[a](../package.json) [b](#a-b) [c](https://example.org/x)\n# A, b"), []);
  assert.deepEqual(links("[a](../package.jsonx)"), ["link leads nowhere: ../package.jsonx"]);
  assert.deepEqual(links("[a](#nothing)\n# Else"), ["no such heading: #nothing"]);
  assert.deepEqual(links("[a](../../out.md)"), ["link leaves the tree: ../../out.md"]);
  assert.deepEqual(links("`[a](nowhere.md)`\n```\n[b](nowhere.md)\n```"), []);
});

const COMMANDS = { scripts: new Set(["test", "bench", "bench:coding"]), chancery: new Set(["read"]) };
const commands = (text: string) =>
  checkCommands({ path: "README.md", text }, COMMANDS, ROOT).map((each) => each.message);

test("commands that are named exist", () => {
  assert.deepEqual(
    commands("`npm ci && npm test`\n```\n$ chancery read examples\n$ npm run bench:coding\n```"),
    [],
  );
  assert.deepEqual(commands("`npm run nothing`"), ["no such npm script: nothing"]);
  assert.deepEqual(commands("`npm bench2`"), ["no such npm script: bench2"]);
  assert.deepEqual(commands("```\nchancery nothing\n```"), ["no such command: chancery nothing"]);
  assert.deepEqual(commands("`node scripts/none.ts`"), ["no such file: scripts/none.ts"]);
});

const GLOSSARY =
  "| word | means | not this |\n|---|---|---|\n| **report** | a text | article, news item |\n| story | x | – |";

test("the glossary's third column is read", () => {
  assert.equal(tableRows(GLOSSARY).length, 2);
  assert.deepEqual(
    bannedWords(GLOSSARY).map((each) => each.word),
    ["article", "news item"],
  );
});

/** path, text, number of findings */
const WORDS = [
  ["docs/a.md", "It reads articles.", 1],
  ["docs/a.md", "It reads `article` and article-extraction.", 0],
  ["docs/a.md", "```\narticle\n```", 0],
  ["docs/a.md", "A News Item is read.", 1],
  ["src/views/a.ts", 'command.description("reads an article")', 1],
  ["src/views/a.ts", 'row["article"] // an article here', 0],
] as const;

for (const [path, text, count] of WORDS) {
  test(`words not to be used in ${path}: ${JSON.stringify(text)} gives ${count}`, () => {
    assert.equal(checkWords({ path, text }, bannedWords(GLOSSARY)).length, count);
  });
}

test("prose has no code and no link targets", () => {
  const { prose, code, anchors } = readMarkdown(
    "# One `two`\na [b](c.md) https://x.org/article\n```\nd\n```",
  );
  assert.deepEqual(
    prose.map((each) => each.text.trim()),
    ["# One", "a [b]"],
  );
  assert.deepEqual(
    code.map((each) => each.text),
    ["two", "d"],
  );
  assert.deepEqual([...anchors], ["one-two"]);
});

test("a document that no list leads to is found", () => {
  const file = (path: string, text = "") => ({ path, text });
  const index = file("docs/index.md", "[a](a.md) [d](decisions/README.md)");
  const decisions = file("docs/decisions/README.md", "[1](0001-x.md)");
  const known = [index, decisions, file("docs/a.md"), file("docs/decisions/0001-x.md"), file("README.md")];
  assert.deepEqual(checkListed(index, [decisions], known), []);
  const [finding] = checkListed(index, [decisions], [...known, file("docs/b.md")]);
  assert.equal(finding?.path, "docs/b.md");
});
