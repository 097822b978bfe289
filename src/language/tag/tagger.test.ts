import assert from "node:assert/strict";
import { test } from "node:test";
import { loadLanguageModels } from "../../knowledge/models.ts";
import { MAX_TAG_FEATURES, tagFeatures } from "./tag-features.ts";
import { createTagger } from "./tagger.ts";
import { WordTable } from "./word-table.ts";

const { tagger: model, knownTags } = loadLanguageModels();

const SENTENCES = [
  "Moscow said on Friday that 755 envoys must leave .",
  "U.S. orders Russia to close its consulate",
  "Leaders Of Both Countries Meet In Vienna Over Grain",
  "the minister , who had met the minister , met nobody else",
  "No",
].map((text) => text.split(" "));

/** Tags by adding up all features of every word in plain maps, nothing kept. */
function plainly(forms: readonly string[]): number[] {
  const keys = model.arrays.keys!;
  const firsts = new Map<number, [number, number]>();
  let first = 0;
  keys.forEach((key, i) => {
    firsts.set(key, [first, first + model.arrays.counts![i]!]);
    first += model.arrays.counts![i]!;
  });
  const groups = new Map(
    (model.meta.grouped as string[]).map((form, i) => [form, model.arrays.groups![i]!] as const),
  );
  const table = new WordTable(groups);
  const words = table.sentence(forms);
  const features = new Uint32Array(MAX_TAG_FEATURES);
  const tags: number[] = [];
  for (let i = 0; i < forms.length; i++) {
    const scores = (model.meta.classes as string[]).map(() => 0);
    const count = tagFeatures(table, words, i, tags[i - 1] ?? -1, tags[i - 2] ?? -1, features);
    for (const key of features.subarray(0, count)) {
      const [from, to] = firsts.get(key) ?? [0, 0];
      for (let at = from; at < to; at++) scores[model.arrays.classes![at]!]! += model.arrays.values![at]!;
    }
    tags.push(scores.indexOf(Math.max(...scores)));
  }
  return tags;
}

test("tags are those of all features added up, whatever was read before", () => {
  const tagger = createTagger(model);
  for (const forms of [...SENTENCES, ...SENTENCES])
    assert.deepEqual([...tagger.tag(forms)], plainly(forms), forms.join(" "));
});

test("a tagger that has to forget its words gives the same tags", () => {
  const forgetful = createTagger(model, new Map(), 12);
  for (const forms of [...SENTENCES, ...SENTENCES])
    assert.deepEqual([...forgetful.tag(forms)], plainly(forms), forms.join(" "));
});

test("a form that is a verb's alone has none but a verb's tags", () => {
  const forms = "China froze aid".split(" ");
  const xposOf = (tagger: ReturnType<typeof createTagger>) => tagger.xpos[tagger.tag(forms)[1]!];
  assert.equal(xposOf(createTagger(model, knownTags)), "VBD");
  assert.equal(xposOf(createTagger(model, new Map([["froze", ["JJ"]]]))), "JJ");
  const tagger = createTagger(model, knownTags);
  assert.equal(tagger.xpos[tagger.tag("Reports that Israel had struck were denied".split(" "))[0]!], "NNS");
});
