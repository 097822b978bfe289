import assert from "node:assert/strict";
import { test } from "node:test";
import { paragraphAround } from "./paragraph-around.ts";

const text = "A title\n\nKenya met Ghana. Ghana thanked Kenya. They left.\n\nThe end.";
const start = text.indexOf("Ghana thanked");
const mention = { text_info: { start, end: start + "Ghana thanked Kenya.".length } };

test("paragraphAround gives the paragraph, with the sentence and its marks where they stand in it", () => {
  const found = paragraphAround({ text, sections: [{ kind: "body", start: 9, end: text.length }] }, mention, [
    { start: 6, end: 13, kind: "trigger" },
  ]);
  assert.equal(found.text, "Kenya met Ghana. Ghana thanked Kenya. They left.");
  assert.deepEqual(
    found.spans.map(({ start: from, end, kind }) => [kind, found.text.slice(from, end)]),
    [
      ["sentence", "Ghana thanked Kenya."],
      ["trigger", "thanked"],
    ],
  );
});

test("a sentence that goes over the end of its paragraph is marked as far as that", () => {
  const long = { text_info: { start, end: text.length } };
  const { text: words, spans } = paragraphAround({ text, sections: [] }, long, []);
  assert.equal(words.slice(spans[0]?.start, spans[0]?.end), "Ghana thanked Kenya. They left.");
});
