/** Which marks make speech direct: a table of texts whose one content is all of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { SectionKind } from "../../reading/types.ts";
import { hasDoublePair, kindOf } from "./kind-of.ts";
import { findQuotations } from "./marks.ts";

/** text, other text of the report, section, kind, why */
const CASES: readonly (readonly [string, string, SectionKind, string, string])[] = [
  ["“We will go.”", "", "body", "direct", "curly double marks"],
  ['"We will go."', "", "body", "direct", "straight double marks"],
  ["«We will go.»", "", "body", "direct", "angled marks"],
  ["the talks were “useful”", "", "body", "mixed", "some of it"],
  ["the talks were useful", "“No.”", "body", "indirect", "none of it"],
  ["‘We will go.’", "", "body", "direct", "single marks of a report that has no others"],
  ["the talks were 'useful'", "", "body", "mixed", "the same, straight"],
  ["the ‘useful’ talks", "“No.”", "body", "indirect", "single marks beside double ones set off words"],
  ["‘We will go.’", "“No.”", "headline", "direct", "headlines quote with single marks"],
  ["''We will go.''", "", "body", "indirect", "two single marks are italics as often"],
  ["‘We will go.’", 'a 5" pipe', "body", "direct", "a mark of inches is no pair"],
];

for (const [text, others, section, expected, why] of CASES)
  test(`${text} is ${expected}: ${why}`, () => {
    const whole = `${text}\n\n${others}`;
    const paragraphs = [text, others].map((one, paragraph) => {
      const start = paragraph === 0 ? 0 : text.length + 2;
      return {
        index: paragraph,
        paragraph,
        start,
        end: start + one.length,
        tokens: [],
        depth: "words" as const,
      };
    });
    const quotations = findQuotations(whole, paragraphs);
    const content = { start: 0, end: text.length };
    const inside = quotations.filter(({ end }) => end <= text.length);
    assert.equal(kindOf(content, inside, section, hasDoublePair(quotations)), expected);
  });
