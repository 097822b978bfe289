import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLemmaData } from "../../knowledge/lemmas.ts";
import { createLemmatizer } from "./lemmatizer.ts";

const WORDS = [
  ["met", "VERB", "VBD", "meet"],
  ["meetings", "NOUN", "NNS", "meeting"],
  ["left", "VERB", "VBD", "leave"],
  ["left", "ADJ", "JJ", "left"],
  ["Astana", "PROPN", "NNP", "Astana"],
  ["met", "VERB", "VBN", "meet"],
  ["froze", "VERB", "VBD", "freeze"],
  ["gunmen", "NOUN", "NNS", "gunman"],
] as const;

for (const [what, maxForms] of [
  ["keeps", undefined],
  ["has to forget", 1],
] as const) {
  test(`a lemmatizer that ${what} forms gives each tag its own lemma`, () => {
    const lemmatizer = createLemmatizer(loadLemmaData(), maxForms);
    for (const [form, upos, xpos, lemma] of [...WORDS, ...WORDS])
      assert.equal(lemmatizer.lemma(form, upos, xpos), lemma, `${form} ${xpos}`);
  });
}
