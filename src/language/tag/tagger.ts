/**
 * Words in, tags out: an averaged perceptron that goes from left to right and
 * chooses a universal and a Penn Treebank tag at once.
 */
import type { ModelFile } from "../../knowledge/model-file.ts";
import type { Upos } from "../types.ts";
import { FeatureWeights } from "../weights/feature-weights.ts";
import { MAX_TAG_FEATURES, tagFeatures } from "./tag-features.ts";
import { wordFeatures } from "./word-features.ts";

export interface Tagger {
  readonly upos: readonly Upos[];
  readonly xpos: readonly string[];
  /** Class of each word; `upos` and `xpos` give the tags of a class. */
  tag(forms: readonly string[]): Uint8Array;
}

/** The tagger with these weights. */
export function createTagger(model: ModelFile): Tagger {
  const weights = new FeatureWeights(model);
  const classes = model.meta.classes as readonly string[];
  const groupIds = model.arrays.groups as Uint16Array;
  const groups = new Map(
    (model.meta.grouped as readonly string[]).map((form, i) => [form, groupIds[i] as number]),
  );
  const upos = classes.map((name) => name.split(" ")[0] as Upos);
  const xpos = classes.map((name) => name.split(" ")[1] as string);
  const tag = (forms: readonly string[]) => {
    const words = wordFeatures(forms, groups);
    const tags = new Uint8Array(forms.length);
    const keys = new Uint32Array(MAX_TAG_FEATURES);
    const scores = new Int32Array(classes.length);
    for (let i = 0; i < forms.length; i++) {
      const before1 = i > 0 ? (tags[i - 1] as number) : -1;
      const before2 = i > 1 ? (tags[i - 2] as number) : -1;
      const count = tagFeatures(words, i, before1, before2, keys);
      scores.fill(0);
      for (let f = 0; f < count; f++) weights.add(keys[f] as number, scores);
      let best = 0;
      for (let c = 1; c < scores.length; c++) if ((scores[c] as number) > (scores[best] as number)) best = c;
      tags[i] = best;
    }
    return tags;
  };
  return { upos, xpos, tag };
}
