/** Words inside the words of others: each with its own speaker, and none where nobody else speaks. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openCodingTools } from "../../../scripts/coding-tools.ts";
import { loadStatementKnowledge } from "../../knowledge/statement-knowledge.ts";
import { createCoder } from "../index.ts";

const { knowledge, language, openActors } = await openCodingTools();
const coder = createCoder({ ...knowledge, statements: loadStatementKnowledge() });

const inner = (text: string) =>
  coder
    .codeReport({ text, sections: [], datelines: [], day: "2017-08-10" }, language, openActors)
    .statements.filter(({ level }) => level === 1)
    .map(({ content, speaker }) => `${speaker?.name ?? speaker?.entityText}: ${content.text}`);

const TOLD: readonly (readonly [text: string, inner: string])[] = [
  [
    "Sergey Lavrov said that Donald Trump had called the deal “dead on arrival”.",
    "Donald Trump: the deal “dead on arrival”",
  ],
  [
    "\"The president said 'nobody will move us' last night,\" Sergey Lavrov told reporters.",
    "The president: 'nobody will move us' last night",
  ],
  [
    "“He told me, ‘We will never sign the treaty,’ and walked out,” Rex Tillerson said.",
    "He: ‘We will never sign the treaty,’",
  ],
];

test("what is quoted inside has a statement of its own", () => {
  for (const [text, wanted] of TOLD) assert.deepEqual(inner(text), [wanted], text);
});

const UNTOLD: readonly (readonly [text: string, why: string])[] = [
  ["“They built the ‘deal of the century’,” Mahmoud Abbas said.", "a name, said by nobody"],
  ["Angela Merkel said the deal was “a good one” and would be signed.", "her own words"],
  ["Angela Merkel said: “Europe’s firms won’t accept the states’ ban.”", "apostrophes"],
];

test("names, apostrophes and a speaker's own words are no other's", () => {
  for (const [text, why] of UNTOLD) assert.deepEqual(inner(text), [], why);
});

test("a great many quotations take time that grows with the text alone", () => {
  const text = "Angela Merkel said he had called it “dead” on Monday. ".repeat(400);
  const before = process.cpuUsage();
  inner(text);
  const { user, system } = process.cpuUsage(before);
  assert.ok((user + system) / 1e6 < 60);
});
