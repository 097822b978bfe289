/**
 * Tagged words in, tree out: the arc-hybrid parser that always takes the action
 * that scores best, and names each arc as it makes it.
 */
import type { ModelFile } from "../../knowledge/model-file.ts";
import { normalForm } from "../tag/word-features.ts";
import { hashText, key1, key2 } from "../weights/hash.ts";
import { SparseWeights } from "../weights/sparse-weights.ts";
import { LEFT, ParseState, RIGHT, SHIFT } from "./arc-hybrid.ts";
import { MAX_PARSE_FEATURES, type ParseInput, parseFeatures } from "./parse-features.ts";

export interface Tree {
  /** Head of each word, -1 for the root. */
  readonly heads: Int32Array;
  readonly deprels: readonly string[];
}

export interface Parser {
  parse(forms: readonly string[], upos: readonly string[], xpos: readonly string[]): Tree;
}

/** Hashes of the words and tags, the root as last of them. */
export function parseInput(
  forms: readonly string[],
  upos: readonly string[],
  xpos: readonly string[],
): ParseInput {
  const of = (values: readonly string[]) =>
    Uint32Array.from([...values, "<root>"], (value) => hashText(value));
  return { words: of(forms.map(normalForm)), upos: of(upos), xpos: of(xpos) };
}

/** Keys for the label: the keys of the action, each told apart by the direction. */
export function labelKeys(keys: Uint32Array, count: number, action: number): void {
  for (let f = 0; f < count; f++) keys[f] = key2(99, keys[f] as number, action);
  keys[count] = key1(98, action);
}

/** The parser with these weights. */
export function createTransitionParser(actions: ModelFile, names: ModelFile): Parser {
  const actionWeights = new SparseWeights(actions);
  const labelWeights = new SparseWeights(names);
  const labels = names.meta.classes as readonly string[];
  const root = labels.indexOf("root");
  const parse = (forms: readonly string[], upos: readonly string[], xpos: readonly string[]): Tree => {
    const input = parseInput(forms, upos, xpos);
    const state = new ParseState(forms.length);
    const keys = new Uint32Array(MAX_PARSE_FEATURES);
    const scores = new Int32Array(3);
    const labelScores = new Int32Array(labels.length);
    while (!state.done()) {
      const count = parseFeatures(state, input, keys);
      scores.fill(0);
      for (let f = 0; f < count; f++) actionWeights.add(keys[f] as number, scores);
      let action = -1;
      for (let a = SHIFT; a <= RIGHT; a++) {
        if (state.allowed(a) && (action < 0 || (scores[a] as number) > (scores[action] as number)))
          action = a;
      }
      let label = root;
      if (action !== SHIFT && !(action === LEFT && state.next === state.size)) {
        labelKeys(keys, count, action);
        labelScores.fill(0);
        for (let f = 0; f <= count; f++) labelWeights.add(keys[f] as number, labelScores);
        label = -1;
        for (let c = 0; c < labels.length; c++) {
          if (c !== root && (label < 0 || (labelScores[c] as number) > (labelScores[label] as number)))
            label = c;
        }
      }
      state.apply(action, label);
    }
    const heads = state.heads.slice(0, forms.length);
    for (let i = 0; i < heads.length; i++) if (heads[i] === forms.length) heads[i] = -1;
    return { heads, deprels: Array.from(state.labels.slice(0, forms.length), (l) => labels[l] as string) };
  };
  return { parse };
}
