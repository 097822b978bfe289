import assert from "node:assert/strict";
import { test } from "node:test";
import { reportParagraphs } from "./report-paragraphs.ts";

const text = "A title\n\nFirst words.\nSecond line.\n\nA teaser\n\nLast words.";
const at = (words: string) => text.indexOf(words);
const sections = [
  { kind: "headline", start: 0, end: 7 },
  { kind: "body", start: 9, end: at("A teaser") - 2 },
  { kind: "related", start: at("A teaser"), end: at("A teaser") + 8 },
  { kind: "body", start: at("Last"), end: text.length },
] as const;

test("reportParagraphs keeps every word, with its kind of section", () => {
  const found = reportParagraphs(text, sections, [], () => ({ start: 0, end: 0 }));
  assert.deepEqual(
    found.map(({ kind, text: words }) => [kind, words]),
    [
      ["headline", "A title"],
      ["body", "First words.\nSecond line."],
      ["related", "A teaser"],
      ["body", "Last words."],
    ],
  );
  for (const { start, end, text: words } of found) assert.equal(text.slice(start, end), words);
});

test("notes stand in the paragraph in which they begin, in order of the text", () => {
  const notes = [at("Last"), at("Second"), at("First")].map((start) => ({ start, end: start + 3 }));
  const found = reportParagraphs(text, sections, notes, (note) => note);
  assert.deepEqual(
    found.map((each) => each.notes.map((note) => note.start)),
    [[], [at("First"), at("Second")], [], [at("Last")]],
  );
});

test("what belongs to no section is shown as boilerplate, and an empty text has no paragraph", () => {
  assert.deepEqual(
    reportParagraphs("words", [], [], () => ({ start: 0, end: 0 })).map(({ kind }) => kind),
    ["boilerplate"],
  );
  assert.deepEqual(
    reportParagraphs("", [], [], () => ({ start: 0, end: 0 })),
    [],
  );
});
