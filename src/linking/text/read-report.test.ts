/** Words and sentences: keys that make names and figures meet, bounds that hold for any input. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLinkingKnowledge } from "../../knowledge/linking.ts";
import { createLinking } from "../index.ts";
import { makeReport } from "../testing/make-report.ts";
import { readReport } from "./read-report.ts";
import { createWordReader, wordsOf } from "./read-words.ts";
import { splitSentences } from "./split-sentences.ts";

const knowledge = loadLinkingKnowledge();
const readWords = createWordReader(knowledge);
const keys = (text: string) => readWords(text).known.map(({ key }) => key);

const SAME: readonly (readonly [string, string])[] = [
  ["the Russian Federation", "the Russia"],
  ["U.S. envoys", "US envoys"],
  ["1,200 staff", "1200 staff"],
  ["twelve dead", "12 dead"],
  ["Putin's order", "Putin order"],
  ["São Paulo", "Sao Paulo"],
];
for (const [a, b] of SAME) test(`"${a}" reads as "${b}"`, () => assert.deepEqual(keys(a), keys(b)));

test("the pronoun us is no state", () => assert.notDeepEqual(keys("They told us"), keys("They told US")));

test("a stop after an initial or an abbreviation ends no sentence", () => {
  const text = "The U.S. envoy J. Smith came. He left.";
  assert.deepEqual(
    splitSentences(text).map(({ start, end }) => text.slice(start, end)),
    ["The U.S. envoy J. Smith came.", "He left."],
  );
});

test("spans of words lie in the text", () => {
  const report = makeReport("a", "Ein Bär. 两 国 会谈. L'été à Paris.");
  for (const { start, end } of wordsOf(readReport(report, readWords).words)) {
    assert.ok(start < end && end <= report.text.length);
  }
});

const HOSTILE: Readonly<Record<string, string>> = {
  "one word without end": "war ".repeat(50_000),
  "marks without end": ".".repeat(100_000),
  "a sentence without end": Array.from({ length: 20_000 }, (_, at) => `word${at % 977}`).join(" "),
  "lines without end": "\n".repeat(100_000),
  nothing: "",
};
for (const [name, text] of Object.entries(HOSTILE)) {
  test(`${name}: linked with itself within five seconds`, { timeout: 5000 }, async () => {
    const linked = await createLinking(knowledge).linkReports([makeReport("a", text), makeReport("b", text)]);
    assert.equal(linked.stories.flatMap(({ reports }) => reports).length, 2);
  });
}
