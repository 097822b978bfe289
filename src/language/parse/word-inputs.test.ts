import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLanguageModels } from "../../knowledge/models.ts";
import { rowIds } from "./parser.ts";
import { type TaggedWord, WordInputs } from "./word-inputs.ts";

const { parser: model } = loadLanguageModels();
const { width } = model.meta.sizes as { width: number };
const vocabulary = new Map((model.meta.keys as string[]).map((key, i) => [key, i]));

const words = (text: string): TaggedWord[] =>
  text.split(" ").map((word) => {
    const [form, upos, xpos] = word.split("/");
    return { form: form!, upos: upos!, xpos: xpos! };
  });
const SENTENCES = [
  words("Ghana/PROPN/NNP praised/VERB/VBD the/DET/DT Zyxwuvite/ADJ/JJ minister/NOUN/NN"),
  words("The/DET/DT minister/NOUN/NN praised/VERB/VBD Ghana/PROPN/NNP"),
  words("Ghana/PROPN/NNP Praised/VERB/VBD Minister/PROPN/NNP"),
];

/** The rows of the table that `rowIds` names, added up one after the other. */
function plainly(sentence: readonly TaggedWord[]): Float32Array {
  const forms = sentence.map(({ form }) => form);
  const tags = sentence.map(({ upos, xpos }) => `${upos} ${xpos}`);
  const x = new Float32Array((sentence.length + 1) * width);
  rowIds(vocabulary, forms, tags).forEach((rows, t) => {
    for (const row of rows) {
      for (let k = 0; k < width; k++)
        x[t * width + k]! += model.arrays.scales![row]! * model.arrays.table![row * width + k]!;
    }
  });
  return x;
}

for (const [what, inputs] of [
  ["that keeps sums", new WordInputs(model)],
  ["that has to forget them", new WordInputs(model, 2)],
] as const) {
  test(`a table ${what} gives the rows added up, to the last bit`, () => {
    for (const sentence of [...SENTENCES, ...SENTENCES]) {
      const x = new Float32Array((sentence.length + 1) * width).fill(7);
      inputs.write(sentence, x);
      assert.deepEqual(x, plainly(sentence));
    }
  });
}
