/** Quotation marks: what is quoted, and in what time. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Sentence } from "../../language/types.ts";
import { findQuotations } from "./marks.ts";

/** Each paragraph as one sentence without tokens. */
function paragraphs(text: string): Sentence[] {
  let start = 0;
  return text.split("\n\n").map((piece, index) => {
    const sentence: Sentence = {
      index,
      paragraph: index,
      start,
      end: start + piece.length,
      tokens: [],
      depth: "words",
    };
    start += piece.length + 2;
    return sentence;
  });
}

const quoted = (text: string) =>
  findQuotations(text, paragraphs(text)).map(({ start, end }) => text.slice(start, end));

describe("findQuotations", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["“One,” he said. “Two.”", ["“One,”", "“Two.”"]],
    ['"One," he said. "Two."', ['"One,"', '"Two."']],
    ["'One,' he said. 'Two.'", ["'One,'", "'Two.'"]],
    ["''One,'' he said.", ["''One,''"]],
    ["«Oui», said he.", ["«Oui»"]],
    ["“He said ‘no’ twice.”", ["“He said ‘no’ twice.”"]],
    ['"He said “no” twice."', ['"He said “no” twice."']],
    ["“An open one.\n\nNext.", ["“An open one."]],
    ["“First open. “Second closed.”", ["“First open.", "“Second closed.”"]],
    ["It’s the states’ right and the ’90s were theirs.", []],
    ["the ministers' cars and the soldiers' trucks", []],
    ["no marks at all", []],
    ["", []],
  ];
  for (const [text, expected] of cases)
    it(JSON.stringify(text), () => assert.deepEqual(quoted(text), expected));

  for (const mark of ['"', "“", "”", "'", "‘", "’", "''"]) {
    it(`reads 10^5 marks ${mark} in two seconds`, () => {
      const text = `${mark}a `.repeat(100_000);
      const begun = performance.now();
      findQuotations(text, paragraphs(text));
      assert.ok(performance.now() - begun < 2000);
    });
  }
});
