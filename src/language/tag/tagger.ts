/**
 * Words in, tags out: an averaged perceptron that goes from left to right and
 * chooses a universal and a Penn Treebank tag at once.
 */
import { SENTENCE_START } from "../../knowledge/lemmas.ts";
import type { ModelFile } from "../../knowledge/model-file.ts";
import type { Upos } from "../types.ts";
import { FeatureWeights, FOUND_SIZE } from "../weights/feature-weights.ts";
import { MAX_TAG_FEATURES, ownKeys, PAIR_KEYS, pairKeys, tagKeys } from "./tag-features.ts";
import { WordSums } from "./word-sums.ts";
import { MARGIN, type SentenceWords, SHAPE, WordTable } from "./word-table.ts";

/** Words whose sums are kept, three kilobytes each; beyond them all are forgotten. */
const MAX_WORDS = 8192;

/** No form that is listed as a verb's alone is an auxiliary's. */
const AUXILIARY: Upos = "AUX";

/** Numbers that are kept for the pairs of a word. */
const PAIRS_SIZE = PAIR_KEYS * FOUND_SIZE;

export interface Tagger {
  readonly upos: readonly Upos[];
  readonly xpos: readonly string[];
  /** Class of each word; `upos` and `xpos` give the tags of a class. */
  tag(forms: readonly string[]): Uint8Array;
}

/** The tagger with these weights.
 * @param known Penn Treebank tags of forms that can have no other and are no auxiliaries (default: none is known)
 * @param maxWords words of which it keeps sums (default: MAX_WORDS) */
export function createTagger(
  model: ModelFile,
  known: ReadonlyMap<string, readonly string[]> = new Map(),
  maxWords = MAX_WORDS,
): Tagger {
  const weights = new FeatureWeights(model);
  const classes = model.meta.classes as readonly string[];
  // a copy, so that the file's other arrays are not held
  const groupIds = (model.arrays.groups as Uint16Array).slice();
  const table = new WordTable(
    new Map((model.meta.grouped as readonly string[]).map((form, i) => [form, groupIds[i] as number])),
  );
  const sums = new WordSums(table, weights, classes.length);
  const upos = classes.map((name) => name.split(" ")[0] as Upos);
  const xpos = classes.map((name) => name.split(" ")[1] as string);
  const all = classes.map((_, c) => c);
  const allowed = new Map(
    [...known].map(([form, tags]) => {
      const fitting = all.filter((c) => tags.includes(xpos[c] as string) && upos[c] !== AUXILIARY);
      return [form, fitting] as const;
    }),
  );
  const keys = new Uint32Array(MAX_TAG_FEATURES);
  const scores = new Int32Array(classes.length);
  const found = new Int32Array(MAX_TAG_FEATURES * FOUND_SIZE);
  const addAll = (count: number) => {
    weights.find(keys, count, found);
    weights.add(found, 0, count, scores);
  };
  let pairs = new Int32Array(0);
  const findPairs = (words: SentenceWords) => {
    if (pairs.length < words.count * PAIRS_SIZE) pairs = new Int32Array(2 * words.count * PAIRS_SIZE);
    for (let i = 0; i < words.count; i++)
      weights.find(keys, pairKeys(table, words, i, keys, 0), pairs, i * PAIRS_SIZE);
  };
  const tag = (forms: readonly string[]) => {
    if (table.size + forms.length > maxWords) {
      table.clear();
      sums.clear();
    }
    const words = table.sentence(forms);
    sums.update();
    findPairs(words);
    const { rows, shapes } = words;
    const tags = new Uint8Array(forms.length);
    for (let i = 0; i < forms.length; i++) {
      const at = i + MARGIN;
      const row = rows[at] as number;
      const shape = shapes[at] as number;
      if (shape === table.cell(row, SHAPE)) sums.setOwn(row, scores);
      else {
        scores.fill(0);
        addAll(ownKeys(table, row, shape, keys, 0));
      }
      sums.addAround(
        rows[at - 1] as number,
        rows[at + 1] as number,
        rows[at - 2] as number,
        rows[at + 2] as number,
        scores,
      );
      const before1 = i > 0 ? (tags[i - 1] as number) : -1;
      const before2 = i > 1 ? (tags[i - 2] as number) : -1;
      weights.add(pairs, i * PAIRS_SIZE, PAIR_KEYS, scores);
      addAll(tagKeys(table, words, i, before1, before2, keys, 0));
      const form = forms[i] as string;
      tags[i] = bestOf(scores, allowed.get(i === 0 ? `${SENTENCE_START}${form}` : form) ?? all);
    }
    return tags;
  };
  return { upos, xpos, tag };
}

/** The class with the highest score, the first of several. */
function bestOf(scores: Int32Array, classes: readonly number[]): number {
  let best = classes[0] as number;
  for (let k = 1; k < classes.length; k++) {
    const c = classes[k] as number;
    if ((scores[c] as number) > (scores[best] as number)) best = c;
  }
  return best;
}
