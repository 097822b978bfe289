import assert from "node:assert/strict";
import { test } from "node:test";
import type { Sentence, Token } from "../../src/language/types.ts";
import { score } from "./score.ts";
import { type GoldSentence, rawText } from "./treebank.ts";

const word = (form: string, upos: string, head: number, deprel: string) => ({
  form,
  lemma: form.toLowerCase(),
  upos,
  xpos: "_",
  head,
  deprel,
});

const GOLD: readonly GoldSentence[] = [
  {
    id: "1",
    words: [word("He", "PRON", 1, "nsubj"), word("left", "VERB", -1, "root"), word(".", "PUNCT", 1, "punct")],
    ranges: [],
    text: "He left.",
    opens: true,
  },
];
const TEXT = rawText(GOLD);

function sentence(parts: readonly (readonly [number, number, Token["upos"], number, string])[]): Sentence {
  const tokens = parts.map(([start, end, upos, head, deprel], index) => {
    const form = TEXT.slice(start, end);
    return { start, end, index, form, lemma: form.toLowerCase(), upos, xpos: "_", head, deprel };
  });
  return { start: 0, end: TEXT.length, index: 0, paragraph: 0, tokens, depth: "parsed" };
}

test("the gold analysis scores 100 everywhere", () => {
  const given = sentence([
    [0, 2, "PRON", 1, "nsubj"],
    [3, 7, "VERB", -1, "root"],
    [7, 8, "PUNCT", 1, "punct"],
  ]);
  for (const [name, value] of Object.entries(score(GOLD, TEXT, [given]))) assert.equal(value, 100, name);
});

test("subtypes do not count, wrong heads and words do", () => {
  const given = sentence([
    [0, 2, "PRON", 1, "nsubj:pass"],
    [3, 7, "VERB", -1, "root"],
    [7, 8, "PUNCT", 0, "punct"],
  ]);
  const scores = score(GOLD, TEXT, [given]);
  assert.equal(scores.las.toFixed(2), "66.67");
  assert.equal(scores.lasOfWords, 100);
  const joined = sentence([
    [0, 2, "PRON", 1, "nsubj"],
    [3, 8, "VERB", -1, "root"],
  ]);
  // one word of three and of two is the same; its head is not
  assert.equal(score(GOLD, TEXT, [joined]).words, 40);
  assert.equal(score(GOLD, TEXT, [joined]).las, 0);
});
